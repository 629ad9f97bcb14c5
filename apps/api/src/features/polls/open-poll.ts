import { randomInt } from 'node:crypto';
import { wrongSettings } from '@samleng/ballots';
import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { makePollKey } from './poll-keys.ts';
import type { Poll } from './poll.entity.ts';
import { mayChange, mayRunPolls } from './poll.policy.ts';
import { lockPoll, questionOf, standingOptions, typeOf } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

/**
 * A facilitator opens a draft once it can be answered. From then on nothing of it changes; the lot that would break
 * ties is drawn and written down, and the poll gets the key under which voters are known within it.
 */
export async function openPoll(
  request: ApiRequest,
  { pollId }: { readonly pollId: string },
): Promise<Result<Poll, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    if (!mayChange(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const options = await standingOptions(inside, pollId);
    const problems = whatIsMissing(
      poll,
      options.length,
      wrongSettings(questionOf(poll, options), typeOf(poll).settings),
      inside.clock.now(),
    );
    if (problems.length > 0) return refused(problems);
    poll.state = 'OPEN';
    poll.lot = drawLot(options.map(({ key }) => key));
    makePollKey(inside, pollId);
    await recordPoll(inside, 'openPoll', pollId, { options: options.length, rule: poll.rule, lot: poll.lot });
    return ok(poll);
  });
}

function whatIsMissing(poll: Poll, options: number, settings: readonly string[], now: Date): Problem[] {
  const problems = settings.map((name) => problem('SETTINGS_NOT_RIGHT', name));
  // One thing can be judged by faces alone; to choose takes two.
  if (options < (poll.ballotType === 'SCORE' ? 1 : 2)) problems.push(problem('TOO_FEW_OPTIONS', 'options'));
  if (poll.seats && poll.seats > options) problems.push(problem('OUT_OF_RANGE', 'seats'));
  if (poll.closesAt <= now) problems.push(problem('DATE_IN_PAST', 'closesAt'));
  return problems;
}

function drawLot(keys: readonly string[]): string[] {
  const left = [...keys];
  return keys.map(() => left.splice(randomInt(left.length), 1)[0]!);
}
