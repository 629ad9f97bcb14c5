/** What names an option: the poll's own id, or the number it bears in a ballot file. */
export type OptionId = string | number;

/**
 * Ballots as the counting rules read them: each distinct ballot once, with how often it was cast, in flat typed
 * arrays. Memory grows with distinct ballots, not with voters.
 *
 * Ballot `b` lists the option positions `choices[starts[b] .. starts[b + 1]]`, most wanted first. Where
 * `tied[i]` is 1 the choice at `i` stands level with the one before it. Options that a ballot does not list stand
 * below those it lists and level with one another. For approval, and wherever order has no meaning, the listed
 * options are simply those chosen.
 */
export interface BallotProfile<Id extends OptionId = string> {
  /** The options in the order of the poll or file; everywhere else an option is its position here. */
  readonly options: readonly Id[];
  /** Papers that list at least one option. */
  readonly ballots: number;
  /** Papers that list none; they count in no quota and no majority. */
  readonly blank: number;
  /** How many distinct ballots there are. */
  readonly distinct: number;
  readonly starts: Uint32Array;
  readonly choices: Uint16Array;
  /** Same length as `choices`; null when no ballot ranks two options level. */
  readonly tied: Uint8Array | null;
  /** How often each distinct ballot was cast. */
  readonly counts: Uint32Array;
}

/** Whether every ballot lists every option. */
export function isComplete(profile: BallotProfile<OptionId>): boolean {
  return profile.choices.length === profile.distinct * profile.options.length;
}

/**
 * The first distinct ballot that ranks two options level, or null when none does.
 */
export function firstBallotWithTie(profile: BallotProfile<OptionId>): number | null {
  if (profile.tied === null) return null;
  const place = profile.tied.indexOf(1);
  if (place < 0) return null;
  let ballot = 0;
  while (profile.starts[ballot + 1]! <= place) ballot += 1;
  return ballot;
}
