import type { Lexicon } from '../classes.ts';
import { sick } from './english.parts.ts';

/** Harm to the body, threats, in English as children write it. */
export const englishViolence: Lexicon = {
  HIT: `
    whack/whacks/whacked/thump/thumps/thumped/bang/bangs/banged/hurl/hurls/hurled,
    knock/knocks/knocked me out/down/over,
    throw/throws/threw a/the/his/her/plates/stones/things chair/plate/bottle/shoe/shoes/stone/glass/knife/pan/_ at,
    hit/hits/hitting/hitted/hitt/hitts, beat/beats/beating/beaten/beated/beet/beets/bet/baet up/_,
    slap/slaps/slapped/slapping/slaped, kick/kicks/kicked/kicking, punch/punches/punched/punching,
    whip/whips/whipped/whipping, smack/smacks/smacked/smacking, cane/canes/caned, spank/spanks/spanked,
    hurt/hurts/hurting with, pinch/pinches/pinched/pinching, push/pushes/pushed/shove/shoves/shoved,
    pull/pulls/pulled my/her hair/ear/ears, knock/knocks/knocked, stomp/stomps/stomped, bash/bashed,
    attack/attacks/attacked/attacking, assault/assaulted/assaults, drag/drags/dragged, flog/flogged,
    thrash/thrashed, stab/stabs/stabbed/stabbing, shake/shook me,
    hit/hits/beat/beats/kick/kicks/punch/punches/slap/slaps me, lay/lays hands on,
    throws things at me/us/her, throws plates/things/shoes/bottles/stuff at, violent, violence at home
  `,
  BURN_OR_TIE: `
    burn/burns/burned/burnt/burning me/us/her/him/my,
    burn/burns/burned/burnt/burning my hand/hands/arm/arms/leg/legs/skin/back, choke/chokes/choked/choking,
    strangle/strangles/strangled/strangling, tie/ties/tied/tying me/us/her/him/my/up, tied up,
    chain/chains/chained, put/puts/pour/pours/poured hot water/oil on, hot iron, drown me/us/her,
    held my head, hold/holds/held me under, suffocate/suffocates, poison/poisons/poisoned
  `,
  PUSH: `
    put/puts me/us/him/her in/into/inside/under, closed/closes/shut/shuts the lid/door on/and, dunk/dunked,
    held me/him/her under/underwater, push/pushes/pushed/pushing/shove/shoves/shoved,
    pull/pulls/pulled/pulling, drag/drags/dragged, pour/pours/poured, throw/throws/threw,
    shake/shakes/shook, force/forces/forced, step/steps/stepped on, sit/sits/sat on me, pin/pins/pinned,
    press/presses/pressed, corner/cornered, hold/holds/held me/us/her down, grab/grabs/grabbed/grabbing,
    put/puts/putting his/her/it/something/a/chili/soap/the, squeeze/squeezes/squeezed,
    cover/covers/covered my/her mouth, twist/twists/twisted, scratch/scratches/scratched,
    bite/bites/bit/bitten me/my, trip/trips/tripped me, slam/slams/slammed, crush/crushes/crushed,
    smash/smashes/smashed, dunk/dunks/dunked, tear/tears/tore my/off
  `,
  BODY: `
    mouth/eyes/eye/face/head/hair/back/neck/ear/ears/stomach/belly/tummy/tongue/hand/hands/arm/arms/leg/legs/body/knee/knees/skin/lips/cheek/cheeks/shoulder/shoulders/foot/feet/waist/finger/fingers/throat/bones/nose
  `,
  INJURY: `
    blue/black/purple/red spots/spot/marks/mark/eye/eyes/lines, swollen eyes/eye/face/lip/hand/leg,
    cuts/cut/marks/wounds on his/her/my/their, broken/bleeding nose/lip/teeth, limp/limping/limps,
    stitches, hospital because, burn/cigarette/belt/whip marks/mark/scars,
    cannot/cant/couldnt/not/could hear/walk/see/sit/move/not, lost my/a tooth/teeth,
    bruise/bruises/bruised/brused/bruising, bleed/bleeds/bleeding/bled/blood,
    scar/scars/wound/wounds/wounded, swollen, black eye, broken arm/leg/bone/tooth/rib, unconscious,
    faint/fainted, injured/injury/injuries, hurts/hurt a lot, marks on my, broke my, pain
  `,
  WEAPON: `
    scissors/brick/stone/stones/hanger/pipe/wood/iron/spoon/shoe/shoes/slipper/slippers/sandal/chili/chilli/cigarette/lighter/razor/blade/shovel/branch/bamboo/ladle/plank/chain,
    knife/knives/machete/sword/axe/gun/pistol,
    stick/sticks/belt/wire/cable/cane/rod/bat/hammer/hose/bottle/rope/broom/ruler, acid
  `,
  AIM: `
    point/points/pointed/pointing, hold/holds/held/holding, chase/chases/chased/chasing, wave/waves/waved,
    with a, has a, carry/carries/carrying, outside, pull/pulls/pulled out, threaten/threatens/threatened
  `,
  ABUSE: `
    abusive/cruel/violent/violence with/to/towards/_ me/us/_,
    strike/struck/strikes/lash/lashed/lashes me/us/_, treats us, pick/picked on,
    shave/shaved/shaves/cut my/our head/hair, stand/stands/stood in the sun,
    hang/hangs/hung/hanged me/us upside, beat/beaten up, humiliates/humiliated, makes me feel small,
    punished me/us, punishment,
    did/does/do/doing/done something/things/thing/stuff bad/wrong/weird/strange/to to/with/me me/us/her/him/_,
    forces/forced/force/makes me/us/him/her/my to/friend/_ smoke/drink/take/steal/carry/sell/give/touch,
    spit/spits/spat on/at me/us, kneel/kneels/knelt/kneeling, ${sick} me/us/her/him/my, ${sick},
    hurting me/us/her/him/my, hurts me/us, hurt me/us, being/been/getting hurt, is/are hurting,
    being/been/getting abused/harmed/mistreated/tortured/exploited,
    do/does/did/doing bad/wrong/terrible/horrible/weird/dirty/strange things/thing/stuff to,
    do/does/did/doing bad/wrong/terrible/horrible/weird/dirty/strange things/stuff/thing with me/us,
    treat/treats/treated/treating me/us/her/him like/as/badly/bad/so a/an/_ animal/slave/dog/servant/bad/badly/_,
    treats me badly, is/are/was cruel to, punish/punishes/punished/punishing me/us/her/him,
    not safe at home, bad to me, mean to me every, violence at home, abuses
  `,
  BULLY: `
    hide/hides/hid/stole/steal/steals my bag/books/shoes/things/money,
    nobody/no_one talks/plays/sits to/with me,
    call/calls/called/calling me a/an/_ pig/dog/monkey/cow/monster/fat/ugly/stupid/gay/lady/ladyboy/names/worthless/useless/idiot/crazy/bad,
    throw/throws/threw stones/things at me, laugh at my, left out, gossip,
    bully/bullies/bullied/bullying/bulied/bullys/buly, pick/picks/picking on me/us,
    make/makes/making/made fun of me/us, call/calls/called/calling me names/gay/ugly/fat/stupid/a/an/bad,
    laugh/laughs/laughing at me/us, tease/teases/teased/teasing me/us,
    take/takes/took/steal/steals my money/lunch/food/things, insult/insults/insulted/insulting me/us,
    spread/spreads/spreading rumors/rumours/lies about me, hate me, hates me, nobody likes me,
    no one likes me, kick me out of the group, exclude/excludes me, mock/mocks/mocked me,
    humiliate/humiliates/humiliated
  `,
  SHOUT: `
    shout/shouts/shouted/shouting, scream/screams/screamed/screaming, yell/yells/yelled/yelling,
    curse/curses/cursed/swear/swears/scold/scolds/scolded/scolding, insult/insults, angry,
    call/calls me stupid/useless/names
  `,
  THROW: `
    throw/throws/threw/throwing/trow, break/breaks/broke/breaking/smash/smashes/smashed, destroy/destroys
  `,
  DRUNK: `
    drink/drinks/drinking/drank/drunk alcohol/beer/wine/rice wine/_,
    make/makes/made/force/forces/forced me/us/him/her to/_ drink/smoke, ice/yama/meth/glue/drugs/drug,
    sniff/sniffs glue, drunk/drinks/drink/drinking/drank/alcohol/wine/beer, on drugs,
    takes/take/uses/smokes drugs/ice/yama/meth
  `,
  QUARREL: `
    fight/fights/fighting/fought/argue/argues/arguing/quarrel/quarrels/quarreling
  `,
  KILL: `
    kill/kills/killed/killing/murder/murders/murdered/kil/kills, shoot/shoots/shot me/my/us,
    slit my throat, end me, cut my throat, die if
  `,
  THREATEN: `
    hurt/hurts/kill/kills/harm my/our dog/puppy/cat/sister/brother/mother/mom/mum/family/friend,
    if i say/speak/report/talk, say/said he/she/they will/ll kill/hurt/beat/hit/send/take/throw,
    threatened, has a gun/knife, blackmailed, or he/she/they will/ll,
    say/says/said/told he/she/they will/would/ll hit/beat/kill/hurt/burn/cut/stab/send/sell/throw/kick/leave/fail/tell/post/show/share,
    i will fail/lose if, if i stop/go/run/leave/cry/scream/shout/resist, promise/promised he will kill,
    scare/scares/scared me with, warn/warns/warned me/us,
    threaten/threatens/threatened/threatening/threat/threats/threatning/treaten,
    blackmail/blackmails/blackmailed/blackmailing, warned me, warns me, or he/she/they will, or else,
    if i tell/told/say/scream/refuse/report, if we tell/told/say, if i/we dont, come for me, find me, get me
  `,
  PAIN: `
    hurt/hurts/pain/painful/hurting/sore/ache, bleeding
  `,
};
