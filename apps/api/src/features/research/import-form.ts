import { ok, refused, type Result } from '@samleng/kernel';
import { type Dropped, type FormProblem, notOnlyCounts, readXlsForm } from '@samleng/surveys';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { readNamedSheets } from '../../spreadsheets/read-named-sheets.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import type { ResearchTopic } from './research.entity.ts';

export type ImportedForm = {
  readonly topic: ResearchTopic | null;
  /** What the form leaves out of the workbook. */
  readonly dropped: readonly Dropped[];
  /** Where the workbook is no form: nothing is then kept of it. */
  readonly lines: readonly FormProblem[];
  readonly problems: readonly Problem[];
};

const nothing = { topic: null, dropped: [], lines: [] };
const sheetNames = ['survey', 'choices', 'settings'] as const;

/**
 * A facilitator gives a topic its form: a workbook of XLSForm, taken whole or not at all, with what it drops told.
 * It can be given anew until the ethics are looked at. A sensitive topic takes no question but for counts.
 */
export async function importForm(
  request: ApiRequest,
  input: { readonly topicId: string; readonly file: string },
): Promise<ImportedForm> {
  const sheets = readNamedSheets(input.file, sheetNames);
  if (!sheets.ok) return { ...nothing, problems: [problem(sheets.problem, 'file')] };
  const read = readXlsForm(sheets.value);
  const kept: Result<ResearchTopic, readonly Problem[]> = await inTransaction(request, async (inside) => {
    const topic = await lockOwnTopic(inside, input.topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (topic.stage !== 'IDEA' && topic.stage !== 'PLAN') return refused([problem('WRONG_STATE', 'topicId')]);
    if (!read.ok) return refused([problem('LINES_NOT_RIGHT', 'file')]);
    const { form } = read.value;
    if (topic.isSensitive && notOnlyCounts(form).length > 0) return refused([problem('ONLY_COUNTS', 'file')]);
    topic.form = form;
    await auditTopic(inside, 'importForm', topic.id, { dropped: read.value.dropped.length });
    return ok(topic);
  });
  if (kept.ok)
    return { topic: kept.value, dropped: read.ok ? read.value.dropped : [], lines: [], problems: [] };
  const isLines = kept.problem.some(({ code }) => code === 'LINES_NOT_RIGHT');
  return { ...nothing, lines: isLines && !read.ok ? read.problem : [], problems: kept.problem };
}
