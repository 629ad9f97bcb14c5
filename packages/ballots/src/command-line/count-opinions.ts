import { findOpinionGroups, readPolisVotes } from '@samleng/opinions';
import { ok, type Result } from '@samleng/kernel';
import type { FileProblem } from '../interchange/file-problem.ts';
import type { TallyRequest } from './arguments.ts';
import { unfit, type TallyReport } from './count-profile.ts';

/** Finds the groups of opinion in the votes of a Polis conversation; the report carries all that was found. */
export function countOpinions(text: string, request: TallyRequest): Result<TallyReport, FileProblem> {
  if (request.rule !== 'opinion-groups') return unfit(`the rule ${request.rule} does not fit a .csv file`);
  if (request.seats !== null) return unfit('opinion-groups elects nobody and has no seats');
  const votes = readPolisVotes(text);
  return votes.ok ? ok(findOpinionGroups(votes.value)) : votes;
}
