import type { ApiRequest } from '../../request.ts';
import { Finding } from './research.entity.ts';

/** A moderator has merged an issue into another: what children found out about it speaks about the one that stays. */
export async function whenIssueMergedMoveFindings(
  { em }: ApiRequest,
  { fromIssueId, intoIssueId }: { readonly fromIssueId: string; readonly intoIssueId: string },
): Promise<void> {
  await em.nativeUpdate(Finding, { issueId: fromIssueId }, { issueId: intoIssueId });
}
