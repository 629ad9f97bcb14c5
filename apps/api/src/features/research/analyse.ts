import { hideSmallCells, SMALL_CELL_LIMIT } from '@samleng/privacy';
import {
  crossTable,
  countChoices,
  type Form,
  type Question,
  questionsOf,
  summariseNumbers,
} from '@samleng/surveys';
import { isFromStage } from '@samleng/vocabulary';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { AnswerSheet, ResearchTally, type ResearchTopic } from './research.entity.ts';
import { maySeeWork } from './research.policy.ts';

/** What was answered to a question. Null: too few to be shown, or to keep others from being worked out. */
export type QuestionCounts = {
  readonly name: string;
  /** How many answered; of a tally how many sat in the groups that were counted. */
  readonly base: number | null;
  readonly choices: readonly { readonly name: string; readonly count: number | null }[];
  /** Of a number question: what was counted in all. */
  readonly sum: number | null;
  readonly median: number | null;
};
export type CrossCounts = {
  readonly base: number | null;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly (number | null)[] }[];
};

/** How many people a topic's answers come from. */
export async function peopleOf({ em }: ApiRequest, topic: ResearchTopic): Promise<number> {
  const topicId = topic.id;
  const tallies = await em.find(ResearchTally, { topicId });
  return (await em.count(AnswerSheet, { topicId })) + tallies.reduce((sum, { people }) => sum + people, 0);
}

/**
 * The counts of every question, for those who work on the topic, from ANALYSIS on: while answers still come in, a count
 * seen before and after one of them would tell what it said. Cells under ten are hidden, with what gives them away.
 */
export async function analysisOf(
  request: ApiRequest,
  topic: ResearchTopic,
): Promise<readonly QuestionCounts[]> {
  const { form } = topic;
  if (!isOpen(request, topic) || !form) return [];
  if (topic.isSensitive) return countTallies(request, topic, form);
  const { all, today } = await sheetsOf(request, topic);
  return asked(form).map((question) => {
    if (question.list === null) {
      const summary = question.kind === 'INTEGER' || question.kind === 'DECIMAL' || question.kind === 'RANGE';
      const numbers = summary ? summariseNumbers(form, question, all, today) : null;
      const answered = numbers?.answered ?? all.filter((answers) => answers[question.name]).length;
      const isEnough = answered >= SMALL_CELL_LIMIT;
      return {
        name: question.name,
        base: isEnough ? answered : null,
        choices: [],
        sum: isEnough ? (numbers?.sum ?? null) : null,
        median: isEnough ? (numbers?.median ?? null) : null,
      };
    }
    const { answered, counts } = countChoices(form, question, all, today);
    return choicesShown(question, answered, counts);
  });
}

/**
 * A table of two questions that take one choice each, small cells hidden; null where it is not to be seen or the
 * questions do not fit. Several choices per person fill no table whose sums hold, so such questions are left out.
 */
export async function crossOf(
  request: ApiRequest,
  topic: ResearchTopic,
  given: { readonly row: string; readonly column: string },
): Promise<CrossCounts | null> {
  const { form } = topic;
  if (!isOpen(request, topic) || !form || topic.isSensitive || given.row === given.column) return null;
  const pick = (name: string) =>
    questionsOf(form).find(({ question }) => question.name === name && question.kind === 'SELECT_ONE')
      ?.question;
  const row = pick(given.row);
  const column = pick(given.column);
  if (!row || !column) return null;
  const { all, today } = await sheetsOf(request, topic);
  const { answered, counts } = crossTable(form, row, column, all, today);
  const names = (question: Question) => listOf(form, question).map(({ name }) => name);
  const shown = hideSmallCells({ rows: names(row), columns: names(column), counts });
  const base = answered >= SMALL_CELL_LIMIT ? answered : null;
  return {
    base,
    columns: shown.columns,
    rows: shown.rows.map((name, at) => ({ name, counts: shown.cells[at]! })),
  };
}

/** How many people answered so far; nought for those who do not work on the topic. */
export async function peopleCounted(request: ApiRequest, topic: ResearchTopic): Promise<number> {
  if (!maySeeWork(request.viewer, topic)) return 0;
  const sheets = (await load(request, sheetsByTopic, topic.id)) ?? [];
  const tallies = (await load(request, talliesByTopic, topic.id)) ?? [];
  return sheets.length + tallies.reduce((sum, { people }) => sum + people, 0);
}

