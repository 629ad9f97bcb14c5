import type { ApiRequest } from '../../request.ts';
import { auditIssue, currentTurn, endTurn } from './begin-turn.ts';

/** A moderator has merged an issue into another: whoever had it need not answer it any more, only the other one. */
export async function whenIssueMerged(
  inside: ApiRequest,
  { fromIssueId, intoIssueId }: { readonly fromIssueId: string; readonly intoIssueId: string },
): Promise<void> {
  const turn = await currentTurn(inside, fromIssueId);
  if (turn === null) return;
  await endTurn(inside, turn, 'CORRECTED');
  await auditIssue(
    inside,
    'endTurn',
    fromIssueId,
    { officeId: turn.officeId, mergedInto: intoIssueId },
    'SYSTEM',
  );
}
