/**
 * One step of an explanation, as data: the words are in `messages` under `ballots.explain.<KEY>`, with the values
 * filled in. Values named `option`, `over`, `to` or `options` are option ids, to be shown by title.
 */
export interface ExplanationStep {
  readonly key: ExplanationKey;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Every step an explanation can have, with the names of its values. */
export const explanationKeys = {
  PAPERS: ['papers'],
  PAPERS_WITHOUT_SINGLE_FIRST: ['papers'],
  NOBODY_WON: [],
  WON: ['option'],
  WON_SEVERAL: ['options'],
  TIE_LEFT: ['options'],
  TIE_FOR_SEAT_BY_LOT: ['options', 'chosen'],
  TIE_BY_EARLIER_ROUND: ['options', 'chosen', 'round', 'decidedIn'],
  TIE_BY_LOT: ['options', 'chosen', 'round'],
  VOTES: ['option', 'votes', 'papers'],
  LEAD: ['option', 'over', 'votes'],
  BORDA_SCORE: ['option', 'score'],
  ROUND_VOTES: ['round', 'option', 'votes', 'continuing'],
  ROUND_ELIMINATED: ['round', 'option', 'votes'],
  ROUND_MOVED: ['round', 'option', 'to', 'votes'],
  ROUND_EXHAUSTED: ['round', 'option', 'votes'],
  ROUND_MAJORITY: ['round', 'option', 'votes', 'continuing'],
  PAIR: ['option', 'over', 'votes', 'against'],
  BEATS_ALL: ['option'],
  BEATS_ALL_BUT_LOST: ['option'],
  NOBODY_BEATS_ALL: [],
  STRONGER_PATH: ['option', 'over', 'strength', 'back'],
  QUOTA: ['quota', 'papers', 'seats'],
  STAGE_SURPLUS: ['stage', 'option', 'votes'],
  STAGE_EXCLUDED: ['stage', 'option', 'votes'],
  STAGE_MOVED: ['stage', 'option', 'to', 'votes'],
  STAGE_ELECTED: ['stage', 'option', 'votes'],
  MEAN: ['option', 'mean', 'low', 'high', 'papers'],
  MEDIAN: ['option', 'median', 'low', 'high', 'papers'],
  DOTS: ['option', 'dots', 'givers', 'papers'],
  STATEMENT: ['option', 'agree', 'disagree', 'pass', 'seen'],
  STATEMENT_COMMON: ['option', 'agree', 'seen'],
  STATEMENT_REFUSED: ['option', 'disagree', 'seen'],
  NO_COMMON_STATEMENT: [],
  BUDGET: ['money', 'voters'],
  BUDGET_SHARE: ['share'],
  BUDGET_SHARE_RAISED: ['share'],
  FUNDED_FREE: ['option'],
  FUNDED_BY_SHARES: ['option', 'money', 'supporters', 'payers', 'most'],
  FUNDED_BY_VOTES: ['option', 'money', 'votes', 'left'],
  PASSED_OVER: ['option', 'money', 'votes', 'left'],
  NOT_FUNDED_DEARER: ['option', 'money'],
  NOT_FUNDED_NO_SUPPORT: ['option', 'money'],
  NOT_FUNDED_SHORT: ['option', 'money', 'short'],
  NOT_FUNDED_NO_ROOM: ['option', 'money', 'short'],
  BUDGET_TIE: ['options', 'chosen', 'by'],
  BUDGET_LEFT: ['money'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ExplanationKey = keyof typeof explanationKeys;

/** A step; the compiler holds its values to the names above. */
export function step<Key extends ExplanationKey>(
  key: Key,
  values: Readonly<Record<(typeof explanationKeys)[Key][number], string | number | readonly string[]>>,
): ExplanationStep {
  return { key, values };
}
