import type { OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';
import { byOption, type ByOption } from './tally-by-option.ts';

/** Dots given to each option and by how many papers; whole numbers by position. */
export interface DotsProfile<Id extends OptionId = string> {
  readonly options: readonly Id[];
  readonly papers: number;
  readonly dots: Float64Array;
  readonly givers: Float64Array;
}

export interface CumulativeOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'cumulative';
  readonly rounds: readonly [
    { readonly tally: ByOption; readonly givers: ByOption; readonly dots: number; readonly papers: number },
  ];
}

/**
 * Cumulative voting: each paper spreads a number of dots over the options as it likes; most dots wins.
 *
 * Source: G. Glasser, Game theory and cumulative voting for corporate directors, Management Science 5 (1959), 151–156.
 */
export function cumulative<Id extends OptionId>(
  { options, papers, dots, givers }: DotsProfile<Id>,
  scoreOptions: ScoreOptions<Id> = {},
): CumulativeOutcome<Id> {
  const order = orderByScore(options, (a, b) => dots[b]! - dots[a]!, scoreOptions);
  const all = dots.reduce((sum, given) => sum + given, 0);
  const round = { tally: byOption(options, dots), givers: byOption(options, givers), dots: all, papers };
  return { rule: 'cumulative', ...order, rounds: [round] };
}
