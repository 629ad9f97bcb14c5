import { ok, refused, type Result } from '@samleng/kernel';
import { type EthicsItem, ethicsItems, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { auditTopic, lockOwnTopic, lockTopic } from './record-deed.ts';
import type { ResearchTopic } from './research.entity.ts';
import { mayApproveEthics } from './research.policy.ts';

/** A facilitator ticks what has been seen to before children go out. Another tick takes an approval away. */
export async function fillEthics(
  request: ApiRequest,
  input: { readonly topicId: string; readonly items: readonly EthicsItem[] },
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const topic = await lockOwnTopic(inside, input.topicId);
    if (topic === null) return refused([problem('NOT_FOUND', 'topicId')]);
    if (topic.stage !== 'ETHICS') return refused([problem('WRONG_STATE', 'topicId')]);
    topic.ethics = ethicsItems.filter((item) => input.items.includes(item));
    topic.ethicsFilledBy = inside.viewer.accountId;
    topic.ethicsApprovedBy = null;
    await auditTopic(inside, 'fillEthics', topic.id, { items: topic.ethics.length });
    return ok(topic);
  });
}

/** A second person, a facilitator of the place or an administrator, approves the whole list; never who ticked it. */
export async function approveEthics(
  request: ApiRequest,
  input: { readonly topicId: string },
): Promise<Result<ResearchTopic, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const topic = await lockTopic(inside, input.topicId);
    const { viewer } = inside;
    if (topic === null || !mayApproveEthics(viewer, { placeCode: topic.placeCode, ethicsFilledBy: null }))
      return refused([problem('NOT_FOUND', 'topicId')]);
    if (topic.stage !== 'ETHICS') return refused([problem('WRONG_STATE', 'topicId')]);
    if (ethicsItems.some((item) => !topic.ethics.includes(item)))
      return refused([problem('ETHICS_MISSING', 'ethics')]);
    if (!mayApproveEthics(viewer, topic)) return refused([problem('SECOND_PERSON_NEEDED', 'topicId')]);
    topic.ethicsApprovedBy = viewer.accountId;
    await auditTopic(inside, 'approveEthics', topic.id);
    return ok(topic);
  });
}