/** Whether counts of a topic are to be seen: answers have ceased to come in, and the viewer works on it. */
export function isOpen({ viewer }: ApiRequest, topic: ResearchTopic): boolean {
  return maySeeWork(viewer, topic) && isFromStage(topic.stage, 'ANALYSIS');
}

function asked(form: Form): readonly Question[] {
  return questionsOf(form).flatMap(({ question }) => (question.kind === 'NOTE' ? [] : [question]));
}

function listOf(form: Form, question: Question) {
  return form.lists.find(({ name }) => name === question.list)?.choices ?? [];
}

export const sheetsByTopic: Batch<string, readonly AnswerSheet[]> = async ({ em }, ids) => {
  const rest = 'where it.topic_id = any(?::uuid[]) order by it.id';
  return Map.groupBy(await readRows(em, AnswerSheet, rest, [arrayOf(ids)]), ({ topicId }) => topicId);
};

const talliesByTopic: Batch<string, readonly ResearchTally[]> = async ({ em }, ids) => {
  const rest = 'where it.topic_id = any(?::uuid[]) order by it.id';
  return Map.groupBy(await readRows(em, ResearchTally, rest, [arrayOf(ids)]), ({ topicId }) => topicId);
};

async function sheetsOf(request: ApiRequest, { id }: ResearchTopic) {
  const sheets = (await load(request, sheetsByTopic, id)) ?? [];
  const today = sheets.reduce(
    (last, { answeredOn }) => (answeredOn > last ? answeredOn : last),
    '2015-01-01',
  );
  return { all: sheets.map(({ answers }) => answers), today };
}

function choicesShown(
  question: Question,
  base: number,
  counts: readonly { readonly choice: string; readonly count: number }[],
): QuestionCounts {
  const cells = hidden(
    question,
    base,
    counts.map(({ count }) => count),
  );
  return {
    name: question.name,
    base: base >= SMALL_CELL_LIMIT ? base : null,
    choices: counts.map(({ choice }, at) => ({ name: choice, count: cells[at] ?? null })),
    sum: null,
    median: null,
  };
}

/** One choice each: a row that adds up to the base with those who chose none. Several: each is a yes and a no. */
function hidden(question: Question, base: number, counts: readonly number[]): readonly (number | null)[] {
  if (base < SMALL_CELL_LIMIT) return counts.map(() => null);
  const columns = counts.map((_, at) => String(at));
  if (question.kind === 'SELECT_ONE') {
    const none = base - counts.reduce((sum, count) => sum + count, 0);
    const row = none > 0 ? [...counts, none] : counts;
    const names = none > 0 ? [...columns, 'none'] : columns;
    return hideSmallCells({ rows: ['all'], columns: names, counts: [row] }).cells[0]!.slice(0, counts.length);
  }
  return counts.map(
    (count) =>
      hideSmallCells({ rows: ['all'], columns: ['yes', 'no'], counts: [[count, base - count]] })
        .cells[0]![0]!,
  );
}

async function countTallies(
  request: ApiRequest,
  { id }: ResearchTopic,
  form: Form,
): Promise<readonly QuestionCounts[]> {
  const tallies = (await load(request, talliesByTopic, id)) ?? [];
  return asked(form).map((question) => {
    const counted = tallies.filter(({ counts }) => counts.some((each) => each.question === question.name));
    const base = counted.reduce((sum, { people }) => sum + people, 0);
    const cells = counted.flatMap(({ counts }) => counts.filter((each) => each.question === question.name));
    const sumOf = (choice: string | null) =>
      cells.filter((each) => each.choice === choice).reduce((sum, { count }) => sum + count, 0);
    if (question.list !== null)
      return choicesShown(
        question,
        base,
        listOf(form, question).map(({ name }) => ({ choice: name, count: sumOf(name) })),
      );
    const isEnough = base >= SMALL_CELL_LIMIT;
    const none = { choices: [], median: null };
    return { name: question.name, base: isEnough ? base : null, sum: isEnough ? sumOf(null) : null, ...none };
  });
}
