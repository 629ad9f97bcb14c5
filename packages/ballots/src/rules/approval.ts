import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';
import { byOption, type ByOption } from './tally-by-option.ts';

export interface ApprovalOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'approval';
  readonly rounds: readonly [{ readonly tally: ByOption; readonly papers: number }];
}

/**
 * The option that most papers approve wins. Every option that a ballot lists is approved; order is not read.
 *
 * Source: S. Brams, P. Fishburn, Approval Voting, American Political Science Review 72 (1978), 831–847.
 */
export function approval<Id extends OptionId>(
  profile: BallotProfile<Id>,
  options: ScoreOptions<Id> = {},
): ApprovalOutcome<Id> {
  const { starts, choices, counts } = profile;
  const approvals = new Float64Array(profile.options.length);
  for (let ballot = 0; ballot < profile.distinct; ballot += 1) {
    const count = counts[ballot]!;
    const end = starts[ballot + 1]!;
    for (let i = starts[ballot]!; i < end; i += 1) approvals[choices[i]!]! += count;
  }
  const order = orderByScore(profile.options, (a, b) => approvals[b]! - approvals[a]!, options);
  const papers = profile.ballots + profile.blank;
  return { rule: 'approval', ...order, rounds: [{ tally: byOption(profile.options, approvals), papers }] };
}
