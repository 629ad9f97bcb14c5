import { randomInt } from 'node:crypto';
import { isId, newId, ok, refused, type Result } from '@samleng/kernel';
import { type AgeBand, cardCap, type Problem, type Sex } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { liesIn } from '../accounts/index.ts';
import { Club } from '../networks/index.ts';
import { CardBatch } from './card.entity.ts';
import { cardHash, drawCode, printedCode } from './card-codes.ts';
import type { Poll } from './poll.entity.ts';
import { cardsWithoutPassphrase, mostCards } from './poll-limits.ts';
import { mayMakeCards, mayRunPolls } from './poll.policy.ts';
import { lockPoll } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';

export type WantedCards = {
  readonly idempotencyKey: string;
  readonly pollId: string;
  readonly clubId?: string | null;
  /** In a poll for a school: how many children it has, as the facilitator says. */
  readonly voters?: number | null;
  /** Left out: all that may be made without a second person. */
  readonly size?: number | null;
  readonly sex?: Sex | null;
  readonly ageBand?: AgeBand | null;
};

/** A batch, and its codes as they are printed: shown this one time. None while it waits for a second person. */
export type MadeCards = { readonly batch: CardBatch; readonly codes: readonly string[] };

/**
 * A facilitator makes the cards of a club or school for one poll: one for each child and a tenth more. More than that
 * waits for a second person; over thirty at once need the passphrase given again. Codes are not kept: a sheet that was
 * lost is made void and made again.
 */
export async function makeCards(
  request: ApiRequest,
  wanted: WantedCards,
): Promise<Result<MadeCards, readonly Problem[]>> {
  if (!isId(wanted.idempotencyKey)) return refused([problem('REQUIRED', 'idempotencyKey')]);
  if (wanted.sex && wanted.ageBand) return refused([problem('RULES_CONTRADICT', 'ageBand')]);
  return inTransaction(request, async (inside) => {
    const poll = await lockPoll(inside, wanted.pollId);
    if (poll === null || !mayRunPolls(request.viewer, poll.placeCode))
      return refused([problem('NOT_FOUND', 'pollId')]);
    const before = await inside.em.findOne(CardBatch, { idempotencyKey: wanted.idempotencyKey });
    if (before !== null)
      return before.pollId === poll.id && before.askedBy === request.viewer.accountId
        ? ok({ batch: before, codes: [] })
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'idempotencyKey')]);
    if (!mayMakeCards(request.viewer, poll)) return refused([problem('WRONG_STATE')]);
    const voters = await votersOf(inside, poll, wanted);
    if (!voters.ok) return voters;
    const made = await cardsMade(inside, poll.id, wanted.clubId ?? null);
    const cap = Math.max(0, cardCap(voters.value) - made);
    const size = wanted.size ?? cap;
    if (!Number.isSafeInteger(size) || size < 1 || size > mostCards)
      return refused([problem('OUT_OF_RANGE', 'size')]);
    if (size > cardsWithoutPassphrase && !request.viewer.isReauthenticated)
      return refused([problem('SIGN_IN_AGAIN')]);
    const isBeyond = size > cap || (poll.electorate === 'SCHOOL' && made > 0);
    const batch = inside.em.create(CardBatch, {
      id: newId(inside.clock.now().getTime()),
      idempotencyKey: wanted.idempotencyKey,
      pollId: poll.id,
      clubId: wanted.clubId ?? null,
      size,
      voters: voters.value,
      sex: wanted.sex ?? null,
      ageBand: wanted.ageBand ?? null,
      state: isBeyond ? 'ASKED' : 'DRAWN',
      askedBy: request.viewer.accountId!,
      signals: [],
    });
    await inside.em.flush();
    const codes = isBeyond ? [] : await drawCards(inside, batch);
    await recordPoll(inside, isBeyond ? 'askForCards' : 'makeCards', poll.id, {
      batchId: batch.id,
      size,
      voters: voters.value,
    });
    return ok({ batch, codes });
  });
}

/**
 * Draws the codes of a batch and keeps their hashes, in the order of the hashes: the order in the table says nothing
 * of the order on the sheet.
 */
export async function drawCards(inside: ApiRequest, batch: CardBatch): Promise<string[]> {
  const codes: string[] = [];
  while (codes.length < batch.size) {
    const drawn = new Map<string, string>();
    while (drawn.size < batch.size - codes.length) {
      const code = drawCode(randomInt);
      drawn.set(cardHash(code, inside.settings.SECRETS_KEY), code);
    }
    const kept = await inside.em.execute<{ hash: string }[]>(
      `insert into cards (hash, batch_id) select hash, ? from unnest(?::text[]) hash order by hash
       on conflict do nothing returning hash`,
      [batch.id, `{${[...drawn.keys()].join(',')}}`],
    );
    const isKept = new Set(kept.map(({ hash }) => hash));
    for (const [hash, code] of drawn) if (isKept.has(hash)) codes.push(printedCode(code));
  }
  return codes;
}

/** How many children may draw: the club's members, or those of the school as the facilitator says. */
async function votersOf(
  inside: ApiRequest,
  poll: Poll,
  { clubId, voters }: WantedCards,
): Promise<Result<number, readonly Problem[]>> {
  if (poll.electorate === 'CLUB') {
    const club = clubId && isId(clubId) ? await inside.em.findOne(Club, { id: clubId }) : null;
    if (club === null || !liesIn(club.placeCode, poll.placeCode))
      return refused([problem('NOT_FOUND', 'clubId')]);
    return ok(club.girls + club.boys);
  }
  if (clubId) return refused([problem('NOT_FOUND', 'clubId')]);
  if (!voters || !Number.isSafeInteger(voters) || voters < 1 || voters > mostCards)
    return refused([problem('OUT_OF_RANGE', 'voters')]);
  return ok(voters);
}

async function cardsMade(inside: ApiRequest, pollId: string, clubId: string | null): Promise<number> {
  const batches = await inside.em.find(CardBatch, { pollId, clubId, state: { $ne: 'VOID' } });
  return batches.reduce((sum, { size }) => sum + size, 0);
}
