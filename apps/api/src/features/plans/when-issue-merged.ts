import { appendAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { PlanItem } from './plan-item.entity.ts';

/** A moderator has merged an issue into another: what offices promised about it stands under the one that stays. */
export async function whenIssueMergedMovePlanItems(
  { em, clock }: ApiRequest,
  { fromIssueId, intoIssueId }: { readonly fromIssueId: string; readonly intoIssueId: string },
): Promise<void> {
  const moved = await em.nativeUpdate(PlanItem, { issueId: fromIssueId }, { issueId: intoIssueId });
  if (moved === 0) return;
  await appendAudit(em, {
    occurredAt: clock.now(),
    actorId: null,
    deed: 'movePlanItems',
    subjectType: 'Issue',
    subjectId: fromIssueId,
    detail: { intoIssueId, planItems: moved },
  });
}
