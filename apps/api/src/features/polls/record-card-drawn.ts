import { isId, ok, refused, type Result } from '@samleng/kernel';
import { admitText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { CardBatch, CardDraw } from './card.entity.ts';
import { mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';

/**
 * A facilitator writes into the register that a child drew a card: the club's own sign for the child, never which card
 * and never when. Nobody draws twice.
 */
export async function recordCardDrawn(
  request: ApiRequest,
  { batchId, member }: { readonly batchId: string; readonly member: string },
): Promise<Result<CardBatch, readonly Problem[]>> {
  const sign = admitText(member, { max: 40, oneLine: true });
  if (!sign.ok)
    return refused([problem(sign.problem.code === 'TOO_LONG' ? 'TOO_LONG' : 'REQUIRED', 'member')]);
  return inTransaction(request, async (inside) => {
    const batch = isId(batchId) ? await inside.em.findOne(CardBatch, { id: batchId }) : null;
    const poll = batch && (await lockPoll(inside, batch.pollId));
    if (!batch || !poll || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'batchId')]);
    if (batch.state !== 'DRAWN' || poll.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    const [before] = await inside.em.execute<{ drawn: number; again: boolean }[]>(
      `select count(*) filter (where d.batch_id = ?)::int as drawn, coalesce(bool_or(d.member = ?), false) as again
         from card_draws d join card_batches b on b.id = d.batch_id
        where b.poll_id = ? and b.club_id is not distinct from ? and b.state = 'DRAWN'`,
      [batch.id, sign.value, poll.id, batch.clubId ?? null],
    );
    if (before?.again) return refused([problem('ALREADY_THERE', 'member')]);
    if ((before?.drawn ?? 0) >= batch.size) return refused([problem('OUT_OF_RANGE', 'member')]);
    inside.em.create(CardDraw, { batchId: batch.id, member: sign.value });
    await inside.em.flush();
    return ok(batch);
  });
}
