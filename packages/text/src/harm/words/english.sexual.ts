import type { Lexicon } from '../classes.ts';

/** Sexual violence and pictures, in English as children write it. */
export const englishSexual: Lexicon = {
  RAPE: `
    sex with, refused/refuse/refuses sex, asked/asks/ask for/my/her/me for/sex/body sex/body/_, rape me,
    force/forces/forced himself on, virginity/virgin, sperm/condom, abortion,
    prostitute/prostitution/escort, sugar daddy, do it/sex with him/me/us, slept with me, sleeps with me,
    had sex, having sex, rape/rapes/raped/raping/rapist/reip/rapd,
    sexual/sexually abuse/abused/assault/assaulted/harass/harassed/harassment/violence/abuses/assaults/harassing/exploited,
    sexual abuse/assault/violence/harassment/exploitation, molest/molests/molested/molesting,
    had/have/having/has/wants/want/do/did/make/made/force/forced/forces/for/tried/try to/me/us/her/_ to/_ have/_ sex,
    sex with me/us/her/him, abuse/abused sexually, forced/forces me/her on/into sex/him,
    put/puts/putting his/it/something/fingers inside/in/into me/her/inside,
    put/puts his/a finger/fingers/penis/thing in/inside/into, fingers inside me, inside me, oral sex,
    gang rape, took my virginity, lost my virginity
  `,
  GROPE: `
    grind/grinds/grinding on/against, hand on my/her thigh/leg/knee/back/waist/bottom/breast/chest/butt,
    his hand/hands on/under/in/inside/up my/her, touched me/her everywhere/all, everywhere on my body,
    suck/sucks/sucked, lick/licks/licked me/my, flash/flashed/flashes me,
    touch/touches/touched/touching/play/plays himself/herself in/with/_,
    masturbate/masturbates/masturbating/masturbated, rape, his thing, wants to see my,
    looks at my breasts/body/chest, touch/touches/touched me under/inside/between/in/on the/my,
    grope/gropes/groped/groping, fondle/fondles/fondled/fondling,
    feel/feels/felt me/my up/body/breast/breasts, finger/fingers/fingered me,
    put/puts/putting/slides/slid/slip/slips/reached/reaches his/her/a/the hand/hands in/inside/under/on/up/down/into my/the/_ blanket/skirt/shirt/pants/dress/clothes/leg/legs/thigh/underwear/shorts/body/trousers/_,
    touch/touches/touched/touching/tuch/tuches/tuched/toch/toches/toched/tuching my/her/our private/privat/body/breast/breasts/chest/butt/bottom/boobs/bum/thigh/vagina/penis/area,
    touch/touches/touched/touching me there/inappropriately/sexually/wrong/badly/everywhere/down,
    rub/rubs/rubbed/rubbing himself/against/my, lick/licks/licked/licking me/my,
    wank/masturbate/masturbates/masturbated, make/makes/made me touch/rub/lick/suck/hold/kiss him/his/it,
    suck/sucks his, touch/touches/touched/touching his,
    kiss/kisses/kissed/kissing my/me neck/mouth/lips/body/on
  `,
  TOUCH: `
    hand/hands/fingers goes/go/went/slides/slide/slid/moves/move/moved/creeps/creep under/inside/into,
    hand/hands/fingers goes/go/went/slides/slide/slid/moves/move/moved/creeps/creep up/down/in my/her/his,
    creepy/pervert/perv/inappropriate/inappropriately/weird touch/touching,
    hug/hugs/hugged me too/so/very/from long/tight/much/behind, comments about my body,
    tongue in/inside my, kisses/kissed/kiss, sniff/sniffs/smells my, rubs his body, rub his body on,
    bites/bite/bit my ear/neck/lip, sit/sits/sitting me on his, tickles my,
    touch/touches/touched/touching/tuch/tuches/tuched/toch/toches/toched/tuching/touchs,
    rub/rubs/rubbed/rubbing, stroke/strokes/stroked/stroking, squeeze/squeezes/squeezed/squeezing,
    kiss/kisses/kissed/kissing/kis/kised, massage/massages/massaged/massaging, lick/licks/licked,
    grab/grabs/grabbed/grabbing, caress/caresses/caressed, cuddle/cuddles, undress
  `,
  HUG: `
    hug/hugs/hugged/hugging, hold/holds/held/holding my hand/hands/waist, sit/sits/sat on his/her lap,
    on his lap, put/puts his arm/arms, pat/pats/patted, sit/sits/sat next/close to me, hold/holds/held me
  `,
  PRIVATE: `
    private/privat/privates, part/parts down, private part/parts/area/place, down there,
    breast/breasts/boobs/boob/chest/nipple/nipples, butt/bum/bottom/buttocks/ass,
    vagina/pussy/penis/dick/cock/genitals/balls, underwear/panties/bra/pants/skirt/shorts/shirt,
    thigh/thighs/lap/waist, between my legs, under my clothes/blanket/shirt/skirt,
    inside my clothes/shirt/pants, my body, bad place/places/touch, where he should not/shouldnt,
    not good place
  `,
  UNDRESS: `
    take/takes/took/taking/taken off my/her/our/his/the/all/_ clothes/shirt/pants/skirt/dress/underwear/clothe/shorts,
    undress/undresses/undressed/undressing,
    remove/removes/removed/removing my/her/our/his/_ clothes/shirt/pants/skirt/dress/underwear/shorts,
    lift/lifts/lifted my/up skirt/shirt/dress/my, pull/pulls/pulled down/off/up my/pants/skirt/shorts/his,
    get/got naked, be naked, without clothes, strip/strips/stripped, no clothes, pulled his pants,
    shows/showed me his, expose/exposes/exposed himself
  `,
  SLEEP_WITH: `
    to/at/in a/the/his/_ hotel/guesthouse/motel/room with/and/together/alone/_,
    go/come with/to him/his to/house/room, sleep/sleeps/sleeping/slept with him/her/them/me/men/man/old,
    sleep/sleeps/sleeping in his/my bed/room/his, go/went to bed/hotel/guesthouse/guest with/house,
    stay/stays the night with, in his bed, share his bed, sleep/sleeps next to me, lie/lies/lay next to me,
    comes/came to my bed/mat/mattress, gets/got into my bed/blanket, hotel/guesthouse with,
    bath/shower/bathe/bed with him/her/me/them/uncle/us,
    meet/meets me/him at/in a/the/_ guesthouse/hotel/room, girlfriend, his wife
  `,
  LIE_ON: `
    on top of me/her, lay/lie/lies/laid/lying/climbs/climbed/got/gets on me/top,
    climb/climbs/climbed on/onto/over me/my
  `,
  PREGNANT: `
    pregnant/pregnent/pregnat, having his baby, missed my period
  `,
  PORN: `
    porn/porno/pornography,
    sex/sexy/bad/dirty/nasty/adult/naked/rude/weird/blue video/videos/movie/movies/film/films/clip/clips/picture/pictures/photo/photos/pics/things/story/stories/messages/message,
    18 plus, xxx, his penis/dick/private/thing
  `,
  BATHE: `
    bathe/bathes/bathing/bathed/bath/shower/showering/showers,
    change/changes/changing/changed/get/getting my/clothes/dressed/_ clothes/dressed, toilet/bathroom,
    undress, dressing, naked, sleeping, when i change
  `,
  WATCH: `
    watch/watches/watched/watching, look/looks/looked/looking, peek/peeks/peeped/peep/peeps/spy/spies,
    film/films/filmed/filming, record/records/recorded/recording, stare/stares/stared/staring,
    hide/hides/hidden camera, take/takes/took/taking pictures/photos/photo/picture/video/videos/pics
  `,
  ENTER_ROOM: `
    lie/lies/lay/lying/sleep/sleeps/sleeping/slept down/_ beside/next/near/close/with/against to/_ me/us/my_sister,
    every night he/beside/next,
    crawl/crawls/crawled/climb/climbs/climbed/slip/slips/slipped/sneak/sneaks/sneaked in/into my/our/her/the bed/room/mosquito/net/blanket/house/_ net/_,
    under the/my/his/our blanket, lamp/light/lights is/are/goes/go off/out, comes/came at night,
    choose one, afraid/scared to sleep, comes/come/came at/every/each night/nite,
    comes/came when i/everyone am/is/sleep/asleep,
    wait/waits/waited until she/he/they/mum/mom/mother/everyone sleep/sleeps/is,
    sit/sits/sat on my bed/mat/mattress, wakes me up at night,
    come/comes/came/coming/enter/enters/entered/entering/sneak/sneaks/snuck/gets/got/go/goes/went in/into/to/_ my/our/her room/bed/bedroom/mosquito/blanket/mat/mattress,
    comes/came/come/coming to me at night/nite, lies/lie/lay/lays/sleeps beside/next/near to/_ me,
    at my door at night
  `,
  ALONE: `
    alone/allone, by myself/herself/ourselves, his house/room/home/office/car/place, her house, in private,
    privately, just/only him/us/me and/two/with me/him/_, only two of us, when nobody/no_one is,
    when my mother/mom/mum/parents is/are not/away/out/at, empty classroom, when everyone left,
    hotel/guesthouse, one by one, behind closed doors, at his house/place/home
  `,
  INVITE: `
    send/sends/sent me/us hearts/kisses/messages/money/pictures/flowers,
    ask/asks/asked for photos/pictures/pics/photo/picture, says/said i am/im his/beautiful/sexy/pretty,
    calls me baby/darling/sexy, meet/meets/meeting, love letter/letters/message/messages,
    flirt/flirts/flirting, chat/chats/chatting, ask/asks/asked/asking/aks/askes, tell/tells/told/telling,
    want/wants/wanted, call/calls/called/calling, invite/invites/invited, make/makes/made/making,
    keep/keeps/kept/keeping, force/forces/forced, bring/brings/brought, take/takes/took,
    text/texts/texting, message/messages/messaging, let/lets, come/comes/came/coming, order/orders/ordered,
    say/says/said, stay/stays
  `,
  GIFT: `
    pay/pays/paid the/our/my rent/debt/school/fees, dont/not have/need to pay, no need to pay,
    spend time with him/them,
    give/gives/gave/giving/offers/offer/offered/promised/promises/promise/buys/bought me/us/her money/sweets/candy/phone/gifts/gift/presents/present/things/marks/grades/score/good/a/new/clothes/food,
    good marks/grades/grade/score, pay/pays/paid me/us, for money, in return, pass the exam/class/test
  `,
  NUDE: `
    nude/nudes/nudez/noods/nood,
    naked/nakid/nacked/necked picture/pictures/photo/photos/pic/pics/video/videos/image/images/body/selfie/selfies/_,
    picture/pictures/photo/photos/pic/pics/video/videos/selfie of/with/without/_ me/my/_ no/without/naked/body/private/breasts clothes/cloth/parts/_,
    without/no my/any/her/_ clothes/cloth,
    sexy/private/bad/naughty/dirty/sex/intimate/bath/shower photo/photos/pic/pics/picture/pictures/video/videos/selfie/selfies,
    sext/sexting/sexts, show my/your/her/him body/breasts/boobs/naked/private,
    on camera/webcam/video naked/call, dick/dik pic/pics
  `,
  PICTURE: `
    picture/pictures/photo/photos/pic/pics/picz/image/images/selfie/selfies/foto/fotos,
    video/videos/vdo/vid/vids/clip/recording, screenshot/screenshots, chat/chats/messages
  `,
  SHARE: `
    shows/show/showed them/it/everyone/my to, put/puts/upload it/them/my on/online, tells everyone,
    laugh/laughed/laughs at it/me, group/groupchat/chat, share/shares/sharing/shared/shere,
    post/posts/posted/posting, send/sends/sent/sending it/them/to/my/everyone/all/_,
    spread/spreads/spreading, upload/uploads/uploaded, leak/leaks/leaked/leaking, publish,
    show/shows/showing everyone/people/all/my, put/puts online/it/them, expose,
    on facebook/telegram/tiktok/internet/the
  `,
  DEMAND: `
    if i/we dont/do/didnt/wont/cant/refuse/say/leave/tell/not, unless i, or else,
    money/dollars/pay/payment/cash/coins, leave/break him/up, if i/we,
    want/wants/wanted/ask/asks/asked/demand/demands more,
    threat/threats/threaten/threatens/threatened/threatening/blackmail/blackmails/blackmailed/blackmailing,
    without my permission, ruin/ruins/destroy my life, or he/she/they will, i have to
  `,
  DRUGGED: `
    put/puts something/drug/drugs/pill/medicine in/into my/her/our/the drink/food/water,
    woke/wake up without/naked/in, gave me a/some/_ drink/drug/drugs/pill/pills, drugged, spiked
  `,
  EUPHEMISM: `
    play/plays/played doctor/husband/wife/mommy/papa with/_ me/_,
    call/calls/called him/her husband/my_husband/wife, call/calls/called me his/my/the wife/girlfriend,
    look/looks/looked sexy/hot, in front of me naked, hurts inside, higher and higher, lower and lower,
    see what he/she/they did/does, where the underwear/bra/pants/swimsuit,
    says/said/it/its/this is/_ normal/okay/ok/love for/between/because, between us,
    special game/friend/secret, comes/came/come to/into my/her/our bed/mat/mattress/blanket,
    pain/hurts/hurt between my/legs/there, down there, bleed/bleeding down/there,
    it/this/that/something happened/happens/keeps to/again/with/every/when/last/at/with/happening/at,
    what he/she/they/uncle/grandpa/dad/father/happened/teacher/sir did/does/do/to,
    did/does/do/doing it/that/this again/to/anyway/with/every,
    do/does/did/doing things/stuff to/with me/us/her,
    made/makes/make/wants/want/asks/force/forces me/us/her to/_ do things/it/bad/that/something/dirty,
    use/uses/used/using me/us/her/my, took advantage of/_, takes advantage, did bad, am i dirty,
    feel dirty, my fault, it is/was my fault, after what, bad thing/things to/with me,
    bad thing/things happened, something wrong with, ruined me/my/her, against my will,
    what grandpa/grandfather/uncle did
  `,
  REFUSED: `
    i said/say no/stop, i told/tell/asked/ask/beg/begged him/her/them to/_ stop,
    didnt/doesnt/dont/not/wont/never stop, i dont/didnt/never want/wanted it/to/that/this,
    i refuse/refused, i cant/couldnt/cannot say/fight/run/move/shout/scream no/back/away/_,
    but he/they/she did/does/dont/doesnt/didnt/still/keep/keeps/kept/forced/said/continues
  `,
};
