import { ratio } from './amounts.ts';
import type { CountedElection } from './counted-election.ts';
import { exactPrices, type ExactPrice, type ExactPrices } from './exact-prices.ts';
import { paymentsFor, type Purchase, runnerUp } from './purchases.ts';
import type { BudgetTie, TieOrder } from './ties.ts';

/** Money per voter in units of 10^-moneyDecimals, as a fraction. */
export type Endowment = { readonly numerator: bigint; readonly denominator: bigint };

/** What a supporter of a project gains: its cost, or one (times the points given, on points ballots). */
export type EqualSharesUtility = 'cost' | 'one';

export type EqualSharesRun = {
  readonly order: readonly number[];
  readonly cost: bigint;
  readonly purchases: readonly Purchase[];
  readonly ties: readonly BudgetTie[];
  /** what each project's supporters had left when nothing more could be bought; only in an explained run */
  readonly money: Float64Array;
};

/**
 * Floats carry 1.1e-16 relative error a step. Prices are accepted as floats only while their error bound stays below
 * a quarter of this; whatever lies closer together than this is decided by exact fractions.
 */
const NEAR = 1e-9;
const ROUNDING = 2 ** -52;

type Estimate = 'unaffordable' | 'unsure' | number;

/**
 * The Method of Equal Shares for additive utilities: D. Peters, G. Pierczyński, P. Skowron, "Proportional
 * Participatory Budgeting with Additive Utilities", NeurIPS 2021, section 3 (arXiv:2008.13276); with cost utilities
 * as on equalshares.net.
 *
 * Every voter holds the same endowment. Again and again the project with the least ρ is bought, where
 * Σ min(money left, ρ · utility) over its supporters equals its cost, until no project can be paid by its supporters.
 * ρ of a project never falls while money only goes out, so its last known ρ is a lower bound and the search stops at
 * the first bound above the best ρ found.
 *
 * @returns a function that runs the method for one endowment; runs share nothing but memory.
 */
