import type { WordClass } from './classes.ts';
import type { HarmKind } from './kinds.ts';

/**
 * What each class adds, said once or often, when no single rule holds: a child who writes of blows, fear, night and
 * secrets says something even where no sentence says it outright. From a ridge logistic regression on the tuning
 * statements (classes as yes or no), rounded; classes that rules catch alone are set by hand. Those with a kind say
 * something of harm; the others only stand around it.
 */
export const weights: Partial<Record<WordClass, { readonly weight: number; readonly kind?: HarmKind }>> = {
  WANT_TO_DIE: { weight: 2.3, kind: 'SELF_HARM' },
  CUT_MYSELF: { weight: 0.9, kind: 'SELF_HARM' },
  HOPELESS: { weight: 0.8, kind: 'SELF_HARM' },
  OVERDOSE: { weight: 0.7, kind: 'SELF_HARM' },
  DEATH_SIGN: { weight: 0.5, kind: 'SELF_HARM' },
  HIT: { weight: 1.3, kind: 'PHYSICAL_VIOLENCE' },
  BURN_OR_TIE: { weight: 1, kind: 'PHYSICAL_VIOLENCE' },
  PUSH: { weight: 1, kind: 'PHYSICAL_VIOLENCE' },
  INJURY: { weight: 0.9, kind: 'PHYSICAL_VIOLENCE' },
  ABUSE: { weight: 0.9, kind: 'PHYSICAL_VIOLENCE' },
  DRUNK: { weight: 0.8, kind: 'PHYSICAL_VIOLENCE' },
  QUARREL: { weight: 0.5, kind: 'PHYSICAL_VIOLENCE' },
  THROW: { weight: 0.5, kind: 'PHYSICAL_VIOLENCE' },
  SHOUT: { weight: 0.4, kind: 'PHYSICAL_VIOLENCE' },
  BULLY: { weight: 0.8, kind: 'BULLYING' },
  RAPE: { weight: 1.2, kind: 'SEXUAL_VIOLENCE' },
  GROPE: { weight: 1.2, kind: 'SEXUAL_VIOLENCE' },
  PRIVATE: { weight: 1.2, kind: 'SEXUAL_VIOLENCE' },
  BATHE: { weight: 1, kind: 'SEXUAL_VIOLENCE' },
  ALONE: { weight: 1, kind: 'SEXUAL_VIOLENCE' },
  EUPHEMISM: { weight: 1, kind: 'SEXUAL_VIOLENCE' },
  UNDRESS: { weight: 1, kind: 'SEXUAL_VIOLENCE' },
  ENTER_ROOM: { weight: 0.9, kind: 'SEXUAL_VIOLENCE' },
  PORN: { weight: 0.9, kind: 'SEXUAL_VIOLENCE' },
  DRUGGED: { weight: 0.9, kind: 'SEXUAL_VIOLENCE' },
  PREGNANT: { weight: 0.8, kind: 'SEXUAL_VIOLENCE' },
  TOUCH: { weight: 0.7, kind: 'SEXUAL_VIOLENCE' },
  SLEEP_WITH: { weight: 0.6, kind: 'SEXUAL_VIOLENCE' },
  LIE_ON: { weight: 0.6, kind: 'SEXUAL_VIOLENCE' },
  REFUSED: { weight: 0.5, kind: 'SEXUAL_VIOLENCE' },
  NUDE: { weight: 1.2, kind: 'ONLINE_SEXUAL_EXTORTION' },
  PICTURE: { weight: 0.6, kind: 'ONLINE_SEXUAL_EXTORTION' },
  TAKE_AWAY: { weight: 1.1, kind: 'EXPLOITATION' },
  SELL: { weight: 1.1, kind: 'EXPLOITATION' },
  TRICK: { weight: 0.7, kind: 'EXPLOITATION' },
  FOLLOW: { weight: 0.7, kind: 'EXPLOITATION' },
  LOCK: { weight: 1, kind: 'CONFINEMENT' },
  CONFINE: { weight: 0.9, kind: 'CONFINEMENT' },
  THREATEN: { weight: 0.9, kind: 'THREAT' },
  WEAPON: { weight: 0.9, kind: 'THREAT' },
  KILL: { weight: 0.5, kind: 'THREAT' },
  FORCE: { weight: 0.7, kind: 'FEAR_OR_CALL_FOR_HELP' },
  MARRY: { weight: 0.6, kind: 'FORCED_MARRIAGE' },
  MADE: { weight: 0.4 },
  BEG: { weight: 0.6, kind: 'LABOUR' },
  LABOUR: { weight: 0.3 },
  HARD: { weight: 0.3 },
  NO_FOOD: { weight: 1.2, kind: 'NEGLECT' },
  ABANDON: { weight: 0.9, kind: 'NEGLECT' },
  SLEEP_OUT: { weight: 0.7, kind: 'NEGLECT' },
  RUN_AWAY: { weight: 0.7, kind: 'NEGLECT' },
  SECRET: { weight: 1, kind: 'FEAR_OR_CALL_FOR_HELP' },
  FEAR: { weight: 0.8, kind: 'FEAR_OR_CALL_FOR_HELP' },
  HELP_ME: { weight: 0.7, kind: 'FEAR_OR_CALL_FOR_HELP' },
  UNSAFE: { weight: 0.5, kind: 'FEAR_OR_CALL_FOR_HELP' },
  DISLIKE: { weight: 0.5, kind: 'FEAR_OR_CALL_FOR_HELP' },
  CRY: { weight: 0.4, kind: 'FEAR_OR_CALL_FOR_HELP' },
  ME: { weight: 1.3 },
  ACTOR: { weight: 1.1 },
  NOW: { weight: 0.8 },
  HOME: { weight: 0.7 },
  MYSELF: { weight: 0.7 },
  OBJECT_ME: { weight: 0.7 },
  AIM: { weight: 0.6 },
  OFTEN: { weight: 0.6 },
  YOUNG: { weight: 0.6 },
  INVITE: { weight: 0.5 },
  DEMAND: { weight: 0.3 },
  GIFT: { weight: 0.3 },
  KIN: { weight: 0.4 },
  NIGHT: { weight: 0.3 },
  WATCH: { weight: 0.3 },
  MONEY: { weight: 0.2 },
  BODY: { weight: 0.2 },
  THEM: { weight: 0.1 },
};

/** What takes away from the sum, said anywhere in the text. */
export const counterweights: Partial<Record<WordClass, number>> = {
  REPORT: 2.6,
  GENERAL: 2,
  JOKE: 2,
  LESSON: 2.4,
  OLD_TIMES: 2.5,
  GLAD: 2,
  HARMLESS: 1.6,
  PLAY: 0.9,
  ACCIDENT: 1.6,
  CARER: 0.8,
  NOT: 0.4,
  PAIN: 0.2,
  HUG: 0.2,
  PASSIVE: 0.2,
};

/** Something of harm is named and denied: "never hits". */
export const denied = 0.7;

/** From here on a text is raised, if something of harm is among it. */
export const enough = 1.6;
/** From here on it is raised even so: somebody does something to the writer, often, at night, at home. */
export const enoughAround = 2.8;
