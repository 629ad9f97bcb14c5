import { ok, refused, type Result } from '@samleng/kernel';
import { parseExpression } from '../expression/parse.ts';
import {
  type Choice,
  type ChoiceList,
  type Form,
  type FormItem,
  type FormLanguage,
  type FormWords,
  type Group,
  type NumberRange,
  questionsOf,
  type QuestionKind,
} from '../form.ts';
import { checkReferences } from './check-references.ts';
import { type Row, rowsOf, type SheetName, type XlsForm } from './sheet.ts';
import { languageOf, wordsOf } from './words-of.ts';

/** Why a workbook is no form. `line` is the row as a spreadsheet numbers it; 0: the sheet as a whole. */
export type FormProblem = {
  readonly sheet: SheetName;
  readonly line: number;
  readonly code:
    | 'NO_QUESTIONS'
    | 'TOO_MANY'
    | 'NAME_MISSING'
    | 'NAME_UNFIT'
    | 'NAME_TWICE'
    | 'WORDS_MISSING'
    | 'LIST_UNKNOWN'
    | 'CHOICE_TWICE'
    | 'RANGE_UNFIT'
    | 'GROUP_OPEN'
    | 'GROUP_NOT_OPEN'
    | 'GROUPS_TOO_DEEP'
    | 'REFERS_TO_NOTHING'
    | 'REFERS_TO_ITSELF';
  /** The cell or name it is about. */
  readonly about: string;
};

/** Something of the workbook that a form here does not keep; the form works without it. */
export type Dropped = {
  readonly sheet: SheetName;
  readonly line: number;
  readonly what: 'TYPE' | 'COLUMN' | 'LANGUAGE' | 'EXPRESSION' | 'OTHER_CHOICE';
  readonly about: string;
};

export type ReadForm = { readonly form: Form; readonly dropped: readonly Dropped[] };

const MOST_ROWS = 500;
const MOST_DEPTH = 5;
const LONGEST_WORDS = 1_000;
const fitName = /^[A-Za-z_][\w.-]{0,63}$/;
const kinds: Readonly<Record<string, QuestionKind>> = {
  integer: 'INTEGER',
  decimal: 'DECIMAL',
  text: 'TEXT',
  note: 'NOTE',
  date: 'DATE',
  range: 'RANGE',
};
const keptColumns: Readonly<Record<SheetName, readonly string[]>> = {
  survey: [
    'type',
    'name',
    'label',
    'hint',
    'required',
    'relevant',
    'constraint',
    'constraint_message',
    'parameters',
  ],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id', 'version', 'default_language'],
};

/**
 * Reads a form of the kind XLSForm describes (https://xlsform.org/en/), as far as surveys here go: the question
 * types of `QUESTION_KINDS`, groups, required, relevant, constraint, choice lists, words in Khmer and English.
 *
 * @returns the form with all that was left out of it, or every reason why it is none
 */
export function readXlsForm(sheets: XlsForm): Result<ReadForm, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const dropped: Dropped[] = [];
  const settings = rowsOf(sheets.settings).rows[0];
  const usual = usualLanguage(settings);
  for (const sheet of ['survey', 'choices', 'settings'] as const)
    dropped.push(...droppedColumns(sheet, rowsOf(sheets[sheet]).columns, usual));

  const lists = readLists(rowsOf(sheets.choices).rows, usual, problems);
  const { rows } = rowsOf(sheets.survey);
  if (rows.length > MOST_ROWS)
    return refused([{ sheet: 'survey', line: 0, code: 'TOO_MANY', about: String(rows.length) }]);
  const items = readItems(rows, lists, usual, problems, dropped);
  const questions = questionsOf({ items });
  if (questions.length === 0 && problems.length === 0)
    problems.push({ sheet: 'survey', line: 0, code: 'NO_QUESTIONS', about: '' });
  const lines = new Map(rows.map((row) => [row.cells.get('name') ?? '', row.line]));
  problems.push(
    ...checkReferences(items).map(({ name, code, about }) => ({
      sheet: 'survey' as const,
      line: lines.get(name) ?? 0,
      code,
      about,
    })),
  );
  if (problems.length > 0) return refused(problems);

  const title = settings ? wordsOf(settings, 'form_title', usual) : {};
  const used = new Set(questions.map(({ question }) => question.list));
  return ok({
    form: {
      id: settings?.cells.get('form_id') ?? '',
      title,
      version: settings?.cells.get('version') ?? '',
      items,
      lists: lists.filter(({ name }) => used.has(name)),
    },
    dropped,
  });
}

