import { isId, ok, refused, type Result } from '@samleng/kernel';
import { hideSmallCells, SMALL_CELL_LIMIT } from '@samleng/privacy';
import { type Form, questionsOf } from '@samleng/surveys';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, inTransaction, load } from '../../request.ts';
import { admitPublicWords } from './admit-public-words.ts';
import { isOpen, sheetsByTopic } from './analyse.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import { AnswerCode, AnswerSheet, AnswerTag, type ResearchTopic } from './research.entity.ts';
import { mayKeepTopic } from './research.policy.ts';

export type CodeWish = {
  readonly topicId: string;
  readonly id: string;
  readonly question: string;
  readonly nameKm?: string | null;
  readonly nameEn?: string | null;
};
export type TagsWish = {
  readonly topicId: string;
  readonly question: string;
  readonly answers: readonly { readonly sheetId: string; readonly codeIds: readonly string[] }[];
};
/** A code with how many answers bear it; null: too few to say. */
export type CodeShown = Pick<AnswerCode, 'id' | 'question' | 'nameKm' | 'nameEn'> & {
  readonly count: number | null;
};
export type OpenAnswer = {
  readonly sheetId: string;
  readonly text: string;
  readonly codeIds: readonly string[];
};

const codesMost = 60;
const answersMost = 50;
const answersShown = 20;

const codesByTopic: Batch<string, readonly AnswerCode[]> = async ({ em }, ids) => {
  const rest = 'where it.topic_id = any(?::uuid[]) order by it.id';
  return Map.groupBy(await readRows(em, AnswerCode, rest, [arrayOf(ids)]), ({ topicId }) => topicId);
};

const tagsByCode: Batch<string, readonly AnswerTag[]> = async ({ em }, ids) => {
  const rest = 'where it.code_id = any(?::uuid[])';
  return Map.groupBy(await readRows(em, AnswerTag, rest, [arrayOf(ids)]), ({ codeId }) => codeId);
};

/** A facilitator names, while sense is made of the answers, what several open answers to one question have in common. */
export async function addAnswerCode(
  request: ApiRequest,
  input: CodeWish,
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  const { id, topicId, question, nameKm, nameEn } = input;
  const limit = { max: 120, oneLine: true, optional: true } as const;
  const words = admitPublicWords({ nameKm, nameEn }, { nameKm: limit, nameEn: limit });
  if (!words.ok) return words;
  if (words.value.nameKm === null && words.value.nameEn === null)
    return refused([problem('REQUIRED', 'nameKm')]);
  return inTransaction(request, async (inside) => {
    const { em, viewer } = inside;
    const topic = await lockOwnTopic(inside, topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (!isId(id)) return refused([problem('REQUIRED', 'id')]);
    const standing = await em.findOne(AnswerCode, { id });
    if (standing)
      return standing.topicId === topicId && standing.question === question
        ? ok(topic)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if (topic.stage !== 'ANALYSIS') return refused([problem('WRONG_STATE', 'topicId')]);
    if (!isOpenQuestion(topic.form ?? null, question)) return refused([problem('NOT_FOUND', 'question')]);
    if ((await em.count(AnswerCode, { topicId })) >= codesMost)
      return refused([problem('OUT_OF_RANGE', 'id')]);
    em.create(AnswerCode, { ...words.value, id, topicId, question, writtenBy: viewer.accountId! });
    await auditTopic(inside, 'addAnswerCode', topicId);
    return ok(topic);
  });
}

/** A facilitator says which codes open answers bear: of each answer named, all of them. */
export async function tagAnswers(
  request: ApiRequest,
  input: TagsWish,
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  const { topicId, question, answers } = input;
  if (answers.length === 0 || answers.length > answersMost)
    return refused([problem('OUT_OF_RANGE', 'answers')]);
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const topic = await lockOwnTopic(inside, topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (topic.stage !== 'ANALYSIS') return refused([problem('WRONG_STATE', 'topicId')]);
    const codeIds = (await em.find(AnswerCode, { topicId, question })).map(({ id }) => id);
    const sheetIds = [...new Set(answers.map(({ sheetId }) => sheetId))];
    const isTheirs =
      sheetIds.every(isId) &&
      answers.every((answer) => answer.codeIds.every((id) => codeIds.includes(id))) &&
      (await em.count(AnswerSheet, { topicId, id: { $in: sheetIds } })) === sheetIds.length;
    if (!isTheirs) return refused([problem('NOT_FOUND', 'answers')]);
    await em.nativeDelete(AnswerTag, { sheetId: { $in: sheetIds }, codeId: { $in: codeIds } });
    const wanted = new Map(answers.map((answer) => [answer.sheetId, new Set(answer.codeIds)]));
    for (const [sheetId, ids] of wanted) for (const codeId of ids) em.create(AnswerTag, { sheetId, codeId });
    await auditTopic(inside, 'tagAnswers', topicId, { answers: sheetIds.length });
    return ok(topic);
  });
}

/**
 * The codes of a topic with their counts, from ANALYSIS on, for those who work on it. Each code is a yes and a no over
 * all who answered; where either side is under ten the count is hidden.
 */
export async function codesShown(request: ApiRequest, topic: ResearchTopic): Promise<readonly CodeShown[]> {
  if (!isOpen(request, topic)) return [];
  const codes = (await load(request, codesByTopic, topic.id)) ?? [];
  const sheets = (await load(request, sheetsByTopic, topic.id)) ?? [];
  return Promise.all(
    codes.map(async (code) => {
      const { id, question, nameKm, nameEn } = code;
      const count = ((await load(request, tagsByCode, id)) ?? []).length;
      const base = sheets.filter(({ answers }) => answers[question]).length;
      const counts = [[count, base - count]];
      const shown =
        base < SMALL_CELL_LIMIT
          ? null
          : hideSmallCells({ rows: ['all'], columns: ['yes', 'no'], counts }).cells[0]![0]!;
      return { id, question, nameKm, nameEn, count: shown };
    }),
  );
}

/** Words given to an open question in the order of their sheets, for keepers of the topic alone, from ANALYSIS on. */
export async function openAnswersOf(
  request: ApiRequest,
  topic: ResearchTopic,
  { question, after }: { readonly question: string; readonly after: string | null },
): Promise<readonly OpenAnswer[]> {
  const isShown = isOpen(request, topic) && mayKeepTopic(request.viewer, topic);
  if (!isShown || !isOpenQuestion(topic.form ?? null, question)) return [];
  const sheets = (await load(request, sheetsByTopic, topic.id)) ?? [];
  const codes = (await load(request, codesByTopic, topic.id)) ?? [];
  const tags = await Promise.all(
    codes
      .filter((code) => code.question === question)
      .map(async ({ id }) => (await load(request, tagsByCode, id)) ?? []),
  );
  const bySheet = Map.groupBy(tags.flat(), ({ sheetId }) => sheetId);
  return sheets
    .filter(({ id, answers }) => answers[question] && (after === null || id > after))
    .slice(0, answersShown)
    .map(({ id, answers }) => ({
      sheetId: id,
      text: answers[question]!,
      codeIds: (bySheet.get(id) ?? []).map(({ codeId }) => codeId),
    }));
}

function isOpenQuestion(form: Form | null, name: string): boolean {
  return (
    form !== null &&
    questionsOf(form).some(({ question }) => question.name === name && question.kind === 'TEXT')
  );
}
