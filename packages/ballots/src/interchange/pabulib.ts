import { ballotBox, type BudgetElection } from '../budgets/election.ts';
import type { PabulibFile, PabulibVote, PabulibVoteType } from './pabulib-file.ts';

export {
  type PabulibFile,
  type PabulibProject,
  type PabulibVote,
  type PabulibVoteType,
} from './pabulib-file.ts';
export { readPabulib } from './pabulib-read.ts';
export { writePabulib } from './pabulib-write.ts';
export { anonymisePabulib } from './pabulib-anonymous.ts';

/**
 * The election a file holds, equal ballots put together. A ranked ballot of m projects gives m−1, m−2, … 0 points;
 * on a scoring ballot projects not named get `default_score` when the file states one.
 */
export function toElection(file: PabulibFile): BudgetElection {
  const positions = new Map(file.projects.map((project, position) => [project.id, position]));
  const worth = file.voteType === 'approval' || file.voteType === 'choose-1' ? 'approval' : 'points';
  const defaultScore = file.voteType === 'scoring' ? Number(file.meta['default_score'] ?? 0) || 0 : 0;
  const ballots = ballotBox(worth);
  for (const vote of file.votes) {
    const projects = vote.projects.map((id) => positions.get(id) ?? -1);
    const points = pointsOf(vote, file.voteType);
    if (defaultScore !== 0) addDefaults(projects, points, file.projects.length, defaultScore);
    ballots.add(projects, points);
  }
  return {
    budget: file.budget,
    projects: file.projects.map(({ id, cost }) => ({ id, cost })),
    worth,
    ballots: ballots.distinct(),
  };
}

function pointsOf(vote: PabulibVote, voteType: PabulibVoteType): number[] {
  switch (voteType) {
    case 'approval':
    case 'choose-1':
      return vote.projects.map(() => 1);
    case 'ordinal':
      return vote.projects.map((_, place) => vote.projects.length - place - 1);
    case 'cumulative':
    case 'scoring':
      return (vote.points ?? []).map(Number);
  }
}

function addDefaults(projects: number[], points: number[], total: number, score: number): void {
  const named = new Set(projects);
  for (let project = 0; project < total; project += 1) {
    if (named.has(project)) continue;
    projects.push(project);
    points.push(score);
  }
}
