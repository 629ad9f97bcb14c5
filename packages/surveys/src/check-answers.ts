import { type Expression, parseExpression } from './expression/parse.ts';
import { chosen, holds } from './expression/evaluate.ts';
import { type Form, type Question, questionsOf } from './form.ts';

/** Answers by the name of their question, as text; several choices with spaces between, days as `2026-11-23`. */
export type Answers = Readonly<Record<string, string>>;

export type AnswerProblem = {
  readonly name: string;
  readonly code:
    'ANSWER_MISSING' | 'ANSWER_UNFIT' | 'ANSWER_TOO_LONG' | 'ANSWER_OUTSIDE' | 'QUESTION_UNKNOWN';
};

export type CheckedAnswers = {
  /** The answers to questions that are asked; all others are left out. */
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
};

const LONGEST_ANSWER = 4_000;

/**
 * Holds answers against a form: what is not asked is left out, what is required must be there, every answer fits
 * its question's type and its constraint.
 *
 * @param today the day it is where the answers were given, `2026-11-23`
 */
export function checkAnswers(form: Form, given: Answers, today: string): CheckedAnswers {
  const asked = askedQuestions(form, given, today);
  const problems: AnswerProblem[] = [];
  const answers: Record<string, string> = {};
  const known = new Set(questionsOf(form).map(({ question }) => question.name));
  for (const name of Object.keys(given))
    if (!known.has(name)) problems.push({ name, code: 'QUESTION_UNKNOWN' });

  for (const question of asked) {
    const answer = answerOf(given, question.name);
    const code = problemOf(question, answer, form, (name) => answerOf(given, name), today);
    if (code) problems.push({ name: question.name, code });
    else if (answer !== '') answers[question.name] = answer;
  }
  return { answers, problems };
}

/**
 * The questions that are asked given these answers, in order. A question whose condition reads one that is not
 * asked reads it as unanswered.
 */
export function askedQuestions(form: Form, given: Answers, today: string): readonly Question[] {
  const placed = new Map(questionsOf(form).map((each) => [each.question.name, each]));
  const known = new Map<string, boolean>();
  const isAsked = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const place = placed.get(name);
    if (!place) return false;
    // Forms whose conditions go round in a circle are refused when they are read.
    known.set(name, false);
    const isOn = [...place.groups, place.question].every(({ relevant }) => {
      const condition = read(relevant);
      return !condition || holds(condition, { answer, self: '', today });
    });
    known.set(name, isOn);
    return isOn;
  };
  const answer = (name: string) => (isAsked(name) ? answerOf(given, name) : '');
  return [...placed.values()].map(({ question }) => question).filter(({ name }) => isAsked(name));
}

function problemOf(
  question: Question,
  answer: string,
  form: Form,
  answerTo: (name: string) => string,
  today: string,
): AnswerProblem['code'] | null {
  if (question.kind === 'NOTE') return answer === '' ? null : 'ANSWER_UNFIT';
  if (answer === '') return question.isRequired ? 'ANSWER_MISSING' : null;
  if (answer.length > LONGEST_ANSWER) return 'ANSWER_TOO_LONG';
  if (!fits(question, answer, form)) return 'ANSWER_UNFIT';
  const constraint = read(question.constraint);
  if (constraint && !holds(constraint, { answer: answerTo, self: answer, today })) return 'ANSWER_OUTSIDE';
  return null;
}

function fits(question: Question, answer: string, form: Form): boolean {
  switch (question.kind) {
    case 'INTEGER':
      return /^-?\d{1,15}$/.test(answer);
    case 'DECIMAL':
      return /^-?\d{1,15}(\.\d{1,10})?$/.test(answer);
    case 'DATE':
      return isDay(answer);
    case 'RANGE': {
      const { start, end, step } = question.range!;
      const steps = (Number(answer) - start) / step;
      return (
        /^-?\d{1,15}(\.\d{1,10})?$/.test(answer) &&
        Number(answer) >= start &&
        Number(answer) <= end &&
        Math.abs(steps - Math.round(steps)) < 1e-9
      );
    }
    case 'SELECT_ONE':
    case 'SELECT_MULTIPLE': {
      const names = chosen(answer);
      const list = form.lists.find(({ name }) => name === question.list);
      return (
        (question.kind === 'SELECT_MULTIPLE' || names.length === 1) &&
        new Set(names).size === names.length &&
        names.every((name) => list?.choices.some((choice) => choice.name === name) ?? false)
      );
    }
    case 'TEXT':
    case 'NOTE':
      return true;
  }
}

function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().slice(0, 10) === text
  );
}

function answerOf(given: Answers, name: string): string {
  return Object.hasOwn(given, name) ? given[name]!.trim() : '';
}

function read(source: string | null): Expression | null {
  const parsed = source === null ? undefined : parseExpression(source);
  return parsed?.ok ? parsed.value : null;
}
