import { describe, expect, it } from 'vitest';
import { type Answers, askedQuestions, checkAnswers } from './check-answers.ts';
import { countChoices, crossTable, notOnlyCounts, summariseNumbers } from './count-answers.ts';
import { type Form, type Question, questionsOf } from './form.ts';

const plain = {
  item: 'QUESTION',
  words: { en: 'x' },
  hint: {},
  list: null,
  range: null,
  isRequired: false,
  relevant: null,
  constraint: null,
  constraintWords: {},
} as const;

const form: Form = {
  id: 'shops',
  title: { en: 'Shops' },
  version: '1',
  items: [
    { ...plain, name: 'sells', kind: 'SELECT_ONE', list: 'yes_no', isRequired: true },
    {
      item: 'GROUP',
      name: 'if_sells',
      words: {},
      relevant: "${sells} = 'yes'",
      items: [
        { ...plain, name: 'to', kind: 'SELECT_MULTIPLE', list: 'who', isRequired: true },
        {
          ...plain,
          name: 'children',
          kind: 'INTEGER',
          relevant: "selected(${to}, 'child')",
          constraint: '. > 0',
        },
      ],
    },
    { ...plain, name: 'seen', kind: 'DATE', constraint: '. <= today()' },
    { ...plain, name: 'how_near', kind: 'RANGE', range: { start: 0, end: 1, step: 0.1 } },
    { ...plain, name: 'remark', kind: 'TEXT' },
  ],
  lists: [
    {
      name: 'yes_no',
      choices: [
        { name: 'yes', words: { en: 'Yes' } },
        { name: 'no', words: { en: 'No' } },
      ],
    },
    {
      name: 'who',
      choices: [
        { name: 'adult', words: { en: 'Adults' } },
        { name: 'child', words: { en: 'Children' } },
      ],
    },
  ],
};
const today = '2026-11-23';
const question = (name: string): Question =>
  questionsOf(form).find((each) => each.question.name === name)!.question;

describe('answers', () => {
  it('are asked for by what was answered before, through groups', () => {
    const asked = (answers: Record<string, string>) =>
      askedQuestions(form, answers, today).map(({ name }) => name);
    expect(asked({})).toEqual(['sells', 'seen', 'how_near', 'remark']);
    expect(asked({ sells: 'yes', to: 'adult child' })).toContain('children');
    // What is not asked counts as unanswered, so what hangs on it is not asked either.
    expect(asked({ sells: 'no', to: 'child' })).not.toContain('children');
  });

  it('to questions that are not asked are left out', () => {
    expect(checkAnswers(form, { sells: 'no', to: 'child', children: '3' }, today)).toEqual({
      answers: { sells: 'no' },
      problems: [],
    });
  });

  it.each([
    [{}, 'sells', 'ANSWER_MISSING'],
    [{ sells: 'yes' }, 'to', 'ANSWER_MISSING'],
    [{ sells: 'perhaps' }, 'sells', 'ANSWER_UNFIT'],
    [{ sells: 'yes no' }, 'sells', 'ANSWER_UNFIT'],
    [{ sells: 'yes', to: 'child child' }, 'to', 'ANSWER_UNFIT'],
    [{ sells: 'yes', to: 'child', children: '0' }, 'children', 'ANSWER_OUTSIDE'],
    [{ sells: 'yes', to: 'child', children: '2.5' }, 'children', 'ANSWER_UNFIT'],
    [{ sells: 'no', seen: '2026-11-24' }, 'seen', 'ANSWER_OUTSIDE'],
    [{ sells: 'no', seen: '2026-02-30' }, 'seen', 'ANSWER_UNFIT'],
    [{ sells: 'no', how_near: '0.35' }, 'how_near', 'ANSWER_UNFIT'],
    [{ sells: 'no', remark: 'x'.repeat(4_001) }, 'remark', 'ANSWER_TOO_LONG'],
    [{ sells: 'no', constructor: 'x' }, 'constructor', 'QUESTION_UNKNOWN'],
  ])('%o are refused for %s: %s', (given, name, code) => {
    expect(checkAnswers(form, given, today).problems).toContainEqual({ name, code });
  });

  it('within a range fit by its step, also where a binary fraction does not', () => {
    expect(checkAnswers(form, { sells: 'no', how_near: '0.3' }, today).problems).toEqual([]);
  });

  const sheets: readonly Answers[] = [
    { sells: 'yes', to: 'adult child', children: '4' },
    { sells: 'yes', to: 'child', children: '2' },
    { sells: 'yes', to: 'adult', children: '99' },
    { sells: 'no', to: 'child' },
  ];

  it('are counted over those who were asked', () => {
    expect(countChoices(form, question('to'), sheets, today)).toEqual({
      name: 'to',
      asked: 3,
      answered: 3,
      counts: [
        { choice: 'adult', count: 2 },
        { choice: 'child', count: 2 },
      ],
    });
    expect(summariseNumbers(form, question('children'), sheets, today)).toEqual({
      name: 'children',
      asked: 2,
      answered: 2,
      sum: 6,
      least: 2,
      median: 3,
      most: 4,
    });
    expect(summariseNumbers(form, question('children'), [], today)).toBeNull();
  });

  it('are crossed over those who answered both', () => {
    expect(crossTable(form, question('sells'), question('to'), sheets, today)).toEqual({
      answered: 3,
      counts: [
        [2, 2],
        [0, 0],
      ],
    });
  });

  it('that are more than counts are named, for sensitive topics', () => {
    expect(notOnlyCounts(form).map(({ name }) => name)).toEqual(['seen', 'remark']);
  });
});
