import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import { type IssueState, issueStates, mayMove, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { Issue } from './issue.entity.ts';

/**
 * An issue, held until the deed ends, so that two deeds on it follow one another. A merged issue is not found: deeds
 * belong to the one it was merged into. To be called before anything else is read of the issue.
 */
export async function lockIssue(inside: ApiRequest, issueId: string): Promise<Issue | null> {
  if (!isId(issueId)) return null;
  return inside.em.findOne(
    Issue,
    { id: issueId, mergedIntoId: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}

/**
 * Moves a locked issue to another state and writes it. Staying in a state that may follow itself is a move too: a
 * second answer of the same kind. What the office calls over opens a new round of verdicts.
 *
 * @returns the issue, or WRONG_STATE when it may not go there from where it stands
 */
export async function moveIssue(
  inside: ApiRequest,
  issue: Issue,
  to: IssueState,
): Promise<Result<Issue, readonly Problem[]>> {
  if (!mayMove(issue.state, to)) return refused([problem('WRONG_STATE')]);
  issue.state = to;
  if (opensVerdicts(to)) issue.overSince = inside.clock.now();
  await inside.em.flush();
  return ok(issue);
}

/** Whether children are asked anew, whether it is solved, when an issue comes into a state. */
function opensVerdicts(state: IssueState): boolean {
  return issueStates[state].isOver && state !== 'CONFIRMED';
}
