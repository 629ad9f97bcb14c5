import { describe, expect, it } from 'vitest';
import { piecesOf, titleFrom, withoutMarks } from './marked-words.ts';

describe('pieces of a marked text', () => {
  const text = 'Call Dara now';
  const dara = { kind: 'NAME', start: 5, end: 9 };

  it('are cut where marks begin and end', () => {
    expect(piecesOf(text, [dara], [])).toEqual([
      { text: 'Call ', identifier: null, sign: null },
      { text: 'Dara', identifier: 'NAME', sign: null },
      { text: ' now', identifier: null, sign: null },
    ]);
  });

  it('carry both marks where they overlap', () => {
    const pieces = piecesOf(text, [dara], [{ kind: 'THREAT', start: 0, end: 7 }]);
    expect(pieces.map(({ text: piece, identifier, sign }) => [piece, identifier, sign])).toEqual([
      ['Call ', null, 'THREAT'],
      ['Da', 'NAME', 'THREAT'],
      ['ra', 'NAME', null],
      [' now', null, null],
    ]);
  });

  it('are the whole text together, marks beyond its end or not', () => {
    const pieces = piecesOf(text, [dara, { kind: 'PHONE', start: 10, end: 99 }], []);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(piecesOf('', [], [])).toEqual([]);
  });
});

describe('words without marks', () => {
  it('show that something was taken out, once', () => {
    expect(withoutMarks('Call Dara now', [{ kind: 'NAME', start: 5, end: 9 }])).toBe('Call … now');
    expect(
      withoutMarks('A B C', [
        { kind: 'NAME', start: 0, end: 1 },
        { kind: 'NAME', start: 2, end: 3 },
      ]),
    ).toBe('… C');
  });
});

describe('a title to begin with', () => {
  it('is the first sentence', () => {
    expect(titleFrom('គ្មានភ្លើងបំភ្លឺនៅផ្លូវទៅវត្តទេ។ សូមមកមើល។')).toBe('គ្មានភ្លើងបំភ្លឺនៅផ្លូវទៅវត្តទេ');
    expect(titleFrom('No light. Please come.')).toBe('No light');
  });

  it('ends where a word ends, when the sentence is long', () => {
    const title = titleFrom(
      'The road from the village to the school is under water for three months every year',
    );
    expect(title).toBe('The road from the village to the school is under water for');
  });
});
