import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { addOption, type CheckedOption, checkOption, type OptionWish, optionsMost } from './check-option.ts';
import { type CheckedPoll, checkPoll, type PollWish } from './check-poll.ts';
import { Poll } from './poll.entity.ts';
import { mayRunPolls } from './poll.policy.ts';
import { recordPoll } from './record-poll.ts';

export type NewPoll = PollWish & {
  readonly idempotencyKey: string;
  readonly options?: readonly OptionWish[] | null;
};

/**
 * A facilitator of a place makes a poll there. It is a draft: nobody else sees it until it opens, unless children are
 * asked for options. The same key gives the same poll.
 */
export async function makePoll(
  request: ApiRequest,
  wish: NewPoll,
  { isFromIssues = false } = {},
): Promise<Result<Poll, readonly Problem[]>> {
  if (!mayRunPolls(request.viewer, wish.placeCode)) return refused([problem('NOT_FOUND', 'placeCode')]);
  if (!isId(wish.idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  const checked = await checkPoll(request, wish);
  if (!checked.ok) return checked;
  const options = await checkOptions(request, checked.value, wish.options ?? []);
  if (!options.ok) return options;
  return inTransaction(request, async (inside) => {
    const before = await inside.em.findOne(Poll, { idempotencyKey: wish.idempotencyKey });
    if (before !== null) return sameOrRefused(inside, before, checked.value);
    return ok(await keepPoll(inside, wish.idempotencyKey, checked.value, options.value, isFromIssues));
  });
}

async function checkOptions(
  request: ApiRequest,
  poll: CheckedPoll,
  wishes: readonly OptionWish[],
): Promise<Result<readonly CheckedOption[], readonly Problem[]>> {
  if (wishes.length > optionsMost(poll)) return refused([problem('TOO_MANY_OPTIONS', 'options')]);
  const options: CheckedOption[] = [];
  for (const [place, wish] of wishes.entries()) {
    const option = await checkOption(request, poll, wish);
    if (!option.ok)
      return refused(option.problem.map(({ code, field }) => problem(code, `options.${place}.${field}`)));
    options.push(option.value);
  }
  return ok(options);
}

async function keepPoll(
  inside: ApiRequest,
  idempotencyKey: string,
  checked: CheckedPoll,
  options: readonly CheckedOption[],
  isFromIssues: boolean,
): Promise<Poll> {
  const poll = inside.em.create(Poll, {
    ...checked,
    id: newId(inside.clock.now().getTime()),
    idempotencyKey,
    isFromIssues,
    state: 'DRAFT',
    optionCount: 0,
    madeBy: inside.viewer.accountId!,
  });
  for (const option of options)
    addOption(inside, poll, option, { state: 'STANDING', isProposedByChild: false });
  await recordPoll(inside, 'makePoll', poll.id, { ballotType: poll.ballotType, options: options.length });
  return poll;
}

/** Who made it, where and what it asks tell whether the same key means the same poll. */
function sameOrRefused(
  { viewer }: ApiRequest,
  before: Poll,
  again: CheckedPoll,
): Result<Poll, readonly Problem[]> {
  const isSame =
    before.madeBy === viewer.accountId &&
    before.placeCode === again.placeCode &&
    before.ballotType === again.ballotType &&
    (before.questionKm ?? null) === again.questionKm &&
    (before.questionEn ?? null) === again.questionEn;
  return isSame ? ok(before) : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
}
