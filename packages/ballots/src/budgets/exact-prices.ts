import { ratio } from './amounts.ts';
import type { CountedElection } from './counted-election.ts';

/**
 * What is paid per point, exactly: numerator / (common · divisor), where `common` is the product of the divisors of
 * all earlier rounds. `keepsMoney` says for the supporters a float cannot decide about whether anything is left to
 * them after paying.
 */
export type ExactPrice = {
  readonly numerator: bigint;
  readonly divisor: number;
  readonly nearest: number;
  readonly keepsMoney: ReadonlyMap<number, boolean>;
};

/**
 * The exact side of one run of equal shares, asked only where floats cannot decide.
 *
 * A voter has either spent everything or still has the endowment less the price of each project they helped to pay.
 * So all money is a whole-number combination of the endowment and the prices paid so far, and one common
 * denominator serves them all. Nothing per voter is stored.
 */
export type ExactPrices = {
  /**
   * The least price per point at which the supporters' money reaches the cost; undefined when it never does.
   * `low` is any price known not to be above it; the closer, the faster.
   */
  price(project: number, low: number): ExactPrice | undefined;
  /** Less than zero when the first project is the cheaper per unit of utility. */
  compare(left: number, leftPrice: ExactPrice, right: number, rightPrice: ExactPrice): number;
  /** Writes down that `project` was bought at `price`. */
  pay(project: number, price: ExactPrice): void;
};

/** A float of a voter's money is off by at most a few rounding steps of the endowment; this is far more. */
const DOUBT = 1e-12;

export function exactPrices(
  election: CountedElection,
  endowment: { readonly numerator: bigint; readonly denominator: bigint },
  worths: readonly bigint[],
  money: Float64Array,
  spent: Uint8Array,
): ExactPrices {
  const { byProject, byGroup, weight } = election;
  const start = ratio(endowment.numerator, endowment.denominator);
  const roundOf = new Int32Array(election.ids.length).fill(-1);
  const paid: bigint[] = [];
  const counts: number[] = [];
  let common = 1n;

  function remaining(group: number): bigint {
    if (spent[group] === 1) return 0n;
    let left = endowment.numerator * common;
    for (
      let entry = byGroup.start[group] as number;
      entry < (byGroup.start[group + 1] as number);
      entry += 1
    ) {
      const round = roundOf[byGroup.other[entry] as number] as number;
      if (round >= 0) left -= BigInt(byGroup.points[entry] as number) * (paid[round] as bigint);
    }
    return left;
  }

  /** Adds what a group has left to the running sum of the poor, as counts of prices paid. */
  function countPoor(group: number): number {
    if (spent[group] === 1) return 0;
    const voters = weight[group] as number;
    for (
      let entry = byGroup.start[group] as number;
      entry < (byGroup.start[group + 1] as number);
      entry += 1
    ) {
      const round = roundOf[byGroup.other[entry] as number] as number;
      if (round >= 0) counts[round] = (counts[round] as number) + voters * (byGroup.points[entry] as number);
    }
    return voters;
  }

  return {
    price(project, low) {
      const to = byProject.start[project + 1] as number;
      const cost = (election.costs[project] as bigint) * endowment.denominator;
      counts.length = paid.length;
      counts.fill(0);
      let poor = 0;
      let divisor = 0;
      let rich: number[] = [];
      for (let entry = byProject.start[project] as number; entry < to; entry += 1) {
        const group = byProject.other[entry] as number;
        const due = low * (byProject.points[entry] as number);
        if ((money[group] as number) < due - DOUBT * (due + start)) poor += countPoor(group);
        else {
          divisor += (weight[group] as number) * (byProject.points[entry] as number);
          rich.push(entry);
        }
      }
      while (divisor > 0) {
        let numerator = (cost - BigInt(poor) * endowment.numerator) * common;
        for (let round = 0; round < paid.length; round += 1) {
          const count = counts[round] as number;
          if (count !== 0) numerator += BigInt(count) * (paid[round] as bigint);
        }
        const nearest = ratio(numerator, common * BigInt(divisor) * endowment.denominator);
        const keepsMoney = new Map<number, boolean>();
        const stillRich: number[] = [];
        const total = divisor;
        for (const entry of rich) {
          const group = byProject.other[entry] as number;
          const points = byProject.points[entry] as number;
          const due = nearest * points;
          const gap = (money[group] as number) - due;
          const doubt = DOUBT * (due + start);
          if (gap > doubt) stillRich.push(entry);
          else {
            const left = gap < -doubt ? -1n : remaining(group) * BigInt(total) - numerator * BigInt(points);
            if (left >= 0n) {
              stillRich.push(entry);
              keepsMoney.set(group, left > 0n);
            } else {
              poor += countPoor(group);
              divisor -= (weight[group] as number) * points;
            }
          }
        }
        if (stillRich.length === rich.length) {
          const shared = greatestCommonDivisor(total, Number(numerator % BigInt(total)));
          return { numerator: numerator / BigInt(shared), divisor: total / shared, nearest, keepsMoney };
        }
        rich = stillRich;
      }
      return undefined;
    },

    compare(left, leftPrice, right, rightPrice) {
      const difference =
        leftPrice.numerator * BigInt(rightPrice.divisor) * (worths[right] as bigint) -
        rightPrice.numerator * BigInt(leftPrice.divisor) * (worths[left] as bigint);
      return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    },

    pay(project, price) {
      const divisor = BigInt(price.divisor);
      if (price.divisor !== 1) {
        common *= divisor;
        for (let round = 0; round < paid.length; round += 1) paid[round] = (paid[round] as bigint) * divisor;
      }
      roundOf[project] = paid.length;
      paid.push(price.numerator);
    },
  };
}

function greatestCommonDivisor(left: number, right: number): number {
  let high = left;
  let low = right;
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}
