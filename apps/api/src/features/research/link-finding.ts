import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { liesIn } from '../accounts/index.ts';
import { issuesById } from '../issues/index.ts';
import { auditTopic, lockOwnTopic } from './record-deed.ts';
import { Finding, type ResearchTopic } from './research.entity.ts';

/**
 * A facilitator who keeps a topic says which published issue of its commune a finding speaks about, or that it speaks
 * about none: from then on the finding stands on that issue's trail. What a sensitive topic found stays apart.
 */
export async function linkFinding(
  request: ApiRequest,
  { findingId, issueId }: { readonly findingId: string; readonly issueId?: string | null },
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const finding = isId(findingId) ? await inside.em.findOne(Finding, { id: findingId }) : null;
    const topic = finding && (await lockOwnTopic(inside, finding.topicId));
    if (!finding || !topic) return refused([problem('NOT_FOUND', 'findingId')]);
    if (topic.isSensitive) return refused([problem('WRONG_STATE', 'findingId')]);
    const issue = issueId ? await load(inside, issuesById, issueId) : null;
    // An issue that was merged leads to another one, which is the one to name.
    const isOfPlace = issue && !issue.mergedIntoId && liesIn(issue.communeCode, topic.placeCode.slice(0, 6));
    if (issueId && !isOfPlace) return refused([problem('NOT_FOUND', 'issueId')]);
    finding.issueId = issueId ?? null;
    await auditTopic(inside, 'linkFinding', topic.id, { findingId, issueId: issueId ?? null });
    return ok(topic);
  });
}
