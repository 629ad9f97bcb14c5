import { ok, refused, type Result } from '@samleng/kernel';
import { readBlt } from '../interchange/blt.ts';
import type { FileProblem } from '../interchange/file-problem.ts';
import { prefLibKinds, readPrefLib, type PrefLibKind } from '../interchange/preflib.ts';
import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { approvedInRanking } from '../rules/approved-in-ranking.ts';
import { canCount, countRanked, rankedRules, type RankedRule } from '../rules/ranked-rules.ts';
import type { TallyRequest } from './arguments.ts';

/** What the command prints: ids as in the file, everything else as the rule explains it. */
export interface TallyReport {
  readonly rule: string;
  readonly winners: readonly unknown[];
  readonly order: readonly unknown[];
  readonly ties: readonly unknown[];
  readonly rounds: readonly unknown[];
}

/**
 * Counts the text of a ballot file. The file's ending says what it is.
 *
 * @returns the report; or the problem, with line 0 when the fault is not at one line
 */
export async function countFile(
  text: string,
  request: TallyRequest,
): Promise<Result<TallyReport, FileProblem>> {
  const ending = /\.([a-z]+)$/i.exec(request.file)?.[1]?.toLowerCase() ?? '';
  if ((prefLibKinds as readonly string[]).includes(ending)) {
    return countPrefLib(text, ending as PrefLibKind, request);
  }
  if (ending === 'blt') return countBlt(text, request);
  if (ending === 'pb') return (await import('./count-pabulib.ts')).countPabulib(text, request);
  return refused({ line: 0, reason: `no kind of ballot file ends in ".${ending}"` });
}

function countPrefLib(
  text: string,
  kind: PrefLibKind,
  request: TallyRequest,
): Result<TallyReport, FileProblem> {
  const rule = rankedRule(request, `.${kind}`);
  if (!rule.ok) return rule;
  const file = readPrefLib(text, kind);
  if (!file.ok) return file;
  const { profile, lineWithTie } = file.value;
  if (rule.value !== 'approval' || kind.endsWith('i')) {
    return countProfile(profile, lineWithTie, rule.value, request.seats);
  }
  const approvals = approvedInRanking(profile);
  if (approvals !== null) return countProfile(approvals, null, 'approval', request.seats);
  return unfit(`the orders have more than two levels: they rank every alternative and approve none`);
}

function countBlt(text: string, request: TallyRequest): Result<TallyReport, FileProblem> {
  const rule = rankedRule(request, '.blt');
  if (!rule.ok) return rule;
  const file = readBlt(text);
  if (!file.ok) return file;
  const seats = request.seats ?? (rule.value === 'stv-scottish' ? file.value.seats : null);
  return countProfile(file.value.profile, file.value.lineWithTie, rule.value, seats);
}

/** Counts a profile by a rule that can read it. */
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

function rankedRule({ rule }: TallyRequest, kind: string): Result<RankedRule, FileProblem> {
  const known = rankedRules.find((name) => name === rule);
  return known === undefined ? unfit(`the rule ${rule} does not fit a ${kind} file`) : ok(known);
}

/** A refusal of the file as a whole. */
export function unfit(reason: string) {
  return refused({ line: 0, reason });
}
