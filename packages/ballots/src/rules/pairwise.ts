import type { BallotProfile, OptionId } from '../profile/profile.ts';

/**
 * How many papers rank each option above each other one.
 *
 * `wins[c * options.length + d]` papers rank c strictly above d. An option that a paper does not list stands below
 * those it lists; two unlisted ones stand level and count for neither.
 */
export interface PairwiseTable<Id extends OptionId = string> {
  readonly options: readonly Id[];
  readonly wins: Float64Array;
}

/**
 * One pass over the distinct ballots. Only pairs listed on a ballot are visited; what listed options win against
 * unlisted ones follows from how many papers list each option and each pair, so short ballots cost little.
 */
export function pairwiseTable<Id extends OptionId>(profile: BallotProfile<Id>): PairwiseTable<Id> {
  const size = profile.options.length;
  const above = new Float64Array(size * size);
  const level = new Float64Array(size * size);
  const listed = new Float64Array(size);
  if (profile.tied === null) addStrict(profile, above, listed);
  else addWithTies(profile, profile.tied, above, level, listed);
  const wins = new Float64Array(size * size);
  for (let c = 0; c < size; c += 1) {
    for (let d = 0; d < size; d += 1) {
      if (c === d) continue;
      const here = c * size + d;
      const there = d * size + c;
      const bothListed = above[here]! + above[there]! + level[here]! + level[there]!;
      wins[here] = above[here]! + listed[c]! - bothListed;
    }
  }
  return { options: profile.options, wins };
}

function addStrict(profile: BallotProfile<OptionId>, above: Float64Array, listed: Float64Array): void {
  const { starts, choices, counts } = profile;
  const size = profile.options.length;
  for (let ballot = 0; ballot < profile.distinct; ballot += 1) {
    const count = counts[ballot]!;
    const end = starts[ballot + 1]!;
    for (let i = starts[ballot]!; i < end; i += 1) {
      const upper = choices[i]!;
      listed[upper]! += count;
      const row = upper * size;
      for (let j = i + 1; j < end; j += 1) above[row + choices[j]!]! += count;
    }
  }
}

function addWithTies(
  profile: BallotProfile<OptionId>,
  tied: Uint8Array,
  above: Float64Array,
  level: Float64Array,
  listed: Float64Array,
): void {
  const { starts, choices, counts } = profile;
  const size = profile.options.length;
  for (let ballot = 0; ballot < profile.distinct; ballot += 1) {
    const count = counts[ballot]!;
    const end = starts[ballot + 1]!;
    for (let i = starts[ballot]!; i < end; i += 1) {
      const upper = choices[i]!;
      listed[upper]! += count;
      const row = upper * size;
      let j = i + 1;
      for (; j < end && tied[j] === 1; j += 1) level[row + choices[j]!]! += count;
      for (; j < end; j += 1) above[row + choices[j]!]! += count;
    }
  }
}

/**
 * The option that beats every other one in direct comparison, or null when there is none.
 *
 * Source: M. de Condorcet, Essai sur l'application de l'analyse à la probabilité des décisions, 1785.
 */
export function condorcetWinner<Id extends OptionId>({ options, wins }: PairwiseTable<Id>): Id | null {
  const size = options.length;
  for (let c = 0; c < size; c += 1) {
    let beatsAll = true;
    for (let d = 0; d < size && beatsAll; d += 1) {
      beatsAll = c === d || wins[c * size + d]! > wins[d * size + c]!;
    }
    if (beatsAll) return options[c]!;
  }
  return null;
}

/** The table as rows of plain numbers, for a screen or a file. */
export function pairwiseRows({ options, wins }: PairwiseTable<OptionId>): number[][] {
  const size = options.length;
  return options.map((_, c) => Array.from(wins.subarray(c * size, (c + 1) * size)));
}
