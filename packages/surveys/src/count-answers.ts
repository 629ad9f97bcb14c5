import { type Answers, askedQuestions } from './check-answers.ts';
import { chosen } from './expression/evaluate.ts';
import { type Form, type Question, questionsOf } from './form.ts';

/** How often each choice was taken, by those who were asked. */
export type ChoiceCounts = {
  readonly name: string;
  /** How many were asked this question. */
  readonly asked: number;
  /** How many of them answered it: the base of every share. */
  readonly answered: number;
  /** Each choice of the list in its order; with SELECT_MULTIPLE the counts may add up to more than answered. */
  readonly counts: readonly { readonly choice: string; readonly count: number }[];
};

/** What the numbers given come to. */
export type NumberSummary = {
  readonly name: string;
  readonly asked: number;
  readonly answered: number;
  readonly sum: number;
  readonly least: number;
  readonly median: number;
  readonly most: number;
};

/** Counts per choice of one select question over all sheets of answers. */
export function countChoices(
  form: Form,
  question: Question,
  all: readonly Answers[],
  today: string,
): ChoiceCounts {
  const { asked, answers } = answersTo(form, question, all, today);
  const list = form.lists.find(({ name }) => name === question.list);
  return {
    name: question.name,
    asked,
    answered: answers.length,
    counts: (list?.choices ?? []).map(({ name }) => ({
      choice: name,
      count: answers.filter((answer) => chosen(answer).includes(name)).length,
    })),
  };
}

/** Sum, least, median and most of one number question; null where nobody answered. */
export function summariseNumbers(
  form: Form,
  question: Question,
  all: readonly Answers[],
  today: string,
): NumberSummary | null {
  const { asked, answers } = answersTo(form, question, all, today);
  const numbers = answers.map(Number).toSorted((a, b) => a - b);
  if (numbers.length === 0) return null;
  const middle = numbers.length >> 1;
  return {
    name: question.name,
    asked,
    answered: numbers.length,
    sum: numbers.reduce((sum, each) => sum + each, 0),
    least: numbers[0]!,
    median: numbers.length % 2 === 1 ? numbers[middle]! : (numbers[middle - 1]! + numbers[middle]!) / 2,
    most: numbers.at(-1)!,
  };
}

/**
 * A table of two select questions: rows by the choices of the first, columns by those of the second, over the
 * sheets that answer both. Small cells are still in it: they are hidden before anybody is shown the table.
 */
export function crossTable(
  form: Form,
  row: Question,
  column: Question,
  all: readonly Answers[],
  today: string,
): { readonly answered: number; readonly counts: readonly (readonly number[])[] } {
  const choices = (question: Question) =>
    (form.lists.find(({ name }) => name === question.list)?.choices ?? []).map(({ name }) => name);
  const both = all
    .filter((answers) => {
      const asked = new Set(askedQuestions(form, answers, today).map(({ name }) => name));
      return [row, column].every(({ name }) => asked.has(name) && (answers[name] ?? '') !== '');
    })
    .map((answers) => [chosen(answers[row.name]!), chosen(answers[column.name]!)] as const);
  return {
    answered: both.length,
    counts: choices(row).map((first) =>
      choices(column).map(
        (second) => both.filter(([rows, columns]) => rows.includes(first) && columns.includes(second)).length,
      ),
    ),
  };
}

/**
 * The questions of a form that ask for anything but a count or a choice about what is seen around: on a sensitive
 * topic none of them may be asked, for a child's own words are not ours to collect there.
 */
export function notOnlyCounts(form: Form): readonly Question[] {
  return questionsOf(form)
    .map(({ question }) => question)
    .filter(({ kind }) => kind === 'TEXT' || kind === 'DATE' || kind === 'DECIMAL');
}

function answersTo(form: Form, question: Question, all: readonly Answers[], today: string) {
  const askedIn = all.filter((answers) =>
    askedQuestions(form, answers, today).some(({ name }) => name === question.name),
  );
  const answers = askedIn.map((each) => each[question.name] ?? '').filter((answer) => answer !== '');
  return { asked: askedIn.length, answers };
}
