import type { Amount } from './amounts.ts';

/** A project on the budget ballot. `cost` in currency, exactly as published (`'4000.0'`, `12000000`). */
export type BudgetProject = { readonly id: string; readonly cost: Amount };

/**
 * One distinct ballot and how many people cast it: memory grows with distinct ballots, not with voters.
 *
 * `projects` are positions in the election's project list, each at most once. `points` stand in the same order
 * and are absent on approval ballots. An empty ballot is a ballot: its voter shares in the money.
 */
export type BudgetBallot = {
  readonly projects: readonly number[];
  readonly points?: readonly number[];
  readonly count: number;
};

/**
 * A budget to be shared out. With `approval` ballots a project is worth its cost or 1 to a supporter, as the rule
 * says; with `points` ballots it is worth the points given to it (Borda points for ranked ballots), under every rule.
 */
export type BudgetElection = {
  readonly budget: Amount;
  readonly projects: readonly BudgetProject[];
  readonly worth: 'approval' | 'points';
  readonly ballots: readonly BudgetBallot[];
};

/** One person's ballot before it is put with its likes: projects by id, with points when points are spread. */
export type CastBudgetBallot =
  readonly string[] | readonly { readonly project: string; readonly points: number }[];

/**
 * Puts equal ballots together, whatever the order in which a voter named the projects.
 * Unknown projects throw: a ballot is checked before it is cast.
 *
 * @param cast a stream of ballots; read once.
 * @example
 *   budgetElection({ budget: 1000, worth: 'approval', projects: [{ id: 'well', cost: 400 }] }, [['well'], ['well']])
 *   // ballots: [{ projects: [0], count: 2 }]
 */
export function budgetElection(
  poll: Omit<BudgetElection, 'ballots'>,
  cast: Iterable<CastBudgetBallot>,
): BudgetElection {
  const positions = new Map(poll.projects.map((project, position) => [project.id, position]));
  const ballots = ballotBox(poll.worth);
  for (const ballot of cast) {
    const chosen: number[] = [];
    const points: number[] = [];
    for (const choice of ballot) {
      const id = typeof choice === 'string' ? choice : choice.project;
      const position = positions.get(id);
      if (position === undefined) throw new RangeError(`no project ${id} on this ballot`);
      chosen.push(position);
      points.push(typeof choice === 'string' ? 1 : choice.points);
    }
    ballots.add(chosen, points);
  }
  return { ...poll, ballots: ballots.distinct() };
}

/** Counts equal ballots together as they come. A project named twice on a ballot counts once, with its last points. */
export function ballotBox(worth: BudgetElection['worth']): {
  add(projects: readonly number[], points: readonly number[]): void;
  distinct(): BudgetBallot[];
} {
  const seen = new Map<string, { projects: readonly number[]; points: readonly number[]; count: number }>();
  return {
    add(projects, points) {
      const sorted = inOrder(projects, points);
      const key =
        worth === 'points' ? `${sorted.projects.join()};${sorted.points.join()}` : sorted.projects.join();
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { ...sorted, count: 1 });
      else known.count += 1;
    },
    distinct() {
      return Array.from(seen.values(), ({ projects, points, count }) =>
        worth === 'points' ? { projects, points, count } : { projects, count },
      );
    },
  };
}

function inOrder(
  projects: readonly number[],
  points: readonly number[],
): { projects: readonly number[]; points: readonly number[] } {
  if (isIncreasing(projects)) return { projects: projects.slice(), points: points.slice() };
  const lastPoints = new Map(projects.map((project, position) => [project, points[position] ?? 0]));
  const sorted = [...lastPoints.keys()].sort((left, right) => left - right);
  return { projects: sorted, points: sorted.map((project) => lastPoints.get(project) ?? 0) };
}

function isIncreasing(values: readonly number[]): boolean {
  for (let at = 1; at < values.length; at += 1) {
    if ((values[at - 1] ?? 0) >= (values[at] ?? 0)) return false;
  }
  return true;
}
