import type { CountedElection } from './counted-election.ts';
import type { BudgetTie, TieOrder } from './ties.ts';

/** One look at a project: taken when it still fits, else passed over. Money in units of 10^-moneyDecimals. */
export type GreedyLook = { readonly project: number; readonly taken: boolean; readonly left: bigint };

export type GreedyRun = {
  readonly order: readonly number[];
  readonly looks: readonly GreedyLook[];
  readonly ties: readonly BudgetTie[];
};

/** By what projects are put in order: votes received, or votes per unit of cost. */
export type GreedyBy = 'votes' | 'votes-per-cost';

/**
 * Greedy by support: takes projects in order while they fit, skips what does not fit and goes on. Projects nobody
 * approved come last, projects that cost nothing and have support come first.
 *
 * On points ballots both orders are points per cost: points already say how much a project is worth to a voter, and
 * the utilitarian greedy rule goes by utility per unit of cost (N. Talmon, P. Faliszewski, "A Framework for
 * Approval-Based Budgeting Methods", AAAI 2019, section 3).
 *
 * @param already what an earlier stage has bought; it keeps its place and its money is gone.
 */
export function greedy(
  election: CountedElection,
  by: GreedyBy,
  ties: TieOrder,
  already: readonly number[] = [],
): GreedyRun {
  const bought = new Set(already);
  const order: number[] = [];
  const looks: GreedyLook[] = [];
  const broken: BudgetTie[] = [];
  const compare = byDensity(election, by);
  let left = already.reduce((money, project) => money - (election.costs[project] ?? 0n), election.budget);
  const waiting = election.ids
    .map((_, project) => project)
    .filter((project) => !bought.has(project))
    .sort((first, second) => compare(first, second) || (ties.rank[first] ?? 0) - (ties.rank[second] ?? 0));
  for (const [position, project] of waiting.entries()) {
    const cost = election.costs[project] ?? 0n;
    const taken = cost <= left;
    if (taken) {
      const tied = equalsThatFit(waiting, position, left);
      if (tied.length > 1) {
        const names = tied.map((one) => election.ids[one] ?? '');
        const { brokenBy } = ties.breakTie(tied);
        const round = already.length + order.length + 1;
        broken.push({ round, projects: names, chosen: election.ids[project] ?? '', brokenBy });
      }
      left -= cost;
      order.push(project);
    }
    looks.push({ project, taken, left });
  }
  return { order, looks, ties: broken };

  function equalsThatFit(sorted: readonly number[], position: number, money: bigint): number[] {
    const project = sorted[position] ?? 0;
    const equals = [project];
    for (let at = position + 1; at < sorted.length; at += 1) {
      const other = sorted[at] ?? 0;
      if (compare(project, other) !== 0) break;
      if ((election.costs[other] ?? 0n) <= money) equals.push(other);
    }
    return equals;
  }
}

type Compare = (left: number, right: number) => number;

function byDensity(election: CountedElection, by: GreedyBy): Compare {
  const utility = election.worth === 'points' ? election.pointSums : election.supporters;
  const votes = Array.from(utility, (sum) => BigInt(Math.max(sum, 0)));
  const isPerCost = by === 'votes-per-cost' || election.worth === 'points';
  return (left, right) => {
    const leftVotes = votes[left] ?? 0n;
    const rightVotes = votes[right] ?? 0n;
    const leftCost = election.costs[left] ?? 0n;
    const rightCost = election.costs[right] ?? 0n;
    const isLeftFree = leftCost <= 0n && leftVotes > 0n;
    const isRightFree = rightCost <= 0n && rightVotes > 0n;
    if (isLeftFree || isRightFree) return Number(isRightFree) - Number(isLeftFree);
    if (leftVotes === 0n || rightVotes === 0n || !isPerCost) return sign(rightVotes - leftVotes);
    return sign(rightVotes * leftCost - leftVotes * rightCost);
  };
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
