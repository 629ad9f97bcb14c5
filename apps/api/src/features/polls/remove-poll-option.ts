import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type Poll, PollOption } from './poll.entity.ts';
import { mayChange, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/**
 * A facilitator takes something out of a draft. What children proposed is refused instead: that there was a proposal
 * stays on record, its words do not.
 */
export async function removePollOption(
  request: ApiRequest,
  { pollId, key }: { readonly pollId: string; readonly key: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const option = await inside.em.findOne(PollOption, { pollId, key });
    if (option === null) return refused([problem('NOT_FOUND', 'key')]);
    if (option.isProposedByChild) Object.assign(option, { state: 'REFUSED', titleKm: null, titleEn: null });
    else inside.em.remove(option);
    await recordPoll(inside, 'removePollOption', poll.id, { key: option.key });
    return ok(poll);
  });
}
