import { createHash } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia, isIsoDay } from '@samleng/routing';
import { type AnswerProblem, type Answers, checkAnswers, type Form, questionsOf } from '@samleng/surveys';
import { admitText } from '@samleng/text';
import type { AnswerSource, Problem, ProblemCode } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { problemOfWords } from './admit-public-words.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import { AnswerSheet, type ResearchTopic } from './research.entity.ts';

export type SheetWish = {
  readonly id: string;
  readonly source: AnswerSource;
  readonly answeredOn: string;
  readonly answers: readonly { readonly name: string; readonly value: string }[];
};
type CheckedSheet = Pick<AnswerSheet, 'id' | 'source' | 'answeredOn' | 'answers' | 'contentHash'>;

export const batchMost = 50;
/** Of one topic: a club's survey, not a census. */
export const sheetsMost = 2_000;

const codes: Readonly<Record<AnswerProblem['code'], ProblemCode>> = {
  ANSWER_MISSING: 'REQUIRED',
  ANSWER_UNFIT: 'NOT_IN_LIST',
  ANSWER_TOO_LONG: 'TOO_LONG',
  ANSWER_OUTSIDE: 'OUT_OF_RANGE',
  QUESTION_UNKNOWN: 'NOT_FOUND',
};

/**
 * A facilitator hands in answers from phones or paper while a topic is in the field: all of a batch or nothing, each
 * sheet once by the id its device gave it, however often it comes. A sensitive topic takes none. Words that tell of harm
 * are not kept here; they are for the protection desk.
 */
export async function recordAnswers(
  request: ApiRequest,
  input: { readonly topicId: string; readonly sheets: readonly SheetWish[] },
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  const { topicId, sheets } = input;
  if (sheets.length === 0 || sheets.length > batchMost) return refused([problem('OUT_OF_RANGE', 'sheets')]);
  return inTransaction(request, async (inside) => {
    const { em, viewer, clock } = inside;
    const topic = await lockOwnTopic(inside, topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (topic.isSensitive) return refused([problem('ONLY_COUNTS', 'topicId')]);
    if (!topic.form) return refused([problem('WRONG_STATE', 'topicId')]);
    const { form } = topic;
    const today = dayInCambodia(clock.now());
    const checked = sheets.map((sheet, at) => checkSheet(form, sheet, `sheets.${at}`, today));
    const problems = checked.flatMap((result) => (result.ok ? [] : result.problem));
    if (problems.length > 0) return refused(problems);
    const given = checked.flatMap((result) => (result.ok ? [result.value] : []));
    if (new Set(given.map(({ id }) => id)).size < given.length)
      return refused([problem('SAME_KEY_OTHER_CONTENT', 'sheets')]);
    const standing = await em.find(AnswerSheet, { id: { $in: given.map(({ id }) => id) } });
    const known = new Map(standing.map((sheet) => [sheet.id, sheet]));
    for (const [at, { id, contentHash }] of given.entries()) {
      const before = known.get(id);
      if (before && (before.topicId !== topicId || before.contentHash !== contentHash))
        return refused([problem('SAME_KEY_OTHER_CONTENT', `sheets.${at}.id`)]);
    }
    const fresh = given.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return ok(topic);
    if (topic.stage !== 'FIELDWORK') return refused([problem('WRONG_STATE', 'topicId')]);
    if ((await em.count(AnswerSheet, { topicId })) + fresh.length > sheetsMost)
      return refused([problem('OUT_OF_RANGE', 'sheets')]);
    for (const sheet of fresh)
      em.create(AnswerSheet, { ...sheet, topicId, isSensitive: false, recordedBy: viewer.accountId! });
    await auditTopic(inside, 'recordAnswers', topicId, { sheets: fresh.length });
    return ok(topic);
  });
}

function checkSheet(
  form: Form,
  sheet: SheetWish,
  field: string,
  today: string,
): Result<CheckedSheet, readonly Problem[]> {
  const { id, source, answeredOn } = sheet;
  const problems: Problem[] = [];
  if (!isId(id)) problems.push(problem('REQUIRED', `${field}.id`));
  if (!isIsoDay(answeredOn)) problems.push(problem('NOT_A_DATE', `${field}.answeredOn`));
  else if (answeredOn > today || answeredOn < '2015-01-01')
    problems.push(problem('OUT_OF_RANGE', `${field}.answeredOn`));
  const given: Record<string, string> = {};
  for (const { name, value } of sheet.answers) {
    const text = admitText(value, { max: 4_000 });
    if (Object.hasOwn(given, name)) problems.push(problem('ALREADY_THERE', `${field}.${name.slice(0, 64)}`));
    if (text.ok) given[name] = text.value;
    else if (text.problem.code === 'TOO_LONG')
      problems.push(problem('TOO_LONG', `${field}.${name.slice(0, 64)}`));
  }
  const { answers, problems: unfit } = checkAnswers(form, given, answeredOn);
  for (const { name, code } of unfit) problems.push(problem(codes[code], `${field}.${name.slice(0, 64)}`));
  problems.push(...problemsOfOpenWords(form, answers, field));
  if (problems.length > 0) return refused(problems);
  const sorted: Answers = Object.fromEntries(
    Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const contentHash = createHash('sha256')
    .update(JSON.stringify([source, answeredOn, sorted]))
    .digest('hex');
  return ok({ id, source, answeredOn, answers: sorted, contentHash });
}

function problemsOfOpenWords(form: Form, answers: Answers, field: string): readonly Problem[] {
  return questionsOf(form).flatMap(({ question: { kind, name } }) => {
    const words = kind === 'TEXT' ? answers[name] : undefined;
    const code = words === undefined ? null : problemOfWords(words);
    return code === null ? [] : [problem(code, `${field}.${name}`)];
  });
}
