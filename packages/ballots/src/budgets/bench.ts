import { existsSync, readFileSync } from 'node:fs';
import { readPabulib, toElection } from '../interchange/pabulib.ts';
import { type BudgetElection, budgetElection, type BudgetRule, countBudget, tieRules } from './index.ts';

const TIMES = 5;

/**
 * Prints how long whole counts take, explanation included, and how many plain passes over the ballots that is
 * (one pass: every voter's list read once and its projects counted). Łódź 2022 is counted when the published budgets
 * lie beside the repository, else a made-up city of the same size.
 */
export function benchBudgets(): void {
  const { name, election, cast } = city();
  const pass = median(() => plainPass(cast, election.projects.length));
  const voters = election.ballots.reduce((sum, { count }) => sum + count, 0);
  console.log(
    `budgets: ${name}, ${voters} voters (${election.ballots.length} different ballots) × ${election.projects.length} projects; one plain pass ${pass.toFixed(1)} ms`,
  );
  for (const rule of [
    'greedy-cost',
    'equal-shares-cost',
    'equal-shares-cost-add1u',
    'equal-shares-cost-addpmu',
    'equal-shares-cardinality-addpmu',
  ] satisfies BudgetRule[]) {
    const time = median(() => countBudget(election, rule, tieRules));
    console.log(`budgets: ${rule} ${time.toFixed(0)} ms, ${(time / pass).toFixed(0)} plain passes`);
  }
}

type City = { readonly name: string; readonly election: BudgetElection; readonly cast: readonly number[][] };

function city(): City {
  const published = new URL(
    '../../../../../shared/data/ballots/pabulib/Poland_Lodz_2022.pb',
    import.meta.url,
  );
  const file = existsSync(published) ? readPabulib(readFileSync(published, 'utf8')) : undefined;
  if (file === undefined || !file.ok) return madeUpCity();
  const positions = new Map(file.value.projects.map(({ id }, position) => [id, position]));
  const cast = file.value.votes.map(({ projects }) => projects.map((id) => positions.get(id) ?? 0));
  return { name: 'Łódź 2022', election: toElection(file.value), cast };
}

function madeUpCity(): City {
  let state = 2022;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const projects = Array.from({ length: 160 }, (_, place) => ({
    id: `p${place}`,
    cost: Math.round(5000 * 40 ** chance()),
  }));
  const cast = Array.from({ length: 90_494 }, () => {
    const chosen = Array.from({ length: 1 + Math.floor(chance() * 5) }, () =>
      Math.floor(160 * chance() ** 3),
    );
    return [...new Set(chosen)];
  });
  const names = cast.map((chosen) => chosen.map((place) => `p${place}`));
  const election = budgetElection({ budget: 6_112_868, worth: 'approval', projects }, names);
  return { name: 'a made-up city', election, cast };
}

function plainPass(cast: readonly number[][], projects: number): Float64Array {
  const votes = new Float64Array(projects);
  for (const chosen of cast) for (const project of chosen) votes[project] = (votes[project] ?? 0) + 1;
  return votes;
}

function median(run: () => unknown): number {
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((left, right) => left - right)[Math.floor(TIMES / 2)] ?? 0;
}
