import { ok, refused, type Result } from '@samleng/kernel';
import { admitText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { addOption } from './check-option.ts';
import type { Poll } from './poll.entity.ts';
import { longestOption, proposalsByDevice } from './poll-limits.ts';
import { mayPropose } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';

const khmer = /[\u1780-\u17ff]/;

/**
 * A child proposes something to choose while a poll asks for it. Private on arrival: only those who run the poll read
 * it, until they put it, in edited words, among the options. Nothing of the device is kept with it.
 */
export async function proposePollOption(
  request: ApiRequest,
  { pollId, title }: { readonly pollId: string; readonly title: string },
): Promise<Result<Poll, readonly Problem[]>> {
  const text = admitText(title, { max: longestOption, oneLine: true });
  if (!text.ok)
    return refused([problem(text.problem.code === 'TOO_LONG' ? 'TOO_LONG' : 'REQUIRED', 'title')]);
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return refused([problem('REQUIRED', 'device')]);
  const answer = await request.rates.take('proposals-by-device', deviceKey, proposalsByDevice);
  if (!answer.allowed) return refused([problem('TOO_MANY_TRIES')]);
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !poll.takesProposals) return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayPropose(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const isKhmer = khmer.test(text.value);
    addOption(
      inside,
      poll,
      {
        titleKm: isKhmer ? text.value : null,
        titleEn: isKhmer ? null : text.value,
        pictureKey: null,
        pictureId: null,
        soundId: null,
        issueId: null,
        costRiel: null,
      },
      { state: 'PROPOSED', isProposedByChild: true },
    );
    await inside.em.flush();
    return ok(poll);
  });
}
