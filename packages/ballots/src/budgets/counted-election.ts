import { type Decimal, inUnits, readDecimal } from './amounts.ts';
import type { BudgetElection } from './election.ts';

/**
 * An election laid out for counting: exact integers for money, flat arrays for who supports what.
 *
 * Money is in units of 10^-moneyDecimals, points in units of 10^-pointDecimals; both are scaled alike for everyone,
 * so no comparison changes. A supporter of a project is a ballot that gives it more than zero points.
 */
export type CountedElection = {
  readonly ids: readonly string[];
  readonly worth: BudgetElection['worth'];
  readonly moneyDecimals: number;
  readonly pointDecimals: number;
  readonly costs: readonly bigint[];
  readonly budget: bigint;
  /** all ballots, empty ones too */
  readonly voters: number;
  /** voters who named the project on their ballot */
  readonly supporters: Float64Array;
  /** sum of all points a project received; on approval ballots its supporters */
  readonly pointSums: Float64Array;
  /** sum of the positive points only */
  readonly positiveSums: Float64Array;
  readonly groups: number;
  /** voters per distinct ballot */
  readonly weight: Float64Array;
  readonly byProject: Incidence;
  readonly byGroup: Incidence;
};

/** Compressed rows: row r holds `other[start[r]] … other[start[r + 1] - 1]` with their points. */
export type Incidence = {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly points: Float64Array;
};

/** Lays the election out. An amount that is no number, or a ballot naming an unknown position, is a bug and throws. */
export function countedElection(election: BudgetElection): CountedElection {
  const budget = decimal(election.budget, 'budget');
  const costs = election.projects.map((project) => decimal(project.cost, `cost of ${project.id}`));
  const moneyDecimals = Math.max(budget.decimals, ...costs.map((cost) => cost.decimals), 0);
  const projects = election.projects.length;
  const pointDecimals = election.worth === 'points' ? decimalsOfPoints(election) : 0;
  const scale = 10 ** pointDecimals;

  const weight = new Float64Array(election.ballots.length);
  const supporters = new Float64Array(projects);
  const pointSums = new Float64Array(projects);
  const positiveSums = new Float64Array(projects);
  const entries: { group: number[]; project: number[]; points: number[] } = {
    group: [],
    project: [],
    points: [],
  };
  let voters = 0;
  for (const [group, ballot] of election.ballots.entries()) {
    weight[group] = ballot.count;
    voters += ballot.count;
    for (const [place, project] of ballot.projects.entries()) {
      if (!(project >= 0 && project < projects)) throw new RangeError(`no project at position ${project}`);
      const points = election.worth === 'points' ? Math.round((ballot.points?.[place] ?? 0) * scale) : 1;
      supporters[project] = (supporters[project] ?? 0) + ballot.count;
      pointSums[project] = (pointSums[project] ?? 0) + points * ballot.count;
      if (points <= 0) continue;
      positiveSums[project] = (positiveSums[project] ?? 0) + points * ballot.count;
      entries.group.push(group);
      entries.project.push(project);
      entries.points.push(points);
    }
  }
  if (positiveSums.some((sum) => sum > Number.MAX_SAFE_INTEGER)) {
    throw new RangeError('points too large to be added exactly');
  }
  return {
    ids: election.projects.map((project) => project.id),
    worth: election.worth,
    moneyDecimals,
    pointDecimals,
    costs: costs.map((cost) => inUnits(cost, moneyDecimals)),
    budget: inUnits(budget, moneyDecimals),
    voters,
    supporters,
    pointSums,
    positiveSums,
    groups: election.ballots.length,
    weight,
    byProject: incidence(projects, entries.project, entries.group, entries.points),
    byGroup: incidence(election.ballots.length, entries.group, entries.project, entries.points),
  };
}

function decimal(amount: BudgetElection['budget'], what: string): Decimal {
  const read = readDecimal(amount);
  if (read === undefined) throw new RangeError(`${what} is no number: ${amount}`);
  return read;
}

function decimalsOfPoints(election: BudgetElection): number {
  let decimals = 0;
  for (const ballot of election.ballots) {
    for (const points of ballot.points ?? []) {
      if (Number.isInteger(points)) continue;
      decimals = Math.max(decimals, decimal(points, 'points').decimals);
    }
  }
  return decimals;
}

function incidence(
  rows: number,
  row: readonly number[],
  other: readonly number[],
  points: readonly number[],
): Incidence {
  const start = new Int32Array(rows + 1);
  for (const at of row) start[at + 1] = (start[at + 1] ?? 0) + 1;
  for (let at = 0; at < rows; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0);
  const next = start.slice(0, rows);
  const others = new Int32Array(row.length);
  const pointsOf = new Float64Array(row.length);
  for (const [entry, at] of row.entries()) {
    const slot = next[at] ?? 0;
    next[at] = slot + 1;
    others[slot] = other[entry] ?? 0;
    pointsOf[slot] = points[entry] ?? 0;
  }
  return { start, other: others, points: pointsOf };
}
