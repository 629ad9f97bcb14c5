import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Value } from './evaluate.ts';
import { answersRead, parseExpression } from './parse.ts';

const answers: Record<string, string> = {
  age: '12',
  sex: 'girl',
  fruits: 'mango banana',
  empty: '',
  day: '2026-11-20',
};

function valueOf(source: string, self = ''): Value {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${JSON.stringify(parsed.problem)}`);
  return evaluate(parsed.value, { answer: (name) => answers[name] ?? '', self, today: '2026-11-23' });
}

describe('an expression', () => {
  it.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 3 - 2', 5],
    ['7 mod 3', 1],
    ['7 div 2', 3.5],
    ['-3 + 1', -2],
    ['${age} >= 10 and ${age} < 15', true],
    ['${age} >= 10 and ${age} < 12', false],
    ["${sex} = 'girl' or ${sex} = 'boy'", true],
    ["selected(${fruits}, 'mango')", true],
    ["selected(${fruits}, 'man')", false],
    ['count-selected(${fruits})', 2],
    ['count-selected(${empty})', 0],
    ["not(selected(${fruits}, 'melon'))", true],
    ["if(${age} > 17, 'youth', 'child')", 'child'],
    ["coalesce(${empty}, 'none')", 'none'],
    ["string-length('ខ្មែរ')", 5],
    ['${day} <= today()', true],
    ["${day} > '2026-11-21'", false],
    ['int(7.9)', 7],
    ['round(2.5)', 3],
    ['true() = 1', true],
    ["contains(${sex}, 'ir')", true],
    ["starts-with(${sex}, 'boy')", false],
    // No answer is not a number, and nothing is less or more than that.
    ['${empty} < 5', false],
    ['${empty} >= 5', false],
    ["${empty} = ''", true],
  ])('%s comes to %s', (source, value) => {
    expect(valueOf(source)).toBe(value);
  });

  it('reads the answer it is about as a dot', () => {
    expect(valueOf('. >= 0 and . <= 100', '40')).toBe(true);
    expect(valueOf('. >= 0 and . <= 100', '101')).toBe(false);
  });

  it.each([
    ['1 +', 'UNREADABLE'],
    ['(1', 'UNREADABLE'],
    ['1 2', 'UNREADABLE'],
    ["'open", 'UNREADABLE'],
    ['${}', 'UNREADABLE'],
    ["regex(., '[0-9]+')", 'UNKNOWN_FUNCTION'],
    ['toString(1)', 'UNKNOWN_FUNCTION'],
    ['constructor(1)', 'UNKNOWN_FUNCTION'],
    ['age > 3', 'UNKNOWN_FUNCTION'],
    ['selected(1)', 'WRONG_INPUTS'],
    ['1'.repeat(1_001), 'TOO_LONG'],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 'TOO_LONG'],
    [`${'-'.repeat(60)}1`, 'TOO_LONG'],
  ])('is refused: %s', (source, code) => {
    expect(parseExpression(source)).toMatchObject({ ok: false, problem: { code } });
  });

  it('names the questions it reads', () => {
    const parsed = parseExpression("if(${a} > 1, -${b}, selected(${c}, 'x'))");
    expect(parsed.ok && answersRead(parsed.value)).toEqual(['a', 'b', 'c']);
  });

  it('is read or refused, and never breaks, whatever is written', () => {
    const parts = [
      '${a}',
      '.',
      '(',
      ')',
      ',',
      'and',
      'or',
      'not',
      '=',
      '<',
      '-',
      '1',
      "'x'",
      'selected',
      ' ',
      'div',
      '"',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (picked) => {
        const parsed = parseExpression(picked.join(''));
        if (parsed.ok) evaluate(parsed.value, { answer: () => '', self: '', today: '2026-11-23' });
      }),
    );
  });
});
