import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';
import { condorcetWinner, pairwiseRows, pairwiseTable } from './pairwise.ts';

export interface SchulzeOptions<Id extends OptionId> extends ScoreOptions<Id> {
  /**
   * What the strength of a victory is: `winning-votes` (usual), the papers of the winning side; `margins`, those
   * less the papers of the losing side. They can give different winners.
   */
  readonly strength?: 'winning-votes' | 'margins';
}

export interface SchulzeOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'schulze';
  readonly rounds: readonly [
    {
      readonly strength: 'winning-votes' | 'margins';
      /** Rows and columns in the order of the poll or file. */
      readonly options: readonly Id[];
      /** `pairwise[c][d]` papers rank c above d. */
      readonly pairwise: readonly (readonly number[])[];
      /** `paths[c][d]` is the strength of the strongest path from c to d; 0 when there is none. */
      readonly paths: readonly (readonly number[])[];
      readonly condorcetWinner: Id | null;
    },
  ];
}

/**
 * The Schulze method: c is better than d when the strongest path of victories from c to d is stronger than the
 * one back; a path is as strong as its weakest victory. The winners are the options that none is better than;
 * when they are several, the rule leaves the tie. If an option beats every other, it wins. Raising an option on a
 * ballot never harms it.
 *
 * Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method, Social Choice and Welfare 36 (2011), 267–303, section 2 (strength by winning
 * votes or by margin, strongest paths and how to compute them).
 */
export function schulze<Id extends OptionId>(
  profile: BallotProfile<Id>,
  { strength = 'winning-votes', ...options }: SchulzeOptions<Id> = {},
): SchulzeOutcome<Id> {
  const table = pairwiseTable(profile);
  const size = profile.options.length;
  const paths = strongestPaths(table.wins, size, strength);
  const isBetter = (c: number, d: number) => paths[c * size + d]! > paths[d * size + c]!;
  return {
    rule: 'schulze',
    ...orderBySchulze(profile.options, isBetter, options),
    rounds: [
      {
        strength,
        options: profile.options,
        pairwise: pairwiseRows(table),
        paths: pairwiseRows({ options: profile.options, wins: paths }),
        condorcetWinner: condorcetWinner(table),
      },
    ],
  };
}

/** Strengths of the strongest paths by the Floyd–Warshall scheme of Schulze 2011, section 2. */
export function strongestPaths(
  wins: Float64Array,
  size: number,
  strength: 'winning-votes' | 'margins',
): Float64Array {
  const paths = new Float64Array(size * size);
  for (let c = 0; c < size; c += 1) {
    for (let d = 0; d < size; d += 1) {
      const won = wins[c * size + d]!;
      const lost = wins[d * size + c]!;
      if (c !== d && won > lost) paths[c * size + d] = strength === 'margins' ? won - lost : won;
    }
  }
  for (let via = 0; via < size; via += 1) {
    for (let c = 0; c < size; c += 1) {
      if (c === via) continue;
      const first = paths[c * size + via]!;
      for (let d = 0; d < size; d += 1) {
        if (d === c || d === via) continue;
        const detour = Math.min(first, paths[via * size + d]!);
        if (detour > paths[c * size + d]!) paths[c * size + d] = detour;
      }
    }
  }
  return paths;
}

/**
 * "Better" is a strict partial order (Schulze 2011, section 4.1): being level is not transitive, so options are
 * taken in layers. Each layer holds those that none of the remaining is better than.
 */
function orderBySchulze<Id extends OptionId>(
  options: readonly Id[],
  isBetter: (c: number, d: number) => boolean,
  scoreOptions: ScoreOptions<Id>,
): OrderByScore<Id> {
  const layers = new Int32Array(options.length).fill(-1);
  let remaining = options.map((_, position) => position);
  for (let layer = 0; remaining.length > 0; layer += 1) {
    const best = remaining.filter((c) => remaining.every((d) => !isBetter(d, c)));
    for (const c of best) layers[c] = layer;
    remaining = remaining.filter((c) => layers[c]! < 0);
  }
  return orderByScore(options, (a, b) => layers[a]! - layers[b]!, scoreOptions);
}
