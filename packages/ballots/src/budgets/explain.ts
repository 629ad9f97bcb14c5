import { fromUnits, ratio } from './amounts.ts';
import { type CompletedRun, firstEndowment, type Increment } from './completion.ts';
import type { CountedElection } from './counted-election.ts';
import type { Endowment, EqualSharesRun } from './equal-shares.ts';
import type { GreedyRun } from './greedy.ts';
import type { BudgetOutcome, BudgetRound, EqualSharesRound, NotFunded } from './outcome.ts';
import type { Purchase } from './purchases.ts';
import type { BudgetRule } from './rules.ts';
import { byCodePoint } from './ties.ts';

/** How many distinct payments are listed one by one. */
const PAYMENTS_LISTED = 12;

type Stages = {
  readonly shares?: EqualSharesRun;
  readonly completed?: {
    readonly endowment: Endowment;
    readonly growth?: CompletedRun & { readonly by: Increment };
  };
  readonly fill?: GreedyRun;
};

/** Puts the stages of a count together: who won, in which order, why, and why the others did not. */
export function explainOutcome(election: CountedElection, rule: BudgetRule, stages: Stages): BudgetOutcome {
  const { shares, completed, fill } = stages;
  const order = [...(shares?.order ?? []), ...(fill?.order ?? [])];
  const funded = new Set(order);
  const spent = order.reduce((sum, project) => sum + (election.costs[project] ?? 0n), 0n);
  const names = order.map((project) => name(election, project));
  const winners = names.toSorted(byCodePoint);
  const ties = [...(shares?.ties ?? []), ...(fill?.ties ?? [])];
  return {
    rule,
    winners,
    order: names,
    ties: ties.map((tie) => ({ ...tie, mattered: tie.projects.some((one) => !winners.includes(one)) })),
    rounds: rounds(election, stages),
    budget: currency(election, election.budget),
    spent: currency(election, spent),
    left: currency(election, election.budget - spent),
    voters: election.voters,
    ...(completed === undefined ? {} : { endowment: endowment(election, completed.endowment) }),
    ...(completed?.growth === undefined
      ? {}
      : {
          completion: {
            by: completed.growth.by,
            step: perVoter(election, completed.growth.step),
            steps: completed.growth.steps,
            stoppedBecause: completed.growth.stoppedBecause,
          },
        }),
    notFunded: election.ids
      .map((_, project) => project)
      .filter((project) => !funded.has(project))
      .map((project) =>
        notFunded(election, project, election.budget - spent, fill === undefined ? shares : undefined),
      ),
  };
}

function rounds(election: CountedElection, { shares, fill }: Stages): BudgetRound[] {
  const bought = new Set(shares?.purchases.map(({ project }) => project));
  const free = (shares?.order ?? []).filter((project) => !bought.has(project));
  return [
    ...free.map((project) => ({ by: 'no-cost' as const, project: name(election, project), cost: 0 })),
    ...(shares?.purchases ?? []).map((purchase) => purchased(election, purchase)),
    ...(fill?.looks ?? []).map(({ project, taken, left }) => ({
      by: 'greedy' as const,
      project: name(election, project),
      cost: cost(election, project),
      votes: votes(election, project),
      taken,
      left: currency(election, left),
    })),
  ];
}

function purchased(election: CountedElection, purchase: Purchase): EqualSharesRound {
  const unit = 10 ** election.moneyDecimals;
  const points = 10 ** election.pointDecimals;
  const price = cost(election, purchase.project);
  const { rho, next } = purchase;
  const rest = purchase.payments.slice(PAYMENTS_LISTED);
  const scale = purchase.isPerMoney ? 1 : points / unit;
  return {
    by: 'equal-shares',
    project: name(election, purchase.project),
    cost: price,
    rho: rho * scale,
    effectiveVotes: (price * unit) / purchase.greatestPayment,
    supporters: election.supporters[purchase.project] ?? 0,
    payers: purchase.payers,
    payersLeftWithNothing: purchase.payersLeftWithNothing,
    greatestPayment: purchase.greatestPayment / unit,
    payments: purchase.payments
      .slice(0, PAYMENTS_LISTED)
      .map(({ amount, voters }) => ({ amount: amount / unit, voters })),
    otherPayments:
      rest.length === 0
        ? null
        : {
            from: (rest.at(-1)?.amount ?? 0) / unit,
            to: (rest[0]?.amount ?? 0) / unit,
            voters: rest.reduce((sum, { voters }) => sum + voters, 0),
          },
    next:
      next === undefined
        ? null
        : { project: name(election, next.project), rho: next.rho * scale, timesDearer: next.rho / rho },
  };
}

function endowment(election: CountedElection, counting: Endowment): BudgetOutcome['endowment'] {
  const unit = 10n ** BigInt(election.moneyDecimals);
  const shared = greatestCommonDivisor(counting.numerator, counting.denominator * unit);
  const whole = (counting.denominator * unit) / shared;
  return {
    perVoter: perVoter(election, counting),
    exact: whole === 1n ? `${counting.numerator / shared}` : `${counting.numerator / shared}/${whole}`,
    first: perVoter(election, firstEndowment(election)),
  };
}

function perVoter(election: CountedElection, { numerator, denominator }: Endowment): number {
  return ratio(numerator, denominator * 10n ** BigInt(election.moneyDecimals));
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let high = left;
  let low = right;
  while (low !== 0n) [high, low] = [low, high % low];
  return high === 0n ? 1n : high;
}

/** `shares` only when equal shares had the last word: then the supporters' own money is what is missing. */
function notFunded(
  election: CountedElection,
  project: number,
  left: bigint,
  shares: EqualSharesRun | undefined,
): NotFunded {
  const price = election.costs[project] ?? 0n;
  const unit = 10 ** election.moneyDecimals;
  const common = {
    project: name(election, project),
    cost: cost(election, project),
    supporters: election.supporters[project] ?? 0,
  };
  const beyondBudget = currency(election, price - left);
  if (price > election.budget) return { ...common, because: 'dearer-than-budget', shortBy: beyondBudget };
  if (shares === undefined) return { ...common, because: 'does-not-fit', shortBy: beyondBudget };
  if ((election.positiveSums[project] ?? 0) <= 0) {
    return { ...common, because: 'nobody-supports-it', shortBy: common.cost };
  }
  const { byProject, weight } = election;
  let has = 0;
  for (
    let entry = byProject.start[project] as number;
    entry < (byProject.start[project + 1] as number);
    entry += 1
  ) {
    const group = byProject.other[entry] as number;
    has += (weight[group] as number) * (shares.money[group] as number);
  }
  return { ...common, because: 'supporters-short', shortBy: Math.max(0, common.cost - has / unit) };
}

function name(election: CountedElection, project: number): string {
  return election.ids[project] ?? '';
}

function currency(election: CountedElection, units: bigint): number {
  return fromUnits(units, election.moneyDecimals);
}

function cost(election: CountedElection, project: number): number {
  return currency(election, election.costs[project] ?? 0n);
}

function votes(election: CountedElection, project: number): number {
  return election.worth === 'points'
    ? (election.pointSums[project] ?? 0) / 10 ** election.pointDecimals
    : (election.supporters[project] ?? 0);
}
