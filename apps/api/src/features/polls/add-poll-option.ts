import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { addOption, checkOption, type OptionWish, optionsMost } from './check-option.ts';
import { type Poll, PollOption } from './poll.entity.ts';
import { mayChange, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/** A facilitator adds something to choose to a draft. */
export async function addPollOption(
  request: ApiRequest,
  { pollId, ...wish }: OptionWish & { readonly pollId: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const option = await checkOption(inside, poll, wish);
    if (!option.ok) return option;
    const standing = await inside.em.count(PollOption, { pollId, state: 'STANDING' });
    if (standing >= optionsMost(poll)) return refused([problem('TOO_MANY_OPTIONS')]);
    const { key } = addOption(inside, poll, option.value, { state: 'STANDING', isProposedByChild: false });
    await recordPoll(inside, 'addPollOption', poll.id, { key });
    return ok(poll);
  });
}
