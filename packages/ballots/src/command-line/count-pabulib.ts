import { ok, type Result } from '@samleng/kernel';
import { budgetRules, countBudget } from '../budgets/index.ts';
import type { FileProblem } from '../interchange/file-problem.ts';
import { readPabulib, toElection, type PabulibFile } from '../interchange/pabulib.ts';
import { profileOfRankings } from '../profile/rankings.ts';
import type { TallyRequest } from './arguments.ts';
import { countProfile, unfit, type TallyReport } from './count-profile.ts';

/**
 * Counts a Pabulib file: by a budget rule, or by plain approval (and plurality, where each voter names one project).
 */
export function countPabulib(text: string, request: TallyRequest): Result<TallyReport, FileProblem> {
  const budgetRule = budgetRules.find((name) => name === request.rule);
  const listRule = (['approval', 'plurality'] as const).find((name) => name === request.rule);
  if (budgetRule === undefined && listRule === undefined) {
    return unfit(`the rule ${request.rule} does not fit a .pb file`);
  }
  const file = readPabulib(text);
  if (!file.ok) return file;
  if (budgetRule !== undefined) {
    if (request.seats !== null) return unfit('a budget has no seats: its money says how many projects win');
    const { winners, order, ties, rounds } = countBudget(toElection(file.value), budgetRule, request.ties);
    return ok({ rule: budgetRule, winners, order, ties, rounds });
  }
  const { voteType } = file.value;
  const fits = voteType === 'choose-1' || (voteType === 'approval' && listRule === 'approval');
  if (!fits) return unfit(`the rule ${request.rule} does not fit ballots of the type ${voteType}`);
  return countProfile(listProfile(file.value), null, listRule!, request.seats);
}

function listProfile(file: PabulibFile) {
  return profileOfRankings(
    file.projects.map(({ id }) => id),
    file.votes.map(({ projects }) => ({ ballot: projects, count: 1 })),
  );
}
