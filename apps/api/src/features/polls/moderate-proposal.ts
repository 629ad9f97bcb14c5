import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { identifiersIn } from '../concerns/index.ts';
import { checkOption, type OptionWish, optionsMost } from './check-option.ts';
import { type Poll, PollOption } from './poll.entity.ts';
import { mayChange, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

export type Moderation = OptionWish & {
  readonly pollId: string;
  readonly key: string;
  readonly accept: boolean;
};

/**
 * A facilitator puts a child's proposal among the options, in edited words without names or numbers, or refuses it: then
 * its words are erased, for what a child told here may be what nobody else is to read.
 */
export async function moderateProposal(
  request: ApiRequest,
  { pollId, key, accept, ...wish }: Moderation,
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const option = await inside.em.findOne(PollOption, { pollId, key, isProposedByChild: true });
    if (option === null) return refused([problem('NOT_FOUND', 'key')]);
    if (accept) {
      const checked = await checkOption(inside, poll, {
        ...wish,
        titleKm: wish.titleKm ?? option.titleKm ?? null,
        titleEn: wish.titleEn ?? option.titleEn ?? null,
      });
      if (!checked.ok) return checked;
      if (identifiersIn(`${checked.value.titleKm ?? ''} ${checked.value.titleEn ?? ''}`).length > 0)
        return refused([problem('IDENTIFIERS_LEFT', 'titleKm')]);
      const standing = await inside.em.count(PollOption, { pollId, state: 'STANDING' });
      if (standing >= optionsMost(poll)) return refused([problem('TOO_MANY_OPTIONS')]);
      Object.assign(option, checked.value);
    } else Object.assign(option, { titleKm: null, titleEn: null });
    option.state = accept ? 'STANDING' : 'REFUSED';
    await recordPoll(inside, 'moderateProposal', poll.id, { key: option.key, accept });
    return ok(poll);
  });
}
