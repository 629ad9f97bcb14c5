import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { mayAssign, moderatesAt } from './assignment.policy.ts';
import { auditIssue, beginTurn, currentTurn, endTurn } from './begin-turn.ts';
import { checkReceiver } from './check-receiver.ts';

/**
 * A moderator of the place, or an administrator, sends an issue to an office by hand: because it found none, or the
 * wrong one. Never to an office it is about. The new office's clock starts now.
 */
export async function assignIssue(
  request: ApiRequest,
  input: { issueId: string; officeId: string },
): Promise<Result<Issue, readonly Problem[]>> {
  const { viewer } = request;
  return inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, input.issueId);
    if (issue === null || !moderatesAt(viewer, issue)) return refused([problem('NOT_FOUND', 'issueId')]);
    if (!mayAssign(viewer, issue)) return refused([problem('WRONG_STATE')]);
    const turn = await currentTurn(inside, issue.id);
    const receiver = await checkReceiver(inside, issue, input.officeId, turn?.officeId ?? null, 'officeId');
    if (!receiver.ok) return receiver;
    const { id: officeId, kind: officeKind } = receiver.value;
    if (turn !== null) await endTurn(inside, turn, 'CORRECTED');
    await beginTurn(inside, issue, officeId, [{ step: 'OFFICE_CHOSEN', officeKind, officeId }]);
    await moveIssue(inside, issue, 'ASSIGNED');
    await recordEvent(inside, issue.id, { change: 'ASSIGNED', officeId });
    await auditIssue(inside, 'assignIssue', issue.id, { from: turn?.officeId ?? null, to: officeId });
    return ok(issue);
  });
}
