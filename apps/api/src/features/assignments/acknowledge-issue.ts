import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type Issue, lockIssue, moveIssue, recordEvent } from '../issues/index.ts';
import { holdsTurn, mayAcknowledge } from './assignment.policy.ts';
import { auditIssue, currentTurn } from './begin-turn.ts';

/**
 * An official says that the office has received an issue and looks at it. Children see it in the history. Saying it
 * twice changes nothing.
 */
export async function acknowledgeIssue(
  request: ApiRequest,
  input: { issueId: string },
): Promise<Result<Issue, readonly Problem[]>> {
  const { viewer } = request;
  return inTransaction(request, async (inside) => {
    const issue = await lockIssue(inside, input.issueId);
    const turn = issue && (await currentTurn(inside, issue.id));
    if (!issue || !holdsTurn(viewer, turn)) return refused([problem('NOT_FOUND', 'issueId')]);
    if (issue.state === 'ACKNOWLEDGED') return ok(issue);
    if (!mayAcknowledge(viewer, issue, turn)) return refused([problem('WRONG_STATE')]);
    inside.em.assign(turn, { acknowledgedAt: inside.clock.now() });
    await moveIssue(inside, issue, 'ACKNOWLEDGED');
    await recordEvent(inside, issue.id, { change: 'ACKNOWLEDGED', officeId: turn.officeId });
    await auditIssue(inside, 'acknowledgeIssue', issue.id, { officeId: turn.officeId });
    return ok(issue);
  });
}