function usualLanguage(settings: Row | undefined): FormLanguage {
  const named = settings?.cells.get('default_language');
  return (named && languageOf(`label::${named.toLowerCase()}`, 'km')) || 'km';
}

function droppedColumns(sheet: SheetName, columns: readonly string[], usual: FormLanguage): Dropped[] {
  return columns.flatMap((column): Dropped[] => {
    const [kind = ''] = column.split('::');
    if (!keptColumns[sheet].includes(kind)) return [{ sheet, line: 1, what: 'COLUMN', about: column }];
    return languageOf(column, usual) === null ? [{ sheet, line: 1, what: 'LANGUAGE', about: column }] : [];
  });
}

function readLists(rows: readonly Row[], usual: FormLanguage, problems: FormProblem[]): ChoiceList[] {
  const lists = new Map<string, Choice[]>();
  for (const row of rows) {
    const problem = (code: FormProblem['code'], about: string) =>
      problems.push({ sheet: 'choices', line: row.line, code, about });
    const listName = row.cells.get('list_name');
    const name = row.cells.get('name');
    const words = wordsOf(row, 'label', usual);
    if (!listName || !name) problem('NAME_MISSING', listName ?? name ?? '');
    else if (/\s/.test(name) || name.length > 64) problem('NAME_UNFIT', name);
    else if (!hasWords(words)) problem('WORDS_MISSING', name);
    else {
      const list = lists.get(listName) ?? [];
      if (list.some((choice) => choice.name === name)) problem('CHOICE_TWICE', name);
      else if (list.length >= MOST_ROWS) problem('TOO_MANY', listName);
      else lists.set(listName, [...list, { name, words }]);
    }
  }
  return [...lists].map(([name, choices]) => ({ name, choices }));
}

type OpenGroup = { readonly group: Omit<Group, 'items'>; readonly items: FormItem[]; readonly line: number };

