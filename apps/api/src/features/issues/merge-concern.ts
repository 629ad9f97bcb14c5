import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type Concern, endWait, lockConcern, mayModerateIn } from '../concerns/index.ts';
import { addRaiserSupport } from './add-raiser-support.ts';
import { Issue } from './issue.entity.ts';
import { lockIssue } from './move-issue.ts';
import { markRankingDue } from './rank-commune.ts';

/**
 * A moderator of the place adds a concern to an issue that says the same. The child becomes a supporter of it and sees
 * its words and answers by the receipt; nothing of the concern's own words becomes public.
 */
export async function mergeConcern(
  request: ApiRequest,
  { concernId, issueId }: { concernId: string; issueId: string },
): Promise<Result<{ issue: Issue; concern: Concern }, readonly Problem[]>> {
  const merged = await inTransaction(request, async (inside) => {
    const locked = await lockConcern(inside, concernId);
    if (!locked.ok) return locked;
    const issue = await lockIssue(inside, issueId);
    if (issue === null || !mayModerateIn(inside.viewer, issue.communeCode))
      return refused([problem('NOT_FOUND', 'issueId')]);
    const concern = locked.value;
    await addRaiserSupport(inside, concern, issue);
    endWait(concern, 'PUBLISHED', inside.clock.now());
    concern.issueId = issue.id;
    issue.concernCount += 1;
    await inside.em.flush();
    await markRankingDue(inside, issue.communeCode);
    await appendAudit(inside.em, {
      occurredAt: inside.clock.now(),
      actorId: inside.viewer.accountId,
      deed: 'mergeConcern',
      subjectType: 'Concern',
      subjectId: concern.id,
      detail: { issueId: issue.id },
    });
    return ok({ issueId: issue.id, concern });
  });
  if (!merged.ok) return merged;
  const issue = await request.em.findOneOrFail(Issue, { id: merged.value.issueId });
  return ok({ issue, concern: merged.value.concern });
}
