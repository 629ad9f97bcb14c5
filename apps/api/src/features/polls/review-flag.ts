import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { FlagReview, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { CardBatch } from './card.entity.ts';
import { mayReviewFlag, maySeeWork } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/**
 * Somebody who did not make the cards looks at a batch a signal was raised about, and says whether something is wrong.
 * Nothing is deleted: the result is shown with and without the ballots of a doubtful batch.
 */
export async function reviewFlag(
  request: ApiRequest,
  { batchId, review }: { readonly batchId: string; readonly review: FlagReview },
): Promise<Result<CardBatch, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const found = isId(batchId) ? await inside.em.findOne(CardBatch, { id: batchId }) : null;
    const poll = found && (await lockPoll(inside, found.pollId));
    if (!found || !poll || !maySeeWork(request.viewer, poll))
      return refused([problem('NOT_FOUND', 'batchId')]);
    const batch = await inside.em.findOneOrFail(CardBatch, { id: batchId }, { refresh: true });
    if (batch.askedBy === request.viewer.accountId) return refused([problem('SECOND_PERSON_NEEDED')]);
    if (!mayReviewFlag(request.viewer, poll, batch)) return refused([problem('WRONG_STATE')]);
    batch.review = review;
    batch.reviewedBy = request.viewer.accountId;
    await recordPoll(inside, 'reviewFlag', poll.id, { batchId: batch.id, review });
    return ok(batch);
  });
}
