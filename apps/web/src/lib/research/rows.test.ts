import { describe, expect, it } from 'vitest';
import { type Form, type Question, readXlsForm, writeXlsForm } from '@samleng/surveys';
import {
  choicesOf,
  emptyRows,
  formOf,
  freshName,
  linesOfChoices,
  listNameOf,
  move,
  nameOf,
  put,
  putPart,
  remove,
  type Rows,
  rowsOf,
} from './rows.ts';

const question = (name: string, given: Partial<Question> = {}): Question => ({
  item: 'QUESTION',
  name,
  kind: 'INTEGER',
  words: { en: name },
  hint: {},
  list: null,
  range: null,
  isRequired: false,
  relevant: null,
  constraint: null,
  constraintWords: {},
  ...given,
});
const names = ({ lines }: Rows) => lines.map((line) => nameOf(line) || 'end').join(' ');

/** q1, then a part with q2 and q3, then q4. */
function some(): Rows {
  let rows = put(emptyRows, question('q1'), null, '');
  rows = putPart(rows, { en: 'School' });
  rows = put(rows, question('q2'), null, 'part1');
  rows = put(rows, question('q3'), null, 'part1');
  return put(rows, question('q4'), null, '');
}

describe('lines of a form', () => {
  it('make the form they came of, in XLSForm too', () => {
    const form: Form = formOf(some());
    expect(names(rowsOf(form))).toBe('q1 part1 q2 q3 end q4');
    const read = readXlsForm(writeXlsForm(form));
    expect(read.ok && names(rowsOf(read.value.form))).toBe('q1 part1 q2 q3 end q4');
  });

  it('move into and out of parts, which move whole', () => {
    expect(names(move(some(), 'q1', 'down'))).toBe('part1 q1 q2 q3 end q4');
    expect(names(move(some(), 'q4', 'up'))).toBe('q1 part1 q2 q3 q4 end');
    expect(names(move(some(), 'q2', 'up'))).toBe('q1 q2 part1 q3 end q4');
    expect(names(move(some(), 'part1', 'up'))).toBe('part1 q2 q3 end q1 q4');
    expect(names(move(some(), 'part1', 'down'))).toBe('q1 q4 part1 q2 q3 end');
    expect(names(move(some(), 'q1', 'up'))).toBe(names(some()));
    expect(names(move(some(), 'q4', 'down'))).toBe(names(some()));
    const two = putPart(some(), { en: 'Home' });
    expect(names(move(two, 'part2', 'up'))).toBe('q1 part1 q2 q3 end part2 end q4');
    expect(names(move(move(two, 'part2', 'up'), 'part2', 'up'))).toBe('q1 part2 end part1 q2 q3 end q4');
    expect(names(move(move(two, 'part2', 'up'), 'part1', 'down'))).toBe('q1 part2 end part1 q2 q3 end q4');
  });

  it('go one by one; a part leaves its questions', () => {
    expect(names(remove(some(), 'q3'))).toBe('q1 part1 q2 end q4');
    expect(names(remove(some(), 'part1'))).toBe('q1 q2 q3 q4');
    expect(freshName(remove(some(), 'q3'))).toBe('q3');
  });
});

describe('choices', () => {
  it('are read a line each and keep their names', () => {
    const first = choicesOf('មាន | Yes\nគ្មាន | No\n\nមិនដឹង', []);
    expect(first.map(({ name }) => name)).toEqual(['yes', 'no', 'a3']);
    expect(linesOfChoices(first)).toBe('មាន | Yes\nគ្មាន | No\nមិនដឹង');
    expect(choicesOf('គ្មាន | No\nមាន | Yes', first).map(({ name }) => name)).toEqual(['no', 'yes']);
    // The second is worded anew and is the same answer still.
    expect(choicesOf('មាន | Yes\nអត់មាន | None\nមិនដឹង', first).map(({ name }) => name)).toEqual([
      'yes',
      'no',
      'a3',
    ]);
  });

  it('of a list that two questions share become one of its own', () => {
    const choices = choicesOf('Yes\nNo', []);
    const one = question('q1', { kind: 'SELECT_ONE', list: 'yes_no' });
    const both = put(put(emptyRows, one, choices, ''), { ...one, name: 'q2' }, null, '');
    expect(listNameOf(both, one)).toBe('q1_answers');
    expect(listNameOf(remove(both, 'q2'), one)).toBe('yes_no');
    expect(formOf(remove(remove(both, 'q2'), 'q1')).lists).toEqual([]);
  });
});
