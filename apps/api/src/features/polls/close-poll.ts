import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { CardBatch } from './card.entity.ts';
import { nullifiersOfBatch, openPollKey } from './poll-keys.ts';
import type { Poll } from './poll.entity.ts';
import { mayAskToClose, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/**
 * A facilitator asks to close a poll: no ballot is taken from then on, and a second person is asked to confirm. Batches
 * that gave more ballots than children drew cards are marked for that person to look at.
 */
export async function closePoll(
  request: ApiRequest,
  { pollId }: { readonly pollId: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayAskToClose(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    poll.state = 'CLOSING';
    poll.closeAskedBy = request.viewer.accountId;
    await markOverfull(inside, poll.id);
    await recordPoll(inside, 'closePoll', poll.id);
    return ok(poll);
  });
}

/** A poll whose closing was asked for takes ballots again. */
export async function keepPollOpen(
  request: ApiRequest,
  { pollId }: { readonly pollId: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (poll.state !== 'CLOSING') return refused([problem('WRONG_STATE')]);
    poll.state = 'OPEN';
    poll.closeAskedBy = null;
    await recordPoll(inside, 'keepPollOpen', poll.id);
    return ok(poll);
  });
}

/** Batches with a register that does not account for their ballots. One without any register is not judged by it. */
async function markOverfull(inside: ApiRequest, pollId: string): Promise<void> {
  const pollKey = await openPollKey(inside, pollId);
  const batches = await inside.em.find(CardBatch, { pollId, state: 'DRAWN' });
  for (const batch of batches) {
    if (pollKey === null || batch.signals.includes('MORE_BALLOTS_THAN_DRAWN')) continue;
    const [row] = await inside.em.execute<{ drawn: number; cast: number }[]>(
      `select (select count(*) from card_draws where batch_id = ?)::int as drawn,
              (select count(*) from ballots where poll_id = ? and nullifier = any(?::text[]))::int as cast`,
      [batch.id, pollId, `{${(await nullifiersOfBatch(inside, pollKey, batch.id)).join(',')}}`],
    );
    if (row && row.drawn > 0 && row.cast > row.drawn)
      batch.signals = [...batch.signals, 'MORE_BALLOTS_THAN_DRAWN'];
  }
}
