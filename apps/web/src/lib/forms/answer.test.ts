import { decisionKeys, decisions } from '@samleng/vocabulary';
import { describe, expect, it } from 'vitest';
import { answerParts, needs, parseRiel, speaksOf } from './answer.ts';

describe('the parts of an answer', () => {
  it('are shown wherever a decision needs them', () => {
    const missing = decisionKeys.flatMap((decision) =>
      answerParts.filter((part) => needs(decision, part) && !speaksOf(decision, part)),
    );
    expect(missing).toEqual([]);
  });

  it('are needed as the vocabulary says', () => {
    for (const decision of decisionKeys) {
      const count = answerParts.filter((part) => needs(decision, part)).length;
      expect(count, decision).toBe(decisions[decision].needs.length);
    }
  });
});

describe('an amount of riel', () => {
  it('is read in any digits and grouping', () => {
    expect(parseRiel('6 000 000')).toBe(6_000_000);
    expect(parseRiel('៦.០០០.០០០')).toBe(6_000_000);
    expect(parseRiel('1,200')).toBe(1_200);
    expect(parseRiel('1500000')).toBe(1_500_000);
    expect(parseRiel('១ ៥០០ ០០០ ៛')).toBe(1_500_000);
    expect(parseRiel('0')).toBe(0);
  });

  it('is none when nothing is written, and no number when something else is', () => {
    expect(parseRiel('  ')).toBeNull();
    expect(parseRiel('about a million')).toBeNaN();
    expect(parseRiel('-5')).toBeNaN();
  });

  it('is never guessed from marks that stand elsewhere', () => {
    for (const typed of ['1.5', '1,50,000', '1.500,000', '12e3', '9'.repeat(16)])
      expect(parseRiel(typed)).toBeNaN();
  });
});
