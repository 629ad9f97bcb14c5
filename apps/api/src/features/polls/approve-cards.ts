import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { CardBatch } from './card.entity.ts';
import { drawCards, type MadeCards } from './make-cards.ts';
import { cardsWithoutPassphrase } from './poll-limits.ts';
import { mayApproveCards, maySeeWork } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/** A second person lets more cards be made than a club has members; the codes are shown to that person, once. */
export async function approveCards(
  request: ApiRequest,
  { batchId }: { readonly batchId: string },
): Promise<Result<MadeCards, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const found = isId(batchId) ? await inside.em.findOne(CardBatch, { id: batchId }) : null;
    const poll = found && (await lockPoll(inside, found.pollId));
    if (!found || !poll || !maySeeWork(request.viewer, poll))
      return refused([problem('NOT_FOUND', 'batchId')]);
    const batch = await inside.em.findOneOrFail(CardBatch, { id: batchId }, { refresh: true });
    if (batch.state !== 'ASKED') return refused([problem('WRONG_STATE')]);
    if (batch.askedBy === request.viewer.accountId) return refused([problem('SECOND_PERSON_NEEDED')]);
    if (!mayApproveCards(request.viewer, poll, batch)) return refused([problem('WRONG_STATE')]);
    if (batch.size > cardsWithoutPassphrase && !request.viewer.isReauthenticated)
      return refused([problem('SIGN_IN_AGAIN')]);
    batch.state = 'DRAWN';
    batch.approvedBy = request.viewer.accountId;
    await inside.em.flush();
    const codes = await drawCards(inside, batch);
    await recordPoll(inside, 'approveCards', poll.id, { batchId: batch.id, size: batch.size });
    return ok({ batch, codes });
  });
}
