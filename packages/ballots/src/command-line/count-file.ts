import { ok, refused, type Result } from '@samleng/kernel';
import { readBlt } from '../interchange/blt.ts';
import type { FileProblem } from '../interchange/file-problem.ts';
import { prefLibKinds, readPrefLib, type PrefLibKind } from '../interchange/preflib.ts';
import { approvedInRanking } from '../rules/approved-in-ranking.ts';
import { rankedRules, type RankedRule } from '../rules/ranked-rules.ts';
import type { TallyRequest } from './arguments.ts';
import { countOpinions } from './count-opinions.ts';
import { countPabulib } from './count-pabulib.ts';
import { countProfile, unfit, type TallyReport } from './count-profile.ts';

/**
 * Counts the text of a ballot file. The file's ending says what it is.
 *
 * @returns the report; or the problem, with line 0 when the fault is not at one line
 */
export function countFile(text: string, request: TallyRequest): Result<TallyReport, FileProblem> {
  const ending = /\.([a-z]+)$/i.exec(request.file)?.[1]?.toLowerCase() ?? '';
  if ((prefLibKinds as readonly string[]).includes(ending)) {
    return countPrefLib(text, ending as PrefLibKind, request);
  }
  if (ending === 'blt') return countBlt(text, request);
  if (ending === 'pb') return countPabulib(text, request);
  if (ending === 'csv') return countOpinions(text, request);
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

function rankedRule({ rule }: TallyRequest, kind: string): Result<RankedRule, FileProblem> {
  const known = rankedRules.find((name) => name === rule);
  return known === undefined ? unfit(`the rule ${rule} does not fit a ${kind} file`) : ok(known);
}
