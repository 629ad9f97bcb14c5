import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';
import { pairwiseTable } from './pairwise.ts';
import { byOption, type ByOption } from './tally-by-option.ts';

export interface BordaOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'borda';
  readonly rounds: readonly [{ readonly scores: ByOption }];
}

/**
 * The symmetric Borda count: an option's score is how often it is placed above another option, less how often
 * another is placed above it, over all papers and all other options. On complete rankings this orders options as
 * the classic count of points does; on short ones the unlisted options share the lower places evenly, so that
 * nobody gains by ranking few.
 *
 * Source: J.-C. de Borda, Mémoire sur les élections au scrutin, 1781; for ballots with ties and omissions
 * P. Young, An axiomatization of Borda's rule, Journal of Economic Theory 9 (1974), 43–52, and M. Dummett,
 * The Borda count and agenda manipulation, Social Choice and Welfare 15 (1998), 289–296.
 */
export function borda<Id extends OptionId>(
  profile: BallotProfile<Id>,
  options: ScoreOptions<Id> = {},
): BordaOutcome<Id> {
  const scores = bordaScores(profile);
  const order = orderByScore(profile.options, (a, b) => scores[b]! - scores[a]!, options);
  return { rule: 'borda', ...order, rounds: [{ scores: byOption(profile.options, scores) }] };
}

/** The symmetric scores by position: whole numbers that add up to zero. */
export function bordaScores(profile: BallotProfile<OptionId>): Float64Array {
  const { wins } = pairwiseTable(profile);
  const size = profile.options.length;
  const scores = new Float64Array(size);
  for (let c = 0; c < size; c += 1) {
    for (let d = 0; d < size; d += 1) scores[c]! += wins[c * size + d]! - wins[d * size + c]!;
  }
  return scores;
}
