import type { Lexicon } from '../classes.ts';
import { family } from './english.parts.ts';

/** Who is spoken of, in English as children write it. */
export const englishPeople: Lexicon = {
  ME: `
    a/one/this girl/boy/friend/child/student/classmate/kid/pupil in/from my/our class/school/village/grade,
    someone/somebody in my/our class/family/house,
    girl/boy/friend/child in/from my/our class/school/village, i, im, ive, id, ill, me, my, mine, myself,
    we, us, our, ours, were both, meh, ourselves
  `,
  OBJECT_ME: `
    me, us, myself, on me, to me, with me, my body, my hand/hands/leg/legs/arm/arms/face/head/hair/back/neck
  `,
  KIN: `
    mom/mum/mommy/mummy/mama/dad/daddy/papa/stepdad/stepmom/stepmum/grandpa/grandma
  `,
  THEM: `
    her, him, them, she, he, his, my ${family}, ${family}, classmate/classmates, girl, boy, baby, child,
    kid, little sister/brother, next door, neighbour/neighbor, neighbours/neighbors
  `,
  ACTOR: `
    grandma/grandmother/granny/mommy/papa/stepmom/stepmum/mama/soldiers/foreigner/tourist/captain/broker/customer/customers/babysitter/nanny/neighbours/neighbors/boyfriend/classmates/class,
    uncle/uncles/unkle/unkel/uncel/unlce/uncl, father/fathers/dad/dads/daddy/papa/fahter/fater,
    stepdad/stepfather/stepmom/stepmum/stepmother, step dad/father/mom/mum/mother/brother,
    grandfather/grandpa/granddad, teacher/teachers/teecher/techer/techar/sir,
    principal/director/headmaster, monk/monks/pastor/priest, boss/owner/manager/employer/landlord,
    man/guy/men/guys/stranger/strangers, boyfriend/bf/husband/ex, neighbour/neighbor,
    police/policeman/officer/soldier, chief, coach/trainer/driver/doctor, cousin/brother/brothers,
    brother in law, aunt/auntie/aunty, he/him/his/hes, she, they/theyre/them, someone/somebody/some one,
    people, boys/gang/bullies, lady/woman, parents/parent, old man, big/older boys/boy/kids/girls/students,
    the man/guy/boys next door/_, staff/worker/carer, mother/mom/mum/mama/mummy/mums/moms
  `,
  CARER: `
    mother/mom/mum/mama/mommy/mummy/grandmother/grandma/granny/nurse
  `,
  HOME: `
    home, house, go/going/goes back/home, to school/class, sleep, bed, bedroom, my room
  `,
  PASSIVE: `
    was/were/am/is/are/get/gets/got/getting/been/being/be
  `,
  GENERAL: `
    some, many, most, children, kids, pupils, students, people, parents, teachers, villagers, families,
    youth, young people, girls, boys, women, youngsters, older pupils/boys/students, everyone, everybody,
    adults, others
  `,
  YOUNG: `
    am/im/is/only/just/aged/at 6/7/8/9/10/11/12/13/14/15/16/17/eleven/twelve/thirteen/fourteen/fifteen/sixteen/seventeen,
    6/7/8/9/10/11/12/13/14/15/16/17 years old
  `,
};
