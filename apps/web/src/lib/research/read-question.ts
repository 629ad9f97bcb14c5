import { type Choice, QUESTION_KINDS, type Question, readXlsForm, writeXlsForm } from '@samleng/surveys';
import { toLatinDigits } from '@samleng/text';
import { memberOf, textOf } from '#lib/forms/read.ts';
import type { ShownProblem } from '#lib/forms/refusal.ts';
import { constraintOf } from './condition.ts';
import { choicesOf, formOf, freshName, listNameOf, put, type Rows } from './rows.ts';

export type ReadQuestion =
  | { readonly rows: Rows; readonly problems: readonly [] }
  | { readonly rows: null; readonly problems: readonly ShownProblem[] };

/**
 * Puts the question of a form of QuestionFields.svelte among the lines: a new one, or in the place of the one it names.
 * Refused is what XLSForm could not say, and a condition that would have to be dropped.
 */
export function readQuestion(form: FormData, rows: Rows, isSensitive: boolean): ReadQuestion {
  const refuse = (code: ShownProblem['code'], field: string): ReadQuestion => ({
    rows: null,
    problems: [{ code, field }],
  });
  const named = textOf(form, 'name', 64);
  const before = rows.lines.flatMap((line) =>
    line.at === 'question' && line.question.name === named ? [line.question] : [],
  )[0];
  if (named !== '' && !before) return refuse('NOT_FOUND', 'name');
  const name = before?.name ?? freshName(rows);
  const kind = memberOf(QUESTION_KINDS, form.get('kind'));
  if (!kind) return refuse('REQUIRED', 'kind');
  if (isSensitive && (kind === 'TEXT' || kind === 'DATE' || kind === 'DECIMAL'))
    return refuse('ONLY_COUNTS', 'kind');
  const text = (field: string, most = 1_000) => textOf(form, field, most).trim();
  const km = text('labelKm');
  const en = text('labelEn');
  if (km === '' && en === '') return refuse('REQUIRED', 'labelKm');

  const isSelect = kind === 'SELECT_ONE' || kind === 'SELECT_MULTIPLE';
  const list = isSelect ? listNameOf(rows, { name, list: before?.list ?? null }) : null;
  const standing = rows.lists.find((each) => each.name === before?.list)?.choices ?? [];
  const choices: readonly Choice[] | null = isSelect ? choicesOf(text('choices', 10_000), standing) : null;
  if (choices && choices.length < 2) return refuse('REQUIRED', 'choices');

  const number = (field: string) => toLatinDigits(text(field, 20)).replace(',', '.');
  const least = number('least');
  const most = number('most');
  for (const [field, value] of [
    ['least', least],
    ['most', most],
  ] as const)
    if (value !== '' && !/^-?\d+(\.\d+)?$/.test(value)) return refuse('OUT_OF_RANGE', field);
  if (least !== '' && most !== '' && Number(least) > Number(most)) return refuse('OUT_OF_RANGE', 'most');
  const isNumber = kind === 'INTEGER' || kind === 'DECIMAL';
  const range =
    kind === 'RANGE'
      ? { start: Number(least || 1), end: Number(most || 5), step: before?.range?.step ?? 1 }
      : null;
  if (range && (range.end <= range.start || (range.end - range.start) / range.step > 20))
    return refuse('OUT_OF_RANGE', 'most');

  const relevant = text('relevantRaw') || text('relevant') || null;
  const constraint = text('constraintRaw') || (isNumber ? constraintOf(least, most) : null);
  const question: Question = {
    item: 'QUESTION',
    name,
    kind,
    words: { ...(km ? { km } : {}), ...(en ? { en } : {}) },
    hint: before?.hint ?? {},
    list,
    range,
    isRequired: kind !== 'NOTE' && form.has('required'),
    relevant,
    constraint,
    constraintWords: before?.constraintWords ?? {},
  };
  const after = put(rows, question, choices, textOf(form, 'section', 64));
  // The same reading the service does: a condition that cannot be read, or refers to nothing, is told at its field.
  const read = readXlsForm(writeXlsForm(formOf(after)));
  const lost = read.ok ? read.value.dropped.find(({ what }) => what === 'EXPRESSION') : undefined;
  if (lost)
    return refuse('UNREADABLE_TEXT', lost.about.startsWith('relevant') ? 'relevantRaw' : 'constraintRaw');
  if (!read.ok && read.problem.some(({ code }) => code.startsWith('REFERS')))
    return refuse('UNREADABLE_TEXT', 'relevantRaw');
  return { rows: after, problems: [] };
}
