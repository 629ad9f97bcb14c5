import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { isMediaOf } from './check-option.ts';
import { checkPoll, type PollWish } from './check-poll.ts';
import type { Poll } from './poll.entity.ts';
import { mayChange, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/**
 * A facilitator rewrites a draft, as a whole. Once it is open nothing of it changes any more.
 *
 * @param soundId the question read aloud: `null` takes the recording out, and where it is not said it stays. Who has
 *   only words to change must not lose it
 */
export async function changePoll(
  request: ApiRequest,
  { pollId, soundId, ...wish }: PollWish & { readonly pollId: string; readonly soundId?: string | null },
): Promise<Result<Poll, readonly Problem[]>> {
  if (!mayRunPolls(request.viewer, wish.placeCode)) return refused([problem('NOT_FOUND', 'placeCode')]);
  const checked = await checkPoll(request, wish);
  if (!checked.ok) return checked;
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    // Options cost something in budgets only, and issues belong to a place: both stand with the options.
    if (poll.optionCount > 0 && poll.ballotType !== checked.value.ballotType)
      return refused([problem('WRONG_STATE', 'ballotType')]);
    const sound = (soundId === undefined ? poll.soundId : soundId) ?? null;
    if (!(await isMediaOf(inside, poll.id, sound, 'SOUND')))
      return refused([problem('NOT_FOUND', 'soundId')]);
    Object.assign(poll, checked.value, { soundId: sound });
    await recordPoll(inside, 'changePoll', poll.id);
    return ok(poll);
  });
}
