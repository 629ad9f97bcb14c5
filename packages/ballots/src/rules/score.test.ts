import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanScore, medianScore, type ScoreProfile } from './score.ts';
import { wilsonInterval, z95 } from './wilson.ts';

function profileOf(counts: readonly (readonly number[])[]): ScoreProfile {
  const faces = counts[0]!.length;
  const histogram = new Float64Array(counts.flatMap((row) => [0, ...row]));
  const papers = Math.max(...counts.map((row) => row.reduce((sum, count) => sum + count, 0)));
  return { options: counts.map((_, i) => `option ${i + 1}`), faces, papers, histogram };
}

describe("Wilson's interval", () => {
  it('gives the textbook values', () => {
    // 10 of 10 at 95 %: lower end 1 ÷ (1 + z²/10) = 0.7225.
    expect(wilsonInterval(1, 10, z95)[0]).toBeCloseTo(0.72247, 5);
    expect(wilsonInterval(1, 10, z95)[1]).toBeCloseTo(1, 12);
    // 81 of 263: 0.2553 to 0.3662 (R. Newcombe, Statistics in Medicine 17, 1998, 857–872, table I, method 3).
    const [low, high] = wilsonInterval(81 / 263, 263, z95);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(wilsonInterval(0.5, 0, z95)).toEqual([0, 1]);
  });
});

describe('mean and median score', () => {
  it('tells means apart that floats make equal', () => {
    // 3 + 1/9007199254740 and 3 + 1/9007199254741 differ by less than the spacing of floats near 3.
    const profile = profileOf([
      [0, 0, 9_007_199_254_740, 1, 0],
      [0, 0, 9_007_199_254_739, 1, 0],
    ]);
    expect(meanScore(profile).winners).toEqual(['option 2']);
  });

  it('takes the middle paper, or halfway between the two middle ones', () => {
    const { scores } = medianScore(
      profileOf([
        [1, 0, 1],
        [1, 1, 1],
        [2, 0, 3],
      ]),
    ).rounds[0];
    expect(Object.values(scores).map(({ median }) => median)).toEqual([2, 2, 3]);
  });

  it('gives the ranks of Campbell and Gardner for the median of 100', () => {
    // n = 100: ranks 50 − 9.8 = 40.2 and 51 + 9.8 = 60.8, the 40th and the 61st paper.
    const { scores } = medianScore(profileOf([[39, 1, 20, 1, 39]])).rounds[0];
    expect(scores['option 1']!.medianInterval).toEqual([2, 4]);
  });

  it('orders by median, then by mean', () => {
    const outcome = medianScore(
      profileOf([
        [2, 3, 0],
        [0, 3, 2],
        [0, 2, 3],
      ]),
    );
    expect(outcome.order).toEqual(['option 3', 'option 2', 'option 1']);
  });

  it('keeps intervals on the scale and around their middle', () => {
    const row = fc.array(fc.nat({ max: 50 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(row, (counts) => {
        const { mean, meanInterval, median, medianInterval } = meanScore(profileOf([counts])).rounds[0]
          .scores['option 1']!;
        if (mean === null) return;
        expect(meanInterval![0]).toBeLessThanOrEqual(mean + 1e-12);
        expect(meanInterval![1]).toBeGreaterThanOrEqual(mean - 1e-12);
        expect(meanInterval![0]).toBeGreaterThanOrEqual(1);
        expect(meanInterval![1]).toBeLessThanOrEqual(5);
        expect(medianInterval![0]).toBeLessThanOrEqual(median!);
        expect(medianInterval![1]).toBeGreaterThanOrEqual(median!);
      }),
    );
  });
});
