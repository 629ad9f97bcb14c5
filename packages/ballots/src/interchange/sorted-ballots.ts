import type { BallotProfile, OptionId } from '../profile/profile.ts';

/** A distinct ballot as a file writes it: levels of option numbers, from 1. */
export interface WrittenBallot {
  readonly count: number;
  readonly levels: readonly (readonly number[])[];
}

/**
 * The distinct ballots, most frequent first, then longest, then by their numbers: the order of published files, and
 * one in which nothing is left of the order in which ballots were cast.
 *
 * @param numberOf the number an option bears in the file, by its position
 */
export function sortedBallots(
  profile: BallotProfile<OptionId>,
  numberOf: (position: number) => number,
): WrittenBallot[] {
  const { starts, choices, tied, counts } = profile;
  const ballots = Array.from({ length: profile.distinct }, (_, ballot): WrittenBallot => {
    const levels: number[][] = [];
    for (let i = starts[ballot]!; i < starts[ballot + 1]!; i += 1) {
      if (tied?.[i] === 1) levels.at(-1)!.push(numberOf(choices[i]!));
      else levels.push([numberOf(choices[i]!)]);
    }
    return { count: counts[ballot]!, levels };
  });
  return ballots.sort(
    (a, b) => b.count - a.count || b.levels.length - a.levels.length || compareLevels(a.levels, b.levels),
  );
}

function compareLevels(a: WrittenBallot['levels'], b: WrittenBallot['levels']): number {
  for (let level = 0; level < a.length; level += 1) {
    const [left, right] = [a[level]!, b[level]!];
    for (let i = 0; i < left.length && i < right.length; i += 1) {
      if (left[i] !== right[i]) return left[i]! - right[i]!;
    }
    if (left.length !== right.length) return left.length - right.length;
  }
  return 0;
}

/** Text that fits into one line of a file. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
