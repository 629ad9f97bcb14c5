import { readDecimal } from '../budgets/amounts.ts';

/** How votes are cast in a Pabulib file: names, one name, names in order of preference, or names with points. */
export const pabulibVoteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const;
export type PabulibVoteType = (typeof pabulibVoteTypes)[number];

/** `cost` as written in the file. `details` are the other columns by name. */
export type PabulibProject = {
  readonly id: string;
  readonly cost: string;
  readonly details: Readonly<Record<string, string>>;
};

/** `projects` in the order in which they were named, `points` beside them when points are spread. */
export type PabulibVote = {
  readonly voter: string;
  readonly projects: readonly string[];
  readonly points?: readonly string[];
  readonly details: Readonly<Record<string, string>>;
};

/**
 * One participatory budget in the format of Pabulib (D. Stolicki, S. Szufa, N. Talmon, "Pabulib: A Participatory
 * Budgeting Library", arXiv:2012.06539, section 2; pabulib.org/format). `meta` holds all other keys of the META
 * section in their order; what has a place of its own here is not repeated there.
 */
export type PabulibFile = {
  readonly meta: Readonly<Record<string, string>>;
  readonly budget: string;
  readonly voteType: PabulibVoteType;
  readonly projects: readonly PabulibProject[];
  readonly votes: readonly PabulibVote[];
};

/** Whether a text is an amount a file may hold: a plain number, not negative unless `mayBeNegative`. */
export function isAmount(text: string, mayBeNegative = false): boolean {
  const decimal = readDecimal(text);
  return decimal !== undefined && decimal.decimals <= 9 && (mayBeNegative || decimal.digits >= 0n);
}
