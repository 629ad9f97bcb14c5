import type { ApiRequest } from '../../request.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { Office } from '../offices/index.ts';
import { auditIssue, beginTurn, currentTurn, endTurn } from './begin-turn.ts';
import type { Assignment } from './assignment.entity.ts';
import { findNextOffice } from './find-next-office.ts';

/**
 * The children say that what an office called over is not solved: it is the same office's turn again, with a new clock.
 * Where that office exists no more, the one above takes it.
 */
export async function whenIssueReopened(
  inside: ApiRequest,
  { issueId }: { readonly issueId: string },
): Promise<void> {
  const issue = await lockIssue(inside, issueId);
  const turn = issue && (await currentTurn(inside, issueId));
  if (!issue || !turn) return;
  const office = await inside.em.findOneOrFail(Office, { id: turn.officeId });
  const next = office.isActive ? office.id : await aboveOf(inside, issue, turn);
  if (next === null) return;
  await endTurn(inside, turn, 'REOPENED');
  await beginTurn(inside, issue, next, [{ step: 'REOPENED' }]);
  if (next !== office.id) {
    await moveIssue(inside, issue, 'ASSIGNED');
    await recordEvent(inside, issueId, { change: 'ASSIGNED', officeId: next });
  }
  await auditIssue(inside, 'reopenTurn', issueId, { officeId: next }, 'SYSTEM');
}

async function aboveOf(inside: ApiRequest, issue: Issue, turn: Assignment): Promise<string | null> {
  const route = await findNextOffice(inside, issue, turn.officeId);
  return route.ok ? route.value.officeId : null;
}
