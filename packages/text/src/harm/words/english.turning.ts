import type { Lexicon } from '../classes.ts';

/** What turns a meaning, and words that mean something else together, in English as children write it. */
export const englishTurning: Lexicon = {
  NOT: `
    not, never, no, nobody, no one, noone, none, dont/doesnt/didnt/isnt/wasnt/arent/wont/cant/havent/hasnt,
    do/does/did not, is/was/are not, not ever, no longer, nobody ever, never ever, without, stopped,
    doesnt/dont/didnt ever, isnt being/getting, wasnt being, am not, im not
  `,
  REPORT: `
    news, newspaper, tv, television, radio, movie/movies/film/films/drama/series/cartoon/documentary,
    story/stories, book/novel/poem, i read, on youtube, article, report says/said, heard about,
    heard/hear that, people/they say/said that, rumour/rumor/rumours, character, history, legend,
    a video/clip/post about, i/we watched, in another/other province/country/village/commune, song, comic,
    lyrics, actor, episode, according to, police arrested/caught, was/were arrested, in the play, theatre,
    novel, fairy tale, dreamed/dreamt/dream/nightmare
  `,
  LESSON: `
    law/laws/lesson/lessons/training/workshop/campaign/poster/class about/meeting about/session/speech,
    learn/learned/learnt/taught about/_, should teach,
    how can/could/should/do we/you help/stop/prevent/protect/support, how to report/prevent/stop/protect,
    how do we, where can i/we report, what should i/we do if, to report abuse,
    stop/end/against/prevent child/_ violence/abuse/marriage/trafficking/bullying/suicide,
    against violence/trafficking/abuse, there should be, should be, rule/rules, committee, ngo/unicef,
    statistics/percent/survey/research, awareness, essay/homework about, rights, punished by law
  `,
  OLD_TIMES: `
    when she/he was/were young/little/small/a,
    when my grandmother/grandfather/mother/father/parents/mum/mom/dad was/were, long/years ago, pol pot,
    khmer rouge, in the past, old days, in the war, used to be, in those days, back then, many years ago
  `,
  JOKE: `
    haha/hahaha/hehe/hihi/lol/lmao/rofl/xd/555/5555, joke/jokes/joking/kidding/jk/funny/hilarious,
    just kidding, laugh/laughing/laughed/laughter, prank, tickle/tickles/tickled/tickling
  `,
  PLAY: `
    game/games/gaming, pubg/roblox/minecraft/mlbb/freefire, free fire, mobile legends/legend,
    ball/football/soccer/volleyball/badminton/basketball/boxing/match/team/goal/score/tournament/race,
    respawn, level, boss fight, play fight/fighting, chess/cards, pillow fight, karate/kickboxing/training,
    water fight, hide and seek, playing/played
  `,
  HARMLESS: `
    dog/dogs/snake/snakes/spider/spiders/ghost/ghosts/dark/darkness/thunder/lightning/storm/storms/rain/exam/exams/test/tests/fail/failing/injection/injections/needle/dentist/vaccine/math/maths/water/height/heights/insects/mosquito/mosquitoes/buffalo/cow/flood/floods/traffic/trucks/truck/cars/car/motorbikes/lose/interview/stage/speaking/grade/grades/mistake/mistakes/future/late/covid/dengue/bridge/road/roads/trash/rubbish/toilet/toilets/lights/light/library/well/homework/study/studying/learn/english/lesson/lessons/repair/build/fix/clean/plant/understand/pond/drown/cross/bike/bicycle/wheelchair/trees/tree/roof/classroom/computer/garden/cook/cooking/market/harvest/scary/horror,
    speak english, carry water, rice field
  `,
  ACCIDENT: `
    fell, fall off/down, accident, crash/crashed, slipped, bike/bicycle/motorbike, tripped,
    broke my arm/leg, playing, dog bit, bit/bite/bites/bitten
  `,
  GLAD: `
    passed/pass/prize/won, loves/love swimming/sleeping/reading/my, now i can, it is ok, that is ok,
    fair enough, thankful, examined/checked, dentist/nurse/doctor, hugged me when, vaccine, thanks for,
    proud of, love my/our mum/mom/dad/family/teacher/school, teaches/taught me/us to/how,
    practise/practice/sing/singing/dance, pretty/beautiful/clean village/school/day, congratulations,
    welcome, cow/goat/buffalo/chicken/cat,
    happy/glad/enjoy/enjoyed/fun/proud/excited/thank/thanks/grateful/better now, good job, likes it,
    love it, nice/kind/great/good teacher/man/woman/people/day, well done,
    birthday/party/festival/wedding party
  `,
  MASK: `
    man/woman/boy/girl in the/our/this village/world/class/country/story/photo/picture/film/movie,
    kill/killing all/the/_ mosquitoes/mosquito/rats/insects/weeds/time,
    carry/carries/bring our/own/my chairs/books/bags/own,
    hit the ball/road/wall/nail/goal/gym/target/books/brakes, hit a/the six/goal/home/target/button,
    hit song/songs,
    hit/bump/bumped/hurt/broke my/his/her head/knee/leg/foot/toe/arm/elbow/finger on/against/when/while/playing,
    hit by a/the/_ ball, hit by a/the/_ car/truck/motorbike/moto/bus/storm/flood, a hit,
    beat the/them/their/our other/opposing/rival/_ team/school/class/village/record/score,
    beat us/them in/at football/volleyball/chess/games/the, we beat, heart beat/beats/beating, heartbeat,
    kick off, kick/kicks/kicked/kicking the ball, kick ball, punch line, slap stick, touch screen,
    touched my heart, touch my heart, touching story/song/video/movie,
    song/story/film/movie touched/touches me, keep in touch, in touch with,
    touched by the/your/her/his/this story/song/kindness/gift, killing time, kill time,
    sun/heat/homework/exam/exams/math/maths/hunger/mosquitoes is/are/was/were killing/_ me/us,
    is killing me/us with, killed me with, you killed it, killed it, killer,
    phone/battery/computer/laptop/light is/has died/dead/dying, phone/battery/laptop died,
    dying of laughter/laughing/hunger/heat/boredom/curiosity/shame, dying to, die laughing, died laughing,
    died of laughter/laughing, dying for, want/wanted/would/could to/_ die for, dead tired, to die for, put to sleep, dead line, deadline, die hard,
    burn/burns/burned/burning plastic/rubbish/trash/garbage/waste/leaves/calories/rice/forest/wood/the,
    cut/cuts/cutting/were down/_ trees/tree/grass/hair/paper/vegetables/wood/the/all,
    cut my/our/her/his hair/nails, power cut, cut off, short cut,
    sell/sells/selling fish/vegetables/rice/food/fruit/things/lottery/beer/drugs/goods/snacks/noodles/cakes/my bike/phone,
    sold out,
    our/my village/commune/school/class/classroom/country/district/province/community/area/town/pagoda/market/road,
    in our/my village/commune/country/school, our teachers/teacher, raped seed, grape/grapes, naked eye,
    locked phone/screen, lock down/lockdown, phone locked, forced to stop playing, force/forces of,
    air force, task force, police force, private school/class/lesson/lessons/company/sector, chest pain,
    ice cream, picture book/books, share ideas/food/idea/information/knowledge/the, forget/forgot my,
    child labour, labour law, bed time/bedtime story, get/got/getting dressed,
    drink water/milk/coffee/juice, drinking water, drinks water, well water,
    follow/follows/followed the rules/rule/lesson/lessons/instructions/news/us on/me on, touch base,
    tie my shoes, tied shoes, tie game, rope skipping, jump rope, jumping rope, shot put, abuse of power,
    drug abuse, alcohol abuse, good luck, hurt myself playing,
    hurt my leg/knee/arm/foot/finger/hand playing/when/falling, hot spot, married sister,
    my sister/brother got/is/was/gets/getting married, touch the ball/grass/wood, kiss goodnight/good,
    goodnight kiss, hung out, hang out/hanging out, hang/hangs/hanging up/advertising/clothes/pictures,
    take pictures/photos/picture of nature/flowers/us, class picture/photo, group photo/picture,
    help me with/understand/learn/study/find/improve/build/fix/choose/carry,
    help us with/fix/repair/build/get/clean/plant/understand/learn/study/have/find,
    help me to/_ learn/study/understand/do my homework, helps me/us, helped me/us,
    jump/jumping into/in the/_ river/water/pond/pool/lake to/and swim, follow me back,
    scared me/us in/with, scare me, scared the, safe from floods, lost control
  `,
};
