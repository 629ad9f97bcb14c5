import type { BudgetElection } from './election.ts';

/**
 * The rules once more, straight from their definitions: fractions everywhere, every voter alone, every project
 * looked at in every round. Far too slow for a city and short enough to be checked by reading. Only tests use it.
 */
type Fraction = { readonly top: bigint; readonly bottom: bigint };

const fraction = (top: bigint, bottom = 1n): Fraction => ({ top, bottom });
const plus = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom });
const times = (a: Fraction, b: Fraction): Fraction => lowest(a.top * b.top, a.bottom * b.bottom);
const over = (a: Fraction, b: Fraction): Fraction => lowest(a.top * b.bottom, a.bottom * b.top);
const isLess = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;
const isSame = (a: Fraction, b: Fraction): boolean => a.top * b.bottom === b.top * a.bottom;

function lowest(top: bigint, bottom: bigint): Fraction {
  let [high, low] = [top < 0n ? -top : top, bottom];
  while (low !== 0n) [high, low] = [low, high % low];
  return high === 0n ? { top: 0n, bottom: 1n } : { top: top / high, bottom: bottom / high };
}

/** Whole-number costs and points only. Ties: lowest cost, most supporters, id. */
export function naiveEqualShares(
  election: BudgetElection,
  utilityIsCost: boolean,
  extraPerVoter = 0,
): readonly string[] {
  const cost = election.projects.map((project) => BigInt(project.cost));
  const voters = election.ballots.flatMap((ballot) => Array.from({ length: ballot.count }, () => ballot));
  const points = (voter: number, project: number): bigint => {
    const place = voters[voter]!.projects.indexOf(project);
    if (place === -1) return 0n;
    return election.worth === 'points' ? BigInt(voters[voter]!.points![place]!) : 1n;
  };
  const utility = (voter: number, project: number): Fraction =>
    fraction(points(voter, project) * (utilityIsCost && election.worth === 'approval' ? cost[project]! : 1n));
  const endowment = plus(
    fraction(BigInt(election.budget), BigInt(voters.length)),
    fraction(BigInt(extraPerVoter)),
  );
  const money = voters.map(() => endowment);
  const supporters = (project: number): number[] =>
    voters.map((_, voter) => voter).filter((voter) => points(voter, project) > 0n);

  /** Supporters in the order in which their money runs out as ρ rises; ρ lies where the rest can pay the rest. */
  function rhoOf(project: number): Fraction | undefined {
    const queue = supporters(project)
      .map((voter) => ({ money: money[voter]!, utility: utility(voter, project) }))
      .sort((a, b) => (isLess(over(a.money, a.utility), over(b.money, b.utility)) ? -1 : 1));
    let missing = fraction(cost[project]!);
    let utilities = queue.reduce((sum, one) => plus(sum, one.utility), fraction(0n));
    for (const one of queue) {
      const rho = over(missing, utilities);
      if (!isLess(one.money, times(rho, one.utility))) return rho;
      missing = minus(missing, one.money);
      utilities = minus(utilities, one.utility);
    }
    return undefined;
  }

  const supported = cost.map((_, project) => project).filter((project) => supporters(project).length > 0);
  const order = sortByTies(
    election,
    supported.filter((project) => cost[project] === 0n),
  );
  let open = supported.filter((project) => cost[project]! > 0n);
  for (;;) {
    const rhos = open.map((project) => ({ project, rho: rhoOf(project) }));
    const affordable = rhos.flatMap(({ project, rho }) => (rho === undefined ? [] : [{ project, rho }]));
    if (affordable.length === 0) return order.map((project) => election.projects[project]!.id);
    const least = affordable.reduce((best, one) => (isLess(one.rho, best.rho) ? one : best)).rho;
    const tied = affordable.filter(({ rho }) => isSame(rho, least)).map(({ project }) => project);
    const chosen = sortByTies(election, tied)[0]!;
    for (const voter of supporters(chosen)) {
      const due = times(least, utility(voter, chosen));
      money[voter] = isLess(money[voter]!, due) ? fraction(0n) : minus(money[voter]!, due);
    }
    order.push(chosen);
    open = affordable.map(({ project }) => project).filter((project) => project !== chosen);
  }
}

/** add1: the naive rule again and again with one more unit each. */
export function naiveAdd1(election: BudgetElection, utilityIsCost: boolean): readonly string[] {
  const budget = BigInt(election.budget);
  const cost = new Map(election.projects.map((project) => [project.id, BigInt(project.cost)]));
  const total = (ids: readonly string[]): bigint => ids.reduce((sum, id) => sum + cost.get(id)!, 0n);
  const supported = election.projects.filter((_, project) =>
    election.ballots.some((ballot) => {
      const place = ballot.projects.indexOf(project);
      return place !== -1 && (election.worth === 'approval' || ballot.points![place]! > 0);
    }),
  );
  let outcome = naiveEqualShares(election, utilityIsCost);
  for (let extra = 1; ; extra += 1) {
    const spent = total(outcome);
    const canGrow = supported.some(({ id }) => !outcome.includes(id) && spent + cost.get(id)! <= budget);
    if (!canGrow) return outcome;
    const next = naiveEqualShares(election, utilityIsCost, extra);
    if (total(next) > budget) return outcome;
    outcome = next;
  }
}

function sortByTies(election: BudgetElection, projects: readonly number[]): number[] {
  const supporters = (project: number): number =>
    election.ballots.reduce(
      (sum, { projects: named, count }) => sum + (named.includes(project) ? count : 0),
      0,
    );
  return projects.toSorted((a, b) => {
    const left = election.projects[a]!;
    const right = election.projects[b]!;
    return (
      Number(left.cost) - Number(right.cost) || supporters(b) - supporters(a) || (left.id < right.id ? -1 : 1)
    );
  });
}
