import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';
import { byOption, type ByOption } from './tally-by-option.ts';

export interface PluralityOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'plurality';
  readonly rounds: readonly [
    {
      readonly tally: ByOption;
      /** Papers whose first place is shared by several options: they name no single one and count for none. */
      readonly undecided: number;
    },
  ];
}

/**
 * Most first choices wins (also called first past the post; single choice polls are counted so).
 *
 * A paper counts for its first choice if that is a single option. Adding a first choice for an option never
 * harms it.
 *
 * Source: W. Zwicker, Introduction to the theory of voting, chapter 2 of F. Brandt and others (eds.), Handbook of
 * Computational Social Choice, 2016.
 */
export function plurality<Id extends OptionId>(
  profile: BallotProfile<Id>,
  options: ScoreOptions<Id> = {},
): PluralityOutcome<Id> {
  const { starts, choices, tied, counts } = profile;
  const firsts = new Float64Array(profile.options.length);
  let undecided = 0;
  for (let ballot = 0; ballot < profile.distinct; ballot += 1) {
    const start = starts[ballot]!;
    const isShared = tied !== null && start + 1 < starts[ballot + 1]! && tied[start + 1] === 1;
    if (isShared) undecided += counts[ballot]!;
    else firsts[choices[start]!]! += counts[ballot]!;
  }
  const order = orderByScore(profile.options, (a, b) => firsts[b]! - firsts[a]!, options);
  return { rule: 'plurality', ...order, rounds: [{ tally: byOption(profile.options, firsts), undecided }] };
}
