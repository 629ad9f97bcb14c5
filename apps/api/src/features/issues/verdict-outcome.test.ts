import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './verdict-outcome.ts';

const voices = (solved: number, partly: number, notSolved: number) => ({ solved, partly, notSolved });

describe('what the verdicts make of an issue', () => {
  it.each([
    [voices(0, 0, 0), 40, null],
    [voices(1, 0, 0), 40, 'CONFIRMED'],
    [voices(1, 1, 0), 40, null],
    [voices(2, 1, 0), 40, 'CONFIRMED'],
    [voices(0, 0, 1), 40, null],
    [voices(0, 0, 2), 40, null],
    [voices(0, 0, 3), 40, 'REOPENED'],
    [voices(1, 0, 2), 40, 'REOPENED'],
    [voices(0, 2, 2), 40, null],
    [voices(0, 0, 1), 1, 'REOPENED'],
    [voices(0, 0, 1), 2, null],
    [voices(0, 0, 2), 2, 'REOPENED'],
    [voices(0, 0, 1), 0, 'REOPENED'],
  ] as const)('%j of %i supporters: %s', (counts, supporters, expected) => {
    expect(outcomeOf(counts, supporters)).toBe(expected);
  });

  it('is never decided by fewer than more than half of all', () => {
    const count = fc.nat({ max: 200 });
    fc.assert(
      fc.property(count, count, count, count, (solved, partly, notSolved, supporters) => {
        const outcome = outcomeOf({ solved, partly, notSolved }, supporters);
        const all = solved + partly + notSolved;
        if (outcome === 'CONFIRMED') expect(solved).toBeGreaterThan(all / 2);
        if (outcome === 'REOPENED') expect(notSolved).toBeGreaterThan(all / 2);
        if (outcome === null && all > 2) expect(Math.max(solved, notSolved)).toBeLessThanOrEqual(all / 2);
      }),
    );
  });
});