function readItems(
  rows: readonly Row[],
  lists: readonly ChoiceList[],
  usual: FormLanguage,
  problems: FormProblem[],
  dropped: Dropped[],
): readonly FormItem[] {
  const outermost: FormItem[] = [];
  const open: OpenGroup[] = [];
  const names = new Set<string>();

  for (const row of rows) {
    const problem = (code: FormProblem['code'], about: string) => {
      problems.push({ sheet: 'survey', line: row.line, code, about });
    };
    const drop = (what: Dropped['what'], about: string) => {
      dropped.push({ sheet: 'survey', line: row.line, what, about });
    };
    const type = (row.cells.get('type') ?? '').toLowerCase().replaceAll(/\s+/g, ' ');

    if (/^end[ _]group$/.test(type)) {
      const ended = open.pop();
      if (!ended) problem('GROUP_NOT_OPEN', type);
      else (open.at(-1)?.items ?? outermost).push({ ...ended.group, items: ended.items });
      continue;
    }
    const isGroup = /^begin[ _]group$/.test(type);
    const asked = isGroup ? null : kindOf(row.cells.get('type') ?? '');
    if (!isGroup && !asked) {
      drop('TYPE', type === '' ? (row.cells.get('name') ?? '') : type);
      continue;
    }
    const name = row.cells.get('name') ?? '';
    if (name === '') problem('NAME_MISSING', type);
    else if (!fitName.test(name)) problem('NAME_UNFIT', name);
    else if (names.has(name)) problem('NAME_TWICE', name);
    names.add(name);
    const words = wordsOf(row, 'label', usual);
    const relevant = keptExpression(row, 'relevant', drop);

    if (!asked) {
      open.push({ group: { item: 'GROUP', name, words, relevant }, items: [], line: row.line });
      if (open.length > MOST_DEPTH) problem('GROUPS_TOO_DEEP', name);
      continue;
    }
    if (!hasWords(words)) problem('WORDS_MISSING', name);
    if (asked.list !== null && !lists.some((list) => list.name === asked.list))
      problem('LIST_UNKNOWN', asked.list);
    if (asked.hasOther) drop('OTHER_CHOICE', name);
    const range = asked.kind === 'RANGE' ? rangeOf(row.cells.get('parameters') ?? '') : null;
    if (asked.kind === 'RANGE' && !range) problem('RANGE_UNFIT', row.cells.get('parameters') ?? '');
    (open.at(-1)?.items ?? outermost).push({
      item: 'QUESTION',
      name,
      kind: asked.kind,
      words,
      hint: wordsOf(row, 'hint', usual),
      list: asked.list,
      range,
      isRequired: isYes(row.cells.get('required'), (about) => drop('EXPRESSION', about)),
      relevant,
      constraint: keptExpression(row, 'constraint', drop),
      constraintWords: wordsOf(row, 'constraint_message', usual),
    });
  }
  for (const { group, line } of open)
    problems.push({ sheet: 'survey', line, code: 'GROUP_OPEN', about: group.name });
  return outermost;
}

function kindOf(type: string): { kind: QuestionKind; list: string | null; hasOther: boolean } | null {
  const select = /^select_(one|multiple)\s+(\S+)(\s+or_other)?$/i.exec(type);
  if (select)
    return {
      kind: select[1]!.toLowerCase() === 'one' ? 'SELECT_ONE' : 'SELECT_MULTIPLE',
      list: select[2]!,
      hasOther: select[3] !== undefined,
    };
  const kind = Object.hasOwn(kinds, type.toLowerCase()) ? kinds[type.toLowerCase()] : undefined;
  return kind ? { kind, list: null, hasOther: false } : null;
}

/** The numbers of `start=0 end=10 step=1`; each that is not named is as XLSForm says. Null: no such range. */
function rangeOf(parameters: string): NumberRange | null {
  const named = new Map(
    parameters
      .split(/[\s,;]+/)
      .filter((part) => part !== '')
      .map((part) => {
        const [key = '', value = ''] = part.split('=');
        return [key.toLowerCase(), value === '' ? Number.NaN : Number(value)] as const;
      }),
  );
  const range = { start: named.get('start') ?? 1, end: named.get('end') ?? 10, step: named.get('step') ?? 1 };
  const steps = (range.end - range.start) / range.step;
  return Number.isFinite(steps) && steps > 0 && steps <= 1_000 && range.step > 0 ? range : null;
}

function keptExpression(
  row: Row,
  column: 'relevant' | 'constraint',
  drop: (what: Dropped['what'], about: string) => void,
): string | null {
  const source = row.cells.get(column);
  if (source === undefined) return null;
  if (parseExpression(source).ok) return source;
  drop('EXPRESSION', `${column}: ${source}`);
  return null;
}

function isYes(cell: string | undefined, drop: (about: string) => void): boolean {
  if (cell === undefined || /^(no|false|false\(\)|0)$/i.test(cell)) return false;
  if (/^(yes|true|true\(\)|1)$/i.test(cell)) return true;
  drop(`required: ${cell}`);
  return false;
}

function hasWords(words: FormWords): boolean {
  const all = Object.values(words);
  return all.length > 0 && all.every((each) => each.length <= LONGEST_WORDS);
}
