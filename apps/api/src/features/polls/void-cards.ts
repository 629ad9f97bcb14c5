import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Card, CardBatch } from './card.entity.ts';
import { cardHash, readCode } from './card-codes.ts';
import type { Poll } from './poll.entity.ts';
import { mayRunPolls, maySeeWork, mayVoidCards } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/**
 * A batch that was lost or copied is made void: its cards no longer answer, and what they answered is left out of the
 * count. Once the poll is open somebody other than its maker does so, for votes may go with it.
 */
export async function voidCards(
  request: ApiRequest,
  { batchId }: { readonly batchId: string },
): Promise<Result<CardBatch, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const found = isId(batchId) ? await inside.em.findOne(CardBatch, { id: batchId }) : null;
    const poll = found && (await lockPoll(inside, found.pollId));
    if (!found || !poll || !maySeeWork(request.viewer, poll))
      return refused([problem('NOT_FOUND', 'batchId')]);
    const batch = await inside.em.findOneOrFail(CardBatch, { id: batchId }, { refresh: true });
    if (poll.state === 'CLOSED' || batch.state === 'VOID') return refused([problem('WRONG_STATE')]);
    if (!mayVoidCards(request.viewer, poll, batch)) return refused([problem('SECOND_PERSON_NEEDED')]);
    batch.state = 'VOID';
    await recordPoll(inside, 'voidCards', poll.id, { batchId: batch.id, size: batch.size });
    return ok(batch);
  });
}

/** One card that was lost or given to the wrong hands is made void, by its code; its answer is left out of the count. */
export async function voidCard(
  request: ApiRequest,
  { pollId, card }: { readonly pollId: string; readonly card: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (poll.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    const code = readCode(card);
    const found =
      code === null
        ? null
        : await inside.em.findOne(Card, { hash: cardHash(code, inside.settings.SECRETS_KEY), isVoid: false });
    const batch = found && (await inside.em.findOne(CardBatch, { id: found.batchId, pollId }));
    if (!found || !batch) return refused([problem('CARD_NOT_RIGHT', 'card')]);
    found.isVoid = true;
    await recordPoll(inside, 'voidCard', pollId, { batchId: batch.id });
    return ok(poll);
  });
}
