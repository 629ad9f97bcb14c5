import { describe, expect, it } from 'vitest';
import { createCastingWatch } from './casting-watch.ts';
import { cardHash, cardSigns, drawCode, printedCode, readCode } from './card-codes.ts';
import { nullifierOf } from './poll-keys.ts';
import { groupsToKeep } from './splits.ts';

describe('a card', () => {
  it('has eight signs of which no two look alike', () => {
    expect(new Set(cardSigns).size).toBe(21);
    for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', '6G', 'UV'])
      expect([...alike].filter((sign) => cardSigns.includes(sign)).length).toBeLessThan(2);
    let next = 0;
    expect(printedCode(drawCode((below) => next++ % below))).toBe('3467-9ACD');
  });

  it('is read however it was typed', () => {
    for (const typed of [
      '3467-9ACD',
      ' 3467 9acd ',
      '៣៤៦៧-៩ACD',
      '３４６７９ＡＣＤ',
      '3467\u200b9ACD',
      '3467–9ACD',
    ])
      expect(readCode(typed)).toBe('34679ACD');
    for (const wrong of ['', '3467-9AC', '3467-9ACDE', '3467-9ACO', 'x'.repeat(10_000)])
      expect(readCode(wrong)).toBeNull();
  });

  it('is called otherwise in every poll and under every key, and never like a device', () => {
    const hash = cardHash('34679ACD', '22'.repeat(32));
    expect(hash).not.toBe(cardHash('34679ACD', '23'.repeat(32)));
    const names = [1, 2].flatMap((key) =>
      (['card', 'device'] as const).map((kind) => nullifierOf(Buffer.alloc(32, key), kind, hash)),
    );
    expect(new Set([...names, hash]).size).toBe(5);
  });
});

describe('the casting watch', () => {
  it('counts in memory, forgets in time, and keys do not touch', () => {
    const watch = createCastingWatch();
    const limit = { points: 2, seconds: 60 };
    const at = (seconds: number) => new Date(seconds * 1_000);
    expect([1, 2, 3].map((second) => watch.take('a', 'k', limit, at(second)))).toEqual([true, true, false]);
    expect(watch.hasLeft('a', 'k', limit, at(60))).toBe(false);
    expect(watch.hasLeft('a', 'k', limit, at(61))).toBe(true);
    expect(watch.take('a', 'other', limit, at(3))).toBe(true);
    expect(watch.take('b', 'k', limit, at(3))).toBe(true);
  });
});

describe('groups', () => {
  it.each<[[string | null, number][], boolean]>([
    [
      [
        ['sex:GIRL', 10],
        ['sex:BOY', 10],
      ],
      true,
    ],
    [
      [
        ['sex:GIRL', 10],
        ['sex:BOY', 9],
      ],
      false,
    ],
    [
      [
        ['sex:GIRL', 10],
        ['sex:BOY', 10],
        [null, 3],
      ],
      false,
    ],
    [
      [
        ['sex:GIRL', 10],
        ['sex:BOY', 10],
        [null, 10],
      ],
      true,
    ],
    [
      [
        ['sex:GIRL', 20],
        ['age:AGE_10_13', 20],
      ],
      false,
    ],
    [[['sex:GIRL', 20]], false],
    [[[null, 20]], false],
  ])('%j are kept: %s', (counts, isKept) => {
    expect(groupsToKeep(new Map(counts))).toBe(isKept);
  });
});
