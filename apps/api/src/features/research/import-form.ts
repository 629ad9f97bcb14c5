import { ok, refused, type Result } from '@samleng/kernel';
import { type Dropped, type FormProblem, notOnlyCounts, readXlsForm, type XlsForm } from '@samleng/surveys';
import { admitText } from '@samleng/text';
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
const charactersMost = 64_000;
const cellsMost = 20_000;
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
  return keepForm(request, input.topicId, sheets.value);
}

/** A facilitator gives a topic the form that was put together on the page: the same rules as for a workbook. */
export async function saveForm(
  request: ApiRequest,
  input: {
    readonly topicId: string;
    readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
  },
): Promise<ImportedForm> {
  const cells = input.sheets.flatMap(({ rows }) => rows.flat());
  if (cells.reduce((sum, cell) => sum + cell.length, 0) > charactersMost || cells.length > cellsMost)
    return { ...nothing, problems: [problem('TOO_LONG', 'sheets')] };
  const named = (name: keyof XlsForm) =>
    (input.sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.map(admitted));
  const sheets = { survey: named('survey'), choices: named('choices'), settings: named('settings') };
  return keepForm(request, input.topicId, sheets);
}

/** A cell in its usual spelling; empty for one that holds nothing. */
function admitted(cell: string): string {
  const text = admitText(cell, { max: charactersMost });
  return text.ok ? text.value : '';
}

async function keepForm(request: ApiRequest, topicId: string, sheets: XlsForm): Promise<ImportedForm> {
  const read = readXlsForm(sheets);
  const kept: Result<ResearchTopic, readonly Problem[]> = await inTransaction(request, async (inside) => {
    const topic = await lockOwnTopic(inside, topicId);
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
