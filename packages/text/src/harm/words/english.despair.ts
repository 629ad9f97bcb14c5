import type { Lexicon } from '../classes.ts';

/** Self-harm, fear, secrets, calls for help, in English as children write it. */
export const englishDespair: Lexicon = {
  WANT_TO_DIE: `
    goodbye/farewell/suicide letter/letters/note/notes/message/messages, last letter/letters to,
    pills/rope/poison/knife ready, disappear/vanish/gone from this/the world,
    look/looks at my arm/wrist/veins, want out, leave this life, dont/not want to/_ continue,
    join my mother/grandmother/mom in heaven, everyone would be happier,
    think/thinking/thought/thinks about/of death/dying/suicide/killing/hanging/jumping,
    end it/things tonight/all/now/today/soon, going/gonna to/_ end it/everything, ready to die/go,
    wont be here/alive tomorrow/anymore/long, last night on, better place, done with life/everything,
    give up on everything, hang/hanged/hanging myself/herself/himself, a/the rope to/and/around/for,
    jump in/into/to the/_ mekong/river/lake/water/well, never open my eyes,
    want/wanted/wish everything/it/this/all to/would stop/end/be/finish over/_,
    regret/regrets/regretted giving/having birth/me to/_ me/_, should not/never have been born,
    shouldnt have been born, wish i/she/he was/were/had not/never born/been born/_, i should die/disappear,
    tired of everything, no future, want to go/sleep away/forever/far,
    want/wants/wanted/wanna/wana/wish/hope/going/gonna/plan/planned/planning/trying/tried/try/ready/like/decided/wnat/would/rather/thinking to/_ of/about/_ die/dying/dead/suicide/end/kill myself/it/_,
    want/wants/wanted/wanna/wana/wish/would/rather/better/prefer to/be/_ die/dead/dye/dieing/disappear/vanish/dissappear,
    kill/kills/killing/kil/kll/hang/hanging/drown/drowning/harm/harming/hurt/hurting/cut/cutting/shoot/poison myself/herself/himself/my self/_,
    kms, kys, suicide/suicidal/sucide/suicid/suiside/sucidal/unalive,
    end/ending/take/taking/finish my/her/his own/_ life, end it all,
    dont/do/not/doesnt/didnt/never not/_ want/wanna/wants/like/wish/wana to/_ live/exist/wake/be/continue/living/life/go alive/here/up/on/anymore/_,
    no/dont longer/_ want to live, wish i was/were/am/had dead/never/not died/born/die/_ born/_,
    wish i could die/disappear/sleep, hate my life, hate being alive, hate living,
    better off dead/without me, better/happier without me,
    better if i died/die/was/disappear/were dead/gone/_,
    nobody/no_one/noone would/will miss/care/cry/notice me/_ if i died/die/disappear/was/_,
    no/without/any reason/point/purpose to/in/of live/living/life/go/being/_ on/alive/_,
    tired/sick/bored/fed of/up my/with/_ life/living/being/of alive/life/living/_,
    cant/cannot live like/anymore/any, cant/cannot take it/this, cant/cannot continue living/like/anymore,
    cant/cannot even/_ do/bear/handle/stand this/it/life life/_ anymore/any/longer, cant/cannot keep going/living/pretending/on,
    nothing left to/for live/me, cant take it anymore, cant/cannot go on, give up on life, giving up on life, never wake up,
    not wake up, sleep forever,
    life is/has not/meaningless/worthless/no/over/pointless/useless worth/meaning/_ living/_,
    jump/jumping/jumped off/from/in/into the/a/_ bridge/roof/river/building/water/well/lake/pond,
    goodbye forever/everyone/world, said goodbye, last message/day/letter, want it to end,
    want everything to end/stop, want to leave this world, leave this world, go to heaven,
    should/go/must/just/please go/just/_ die, better dead,
    dont/not/do/didnt not/_ want/wanna to/_ be/stay/exist/continue here/_ anymore/more/any,
    dont want to be here
  `,
  HOPELESS: `
    worthless/useless/hopeless/helpless, no hope, empty inside, dead inside, hate myself,
    no_one/noone/nobody/everyone/everybody loves/love/wants/want/cares/care about/_ me,
    everyone/everybody/they hates/hate me, am a burden, im a burden, broken inside, depressed/depression,
    cant stop crying, cry/cries/crying every/all day/night/_ day/night/_, i give up, want to run away,
    all alone in, nobody understands
  `,
  CUT_MYSELF: `
    think/thinking about/of cutting, cut/cutting again, scars on my wrist/arm/arms,
    cut/cuts/cutting/slice/slit/scratch/burn/hurt/hurting/harm/harming my/myself own/arm/arms/wrist/wrists/legs/leg/skin/hand/hands/self/body/veins,
    cut/cuts/cutting/burn/hurt/hit/scratch/harm/harming/hurting myself/herself/himself, self harm/harming,
    selfharm, cut/cuts her/his arm/arms/wrist/wrists, blade on/in, razor
  `,
  OVERDOSE: `
    pills/overdose/tablets/pesticide/poison,
    took/take/swallow/swallowed/drink/drank/taking/eat too/all/many/lots/a/some/the many/of/lot/_ pills/tablets/medicine/sleeping/poison/pesticide/bleach
  `,
  MYSELF: `
    myself, my self, my life
  `,
  DEAD: `
    die/dies/died/dead/death/dying, not moving/breathing/move/breathe, disappear/disappeared
  `,
  FEAR: `
    cant/cannot/couldnt breathe/sleep/speak/talk/move/eat, heart beats/pounds/races fast/when, my heart,
    comes/come/came near/close/closer, shiver/shivers/shivering/tremble, wet/wets the/my bed,
    hide/hid from,
    afraid/affraid/afriad/fraid/scared/scare/skared/scard/scarred/fear/fears/terrified/frightened/terror/panic/nervous,
    dont/not dare, so worried, shaking/trembling, cant sleep, nightmares
  `,
  UNSAFE: `
    dont/not/never/do feel/feeling/be/not safe/feel safe/_, unsafe, in danger, not safe,
    no safe place for me, am in trouble, im in trouble, uncomfortable
  `,
  SECRET: `
    dont/not/never/cant/cannot/didnt/wont/do/no tell/say/told/talk/speak/not/one/dare tell/say/_ anyone/anybody/my/to/mom/mum/mother/her/about/it/them/who/you/police/any/nobody/everyone/parents/_,
    secret/secrets/secretly/sectret, keep/keeps/kept/keeping quiet/silent/secret/it,
    no_one/nobody/noone knows/believes/believe/will/would/to believe/tell/_,
    afraid/scared/fear/affraid/ashamed/dare/dares to/of/not/_ tell/say/report/telling/speak,
    dont/not/doesnt/didnt dare to/_ tell/speak/say, too ashamed, shut up, promise not/me to/not,
    if i/she/we tell, if mom/mum/mother knows/knew/finds, you are the first/only
  `,
  HELP_ME: `
    take/get/bring me/us away/out/somewhere from/of/safe here/this/_, can you/someone/anyone help,
    who can/should i tell/call/ask/talk, i need someone/somebody, somebody/someone please,
    need to talk/tell to/someone, where can i go/hide/run, is there anyone/somebody,
    no_one/nobody/noone to/can/will protect/help/save me/us/_,
    dont/do/cannot/cant not/_ have/has/have anyone/anybody/nobody/no_one to/who protect/protects/help/tell/protect,
    protect me/us from, help/save/rescue/hlp/halp/hellp me/us/please/pls/plz, save/rescue my/her/him,
    help help, please/pls/plz help/save/come/hlp/call/halp me/my/her/him/us/now/_,
    pls/plz/please somebody/someone help, i need help/someone/protection, need help now/please/pls/quickly,
    what do/should/can i do,
    i dont/do/donot/dunno/have know/not/no/what know/idea/to/_ what/who/where to/i/_ do/tell/go/talk/can,
    get me out, call the police, sos, come quickly/quick/now, i have nobody/no_one to tell, someone help,
    want to tell someone, i need to/someone tell/to
  `,
  NOW: `
    right now, now, tonight, today, at the moment, immediately, quick/quickly/hurry, is coming,
    outside my/the door/house, currently, again, emergency, urgent
  `,
  DISLIKE: `
    dont/do/didnt/not/never/doesnt not/_ like/want/liked/wanted/feel/_ it/this/that/to/him/good/comfortable,
    uncomfortable, hate/hates/hated it/this/that/him/when,
    disgusting/disgusted/gross/dirty/ashamed/shame/weird/strange/wrong,
    say/said/tell/told him/no/stop to/no/stop, stop it, it hurt/hurts/hurted,
    makes/made me feel/uncomfortable/sad/cry, against my will, game
  `,
  NIGHT: `
    last night, when everyone sleeps/is, night/nite/nights/midnight, asleep/sleep/sleeping/sleeps,
    bed/bedroom/room/blanket/mosquito net, dark
  `,
  OFTEN: `
    every day/night/time/evening/morning/week/friday/saturday/sunday, everyday/everynight,
    always/again/often/keeps/constantly/usually, last night/week/month/sunday/saturday/friday/year,
    yesterday/tonight, all the time, many times, since
  `,
  CRY: `
    cry/cries/crying/cried, sad/upset/unhappy, suffer/suffering, tears
  `,
};
