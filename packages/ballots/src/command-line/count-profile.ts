import { ok, refused, type Result } from '@samleng/kernel';
import type { FileProblem } from '../interchange/file-problem.ts';
import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { canCount, countRanked, type RankedRule } from '../rules/ranked-rules.ts';

/** What the command prints: ids as in the file, everything else as the rule explains it. */
export interface TallyReport {
  readonly rule: string;
  readonly winners: readonly unknown[];
  readonly order: readonly unknown[];
  readonly ties: readonly unknown[];
  readonly rounds: readonly unknown[];
}

/**
 * Counts a profile by a rule that can read it.
 *
 * @param lineWithTie the line to name when the rule cannot count ballots that rank options level
 */
export function countProfile<Id extends OptionId>(
  profile: BallotProfile<Id>,
  lineWithTie: number | null,
  rule: RankedRule,
  seats: number | null,
): Result<TallyReport, FileProblem> {
  if (!canCount(profile, rule)) {
    return refused({
      line: lineWithTie ?? 0,
      reason: `${rule} cannot count a ballot that ranks two options level`,
    });
  }
  if (rule === 'instant-runoff' && (seats ?? 1) > 1) {
    return unfit('instant-runoff elects one; for more seats take stv-scottish');
  }
  const { winners, order, ties, rounds } = countRanked(profile, rule, { seats: seats ?? undefined });
  return ok({ rule, winners, order, ties, rounds });
}

/** A refusal of the file as a whole. */
export function unfit(reason: string) {
  return refused({ line: 0, reason });
}
