import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedOrder } from './feed-order.ts';

const ids = Array.from({ length: 12 }, (_, index) => `issue-${index}`);

describe('the order of a child’s feed', () => {
  it('shows what was shown least first', () => {
    const order = feedOrder(['a', 'b', 'c', 'd'], { a: 3, b: 1, d: 2 }, 'seed');
    expect(order).toEqual(['c', 'b', 'd', 'a']);
  });

  it('is drawn by the seed alone, whatever order the issues come in', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const order = feedOrder(ids, {}, seed);
        expect(order.toSorted()).toEqual(ids.toSorted());
        expect(feedOrder(ids.toReversed(), {}, seed)).toEqual(order);
      }),
    );
  });

  it('puts each issue first about equally often', () => {
    const firsts = new Map(ids.map((id) => [id, 0]));
    for (let draw = 0; draw < 6_000; draw += 1) {
      const first = feedOrder(ids, {}, `device ${draw}`)[0]!;
      firsts.set(first, firsts.get(first)! + 1);
    }
    // 500 each on average; four standard deviations are 86.
    for (const count of firsts.values()) expect(Math.abs(count - 500)).toBeLessThan(90);
  });
});
