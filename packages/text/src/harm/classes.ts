/** What a word of the lexicon stands for. Rules speak of these, never of words. */
export type WordClass =
  // who
  | 'ME' // the writer, or somebody named through the writer: I, me, my, us
  | 'OBJECT_ME' // me, us: the one something is done to
  | 'KIN' // mum, dad: the writer's own, even without "my"
  | 'THEM' // her, him, friend, sister: somebody near, when the writer is in the text
  | 'ACTOR' // an older or stronger person, known or not
  | 'CARER' // mother, grandmother: touch by them is rarely meant as harm
  | 'HOME'
  | 'PASSIVE' // was, got, ត្រូវ: done to the one before
  | 'GENERAL' // some, many, children: nobody in particular
  // what turns the meaning
  | 'NOT'
  | 'REPORT' // news, films, books, hearsay
  | 'LESSON' // law, training, campaigns, questions how to help
  | 'OLD_TIMES'
  | 'JOKE'
  | 'PLAY' // games and sport
  | 'HARMLESS' // fears and pleas of daily life: dogs, exams, roads
  | 'ACCIDENT'
  | 'MASK' // a longer phrase in which the words mean something else
  // what is done
  | 'HIT'
  | 'BURN_OR_TIE'
  | 'INJURY'
  | 'WEAPON'
  | 'AIM' // hold, point, chase with
  | 'ABUSE' // hurts me, does bad things
  | 'BULLY'
  | 'SHOUT'
  | 'THROW'
  | 'DRUNK'
  | 'QUARREL'
  | 'KILL'
  | 'THREATEN'
  | 'RAPE'
  | 'GROPE'
  | 'TOUCH'
  | 'HUG'
  | 'PRIVATE'
  | 'UNDRESS'
  | 'SLEEP_WITH'
  | 'LIE_ON'
  | 'PREGNANT'
  | 'PORN'
  | 'BATHE'
  | 'WATCH'
  | 'ENTER_ROOM'
  | 'ALONE'
  | 'INVITE'
  | 'GIFT'
  | 'NUDE'
  | 'PICTURE'
  | 'SHARE'
  | 'DEMAND' // if I do not, money, leave him
  | 'WANT_TO_DIE'
  | 'HOPELESS'
  | 'CUT_MYSELF'
  | 'OVERDOSE'
  | 'MYSELF'
  | 'SELL'
  | 'TAKE_AWAY'
  | 'ABROAD'
  | 'TRICK'
  | 'CONFINE'
  | 'LOCK'
  | 'FOLLOW'
  | 'MARRY'
  | 'FORCE'
  | 'MADE' // must, have to, gets to: force only beside other words
  | 'LABOUR'
  | 'HARD' // at night, every day, no pay, no school
  | 'BEG'
  | 'NO_FOOD'
  | 'ABANDON'
  | 'SLEEP_OUT'
  | 'RUN_AWAY'
  // how it feels
  | 'FEAR'
  | 'UNSAFE'
  | 'SECRET'
  | 'HELP_ME'
  | 'NOW'
  | 'DISLIKE'
  | 'NIGHT'
  | 'CRY'
  | 'GLAD'
  | 'DEAD'
  | 'MONEY'
  | 'DRUGGED'
  | 'BODY'
  | 'PUSH'
  | 'EUPHEMISM' // "it happened again", "what he did"
  | 'REFUSED' // I said no
  | 'YOUNG' // an age under 18
  | 'OFTEN'
  | 'PAIN'
  | 'DEATH_SIGN'
  | 'ALARM_SIGN';

/**
 * Phrases by class. In a phrase, `a/b` is either word, `_` none: 'want/wants to/_ die' stands for four phrases;
 * `no_one` is two words in the place of one.
 * Phrases are parted by commas or line ends.
 */
export type Lexicon = Partial<Record<WordClass, string>>;
