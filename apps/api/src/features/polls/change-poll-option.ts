import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { checkOption, type OptionWish } from './check-option.ts';
import { type Poll, PollOption } from './poll.entity.ts';
import { mayChange, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/** A facilitator writes an option of a draft anew, as a whole: words, picture, sound and cost. Its key stays. */
export async function changePollOption(
  request: ApiRequest,
  { pollId, key, ...wish }: OptionWish & { readonly pollId: string; readonly key: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const option = await inside.em.findOne(PollOption, { pollId, key, state: 'STANDING' });
    if (option === null) return refused([problem('NOT_FOUND', 'key')]);
    const checked = await checkOption(inside, poll, wish);
    if (!checked.ok) return checked;
    Object.assign(option, checked.value);
    await recordPoll(inside, 'changePollOption', poll.id, { key });
    return ok(poll);
  });
}

/** A facilitator puts the options of a draft in another order: all that stand are named, each once. */
export async function orderPollOptions(
  request: ApiRequest,
  { pollId, keys }: { readonly pollId: string; readonly keys: readonly string[] },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const options = await inside.em.find(PollOption, { pollId, state: 'STANDING' });
    const isSameSet =
      keys.length === options.length &&
      new Set(keys).size === keys.length &&
      options.every(({ key }) => keys.includes(key));
    if (!isSameSet) return refused([problem('OPTION_UNKNOWN', 'keys')]);
    for (const option of options) option.position = keys.indexOf(option.key) + 1;
    await recordPoll(inside, 'orderPollOptions', poll.id, { keys: [...keys] });
    return ok(poll);
  });
}