export function equalShares(
  election: CountedElection,
  utility: EqualSharesUtility,
  ties: TieOrder,
): (endowment: Endowment, explain?: boolean) => EqualSharesRun {
  const { byProject, weight, costs } = election;
  const projects = costs.length;
  const isPerMoney = utility === 'cost' && election.worth === 'approval';
  const worths = costs.map((cost) => (isPerMoney ? cost : 1n));
  const worth = Float64Array.from(worths, Number);
  const cost = Float64Array.from(costs, Number);
  const money = new Float64Array(election.groups);
  const spent = new Uint8Array(election.groups);
  const bound = new Float64Array(projects);
  const longestBallot = lengthOfLongestRow(election.byGroup.start);
  const supporterWeight = rowSums(election);
  const buyable: number[] = [];
  const free: number[] = [];
  for (let project = 0; project < projects; project += 1) {
    if ((election.positiveSums[project] as number) <= 0) continue;
    if ((costs[project] as bigint) > 0n) buyable.push(project);
    else free.push(project);
  }
  free.sort((left, right) => (ties.rank[left] as number) - (ties.rank[right] as number));
  let endowed = 0;

  /**
   * Finds the price by Newton's method on the concave, piecewise linear Σ min(money, price · points), from below:
   * each step is itself a lower bound, so it may stop as soon as it exceeds what is already known.
   */
  function estimate(project: number, enough: number): Estimate {
    const from = byProject.start[project] as number;
    const to = byProject.start[project + 1] as number;
    const target = cost[project] as number;
    const perUtility = worth[project] as number;
    let price = (bound[project] as number) * perUtility;
    for (let step = 0; ; step += 1) {
      let poor = 0;
      let rich = 0;
      for (let entry = from; entry < to; entry += 1) {
        const group = byProject.other[entry] as number;
        const points = byProject.points[entry] as number;
        const has = money[group] as number;
        if (has < price * points) poor += (weight[group] as number) * has;
        else rich += (weight[group] as number) * points;
      }
      const whole = (supporterWeight[project] as number) * endowed;
      if (rich === 0) return poor < target - 1e-11 * (target + whole) ? 'unaffordable' : 'unsure';
      const next = (target - poor) / rich;
      const error = (ROUNDING * ((to - from + 8) * target + (longestBallot + 2) * whole)) / rich;
      if (step > 0 && next <= price * (1 + 2 * ROUNDING)) {
        bound[project] = price / perUtility;
        return error < (NEAR / 4) * price ? price : 'unsure';
      }
      price = next;
      if (step > 0 && price > enough * perUtility && error < (NEAR / 4) * price) {
        bound[project] = price / perUtility;
        return price;
      }
    }
  }

  /** The exact price where the float one is in doubt; undefined when the supporters' money falls short. */
  function decide(project: number, rho: number, exact: ExactPrices): ExactPrice | undefined {
    return exact.price(project, rho * (worth[project] as number) * (1 - NEAR));
  }

  function pay(project: number, price: ExactPrice): void {
    for (
      let entry = byProject.start[project] as number;
      entry < (byProject.start[project + 1] as number);
      entry += 1
    ) {
      const group = byProject.other[entry] as number;
      const left = (money[group] as number) - price.nearest * (byProject.points[entry] as number);
      if (price.keepsMoney.get(group) ?? left > 0) {
        money[group] = Math.max(left, 0);
      } else {
        money[group] = 0;
        spent[group] = 1;
      }
    }
  }

  return function run(endowment, explain = false) {
    endowed = ratio(endowment.numerator, endowment.denominator);
    money.fill(endowed);
    spent.fill(0);
    for (const project of buyable) {
      bound[project] =
        (cost[project] as number) / (election.positiveSums[project] as number) / (worth[project] as number);
    }
    const exact = exactPrices(election, endowment, worths, money, spent);
    const active = buyable.slice();
    const order = free.slice();
    const purchases: Purchase[] = [];
    const broken: BudgetTie[] = [];
    let total = 0n;
    for (;;) {
      sortByBound(active, bound);
      const found = leastRho(active, exact, explain);
      if (found === undefined) break;
      const { chosen, price, tied, next } = found;
      if (tied.length > 1) {
        const { brokenBy } = ties.breakTie(tied);
        const names = tied.map((project) => election.ids[project] as string);
        broken.push({
          round: order.length + 1,
          projects: names,
          chosen: election.ids[chosen] as string,
          brokenBy,
        });
      }
      if (explain) {
        const payments = paymentsFor(election, money, chosen, price);
        const rho = price.nearest / (worth[chosen] as number);
        purchases.push({ project: chosen, rho, isPerMoney, ...payments, next });
      }
      pay(chosen, price);
      exact.pay(chosen, price);
      order.push(chosen);
      total += costs[chosen] as bigint;
      active.splice(active.indexOf(chosen), 1);
    }
    return { order, cost: total, purchases, ties: broken, money };
  };

  /** Scans by lower bound; drops what can no longer be paid for. `explain` also finds the runner-up. */
  function leastRho(
    active: number[],
    exact: ExactPrices,
    explain: boolean,
  ):
    | {
        chosen: number;
        price: ExactPrice;
        tied: readonly number[];
        next: { project: number; rho: number } | undefined;
      }
    | undefined {
    let best = Infinity;
    let second = Infinity;
    const seen: { project: number; rho: number; exact: ExactPrice | undefined }[] = [];
    let kept = 0;
    let at = 0;
    for (; at < active.length; at += 1) {
      const project = active[at] as number;
      const enough = (explain ? second : best) * (1 + 2 * NEAR);
      if ((bound[project] as number) > enough) break;
      const price = estimate(project, enough);
      if (price === 'unaffordable') continue;
      let rho = (price as number) / (worth[project] as number);
      let settled: ExactPrice | undefined;
      if (price === 'unsure') {
        settled = decide(project, bound[project] as number, exact);
        if (settled === undefined) continue;
        rho = settled.nearest / (worth[project] as number);
        bound[project] = rho;
      }
      active[kept] = project;
      kept += 1;
      seen.push({ project, rho, exact: settled });
      if (rho < best) {
        second = best;
        best = rho;
      } else if (rho < second) second = rho;
    }
    for (; at < active.length; at += 1) {
      active[kept] = active[at] as number;
      kept += 1;
    }
    active.length = kept;
    if (best === Infinity) return undefined;

    const near = seen.filter(({ rho }) => rho <= best * (1 + NEAR));
    let tied: { project: number; price: ExactPrice }[] = [];
    for (const candidate of near) {
      const price = candidate.exact ?? decide(candidate.project, candidate.rho, exact);
      if (price === undefined) continue;
      const first = tied[0];
      const order =
        first === undefined ? -1 : exact.compare(candidate.project, price, first.project, first.price);
      if (order < 0) tied = [{ project: candidate.project, price }];
      else if (order === 0) tied.push({ project: candidate.project, price });
    }
    const chosen = tied.reduce((left, right) =>
      (ties.rank[right.project] as number) < (ties.rank[left.project] as number) ? right : left,
    );
    const least = chosen.price.nearest / (worth[chosen.project] as number);
    const next = runnerUp(seen, tied, chosen.project, least);
    return { chosen: chosen.project, price: chosen.price, tied: tied.map(({ project }) => project), next };
  }
}

/** Insertion sort: between rounds only the few projects just looked at have moved. */
function sortByBound(active: number[], bound: Float64Array): void {
  for (let at = 1; at < active.length; at += 1) {
    const project = active[at] as number;
    const key = bound[project] as number;
    let slot = at - 1;
    while (slot >= 0 && (bound[active[slot] as number] as number) > key) {
      active[slot + 1] = active[slot] as number;
      slot -= 1;
    }
    active[slot + 1] = project;
  }
}

function lengthOfLongestRow(start: Int32Array): number {
  let longest = 0;
  for (let row = 0; row + 1 < start.length; row += 1) {
    longest = Math.max(longest, (start[row + 1] as number) - (start[row] as number));
  }
  return longest;
}

function rowSums({ byProject, weight, costs }: CountedElection): Float64Array {
  const sums = new Float64Array(costs.length);
  for (let project = 0; project < costs.length; project += 1) {
    for (
      let entry = byProject.start[project] as number;
      entry < (byProject.start[project + 1] as number);
      entry += 1
    ) {
      sums[project] = (sums[project] as number) + (weight[byProject.other[entry] as number] as number);
    }
  }
  return sums;
}
