import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importanceToGroup, isImportantToGroup } from './group-importance.ts';
import { groupBalancedScore, wilsonLowerBound } from './support-share.ts';

describe('Wilson’s lower bound', () => {
  it('agrees with figures worked by hand', () => {
    // With z = 2: (p + 2/n − 2·√((p(1−p) + 1/n)/n)) / (1 + 4/n).
    // 5 of 10: (0.5 + 0.2 − 2·√(0.35/10)) / 1.4 = (0.7 − 0.374166) / 1.4
    expect(wilsonLowerBound(5, 10, 2)).toBeCloseTo(0.232739, 6);
    // 4 of 4: (1 + 0.5 − 2·√(0.25/4)) / 2 = (1.5 − 0.5) / 2
    expect(wilsonLowerBound(4, 4, 2)).toBe(0.5);
    // n of n in general: n / (n + z²). 3 / (3 + 1.64249856)
    expect(wilsonLowerBound(3, 3)).toBeCloseTo(3 / 4.64249856, 12);
    expect(wilsonLowerBound(90, 100)).toBeCloseTo(0.85485618, 8);
  });

  it('is nothing when nobody took part or nobody agreed', () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(0, 40)).toBe(0);
  });

  it('lies between 0 and the share, grows with support and with certainty', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const successes = Math.round(part * (trials - 1));
          const bound = wilsonLowerBound(successes, trials);
          expect(bound).toBeGreaterThanOrEqual(0);
          expect(bound).toBeLessThanOrEqual(successes / trials);
          expect(wilsonLowerBound(successes + 1, trials)).toBeGreaterThan(bound);
          expect(wilsonLowerBound(successes * 2, trials * 2)).toBeGreaterThanOrEqual(bound);
        },
      ),
    );
  });
});

describe('the group-balanced score', () => {
  it('agrees with figures worked by hand', () => {
    expect(groupBalancedScore([{ agree: 9, seen: 18 }])).toBeCloseTo(10 / 20, 12);
    const two = [
      { agree: 9, seen: 18 },
      { agree: 1, seen: 14 },
    ];
    expect(groupBalancedScore(two)).toBeCloseTo(0.25, 12);
    expect(groupBalancedScore([])).toBeNull();
  });

  it('prefers what every group wants to what the large group wants', () => {
    const everybodySome = groupBalancedScore([
      { agree: 40, seen: 80 },
      { agree: 10, seen: 20 },
    ])!;
    const mostAll = groupBalancedScore([
      { agree: 72, seen: 80 },
      { agree: 0, seen: 20 },
    ])!;
    expect(everybodySome).toBeGreaterThan(mostAll);
  });
});

describe('importance to a group', () => {
  it('agrees with a figure worked by hand', () => {
    // 10/20 against 5/50, pooled 15/70: (0.5 − 0.1) / √(15/70 · 55/70 · (1/20 + 1/50)) = 0.4 / 0.1085620
    expect(importanceToGroup({ agree: 9, seen: 19 }, { agree: 4, seen: 49 })).toBeCloseTo(3.684529, 5);
  });

  it('is the same with the sign turned for the others', () => {
    const group = { agree: 7, seen: 21 };
    const others = { agree: 30, seen: 60 };
    expect(importanceToGroup(group, others)).toBeCloseTo(-importanceToGroup(others, group), 12);
  });

  it('is not claimed for equal shares, nor when everybody agrees', () => {
    expect(isImportantToGroup({ agree: 20, seen: 40 }, { agree: 30, seen: 60 })).toBe(false);
    expect(importanceToGroup({ agree: 40, seen: 40 }, { agree: 60, seen: 60 })).toBe(0);
    expect(isImportantToGroup({ agree: 15, seen: 20 }, { agree: 20, seen: 80 })).toBe(true);
  });
});
