import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { cardHash, readCode } from './card-codes.ts';
import { nullifierOf, openPollKey } from './poll-keys.ts';
import type { Poll } from './poll.entity.ts';
import {
  ballotsByAddress,
  ballotsByDevice,
  burst,
  slowedBy,
  wrongCardsByAddress,
  wrongCardsByDevice,
} from './poll-limits.ts';
import { mayRunPolls, takesBallots } from './poll.policy.ts';
import { pollsById, questionOf, standingOptions, typeOf } from './poll.queries.ts';

export type CastBallot = {
  readonly pollId: string;
  /** The ballot as plain JSON, in the shape its type asks for. */
  readonly ballot: unknown;
  /** The code of a card; without one it is open support. */
  readonly card?: string | null;
  /** On a facilitator's tablet: a fresh id for each child, so that the next one does not replace the last. */
  readonly turn?: string | null;
};

type Voter =
  | { readonly kind: 'card'; readonly key: string; readonly hash: string }
  | { readonly kind: 'device'; readonly key: string };

/**
 * A child answers a poll: with a card of the club or school, or openly with its device. Answering again until the poll
 * closes replaces the answer. One statement writes the ballot and nothing else: no time, no address, no mark on the
 * card, no line in the audit.
 */
export async function castBallot(
  request: ApiRequest,
  cast: CastBallot,
): Promise<Result<Poll, readonly Problem[]>> {
  const poll = isId(cast.pollId) ? await load(request, pollsById, cast.pollId) : undefined;
  if (poll === undefined || poll.state === 'DRAFT') return refused([problem('NOT_FOUND', 'pollId')]);
  const now = request.clock.now();
  if (!takesBallots(poll, now)) return refused([problem('POLL_NOT_OPEN', 'pollId')]);
  const isLed = mayRunPolls(request.viewer, poll.placeCode);
  const voter = voterOf(request, poll, cast, isLed);
  if (!voter.ok) return voter;
  if (!isLed && !(await mayCastNow(request, voter.value))) return refused([problem('TOO_MANY_BALLOTS')]);
  const options = await standingOptions(request, poll.id);
  const ballot = typeOf(poll).check(cast.ballot, questionOf(poll, options));
  if (!ballot.ok) return refused([problem(ballot.problem.code, ballot.problem.option)]);
  const pollKey = await openPollKey(request, poll.id);
  if (pollKey === null) return refused([problem('POLL_NOT_OPEN', 'pollId')]);
  const nullifier = nullifierOf(pollKey, voter.value.kind, voter.value.key);
  const choice = JSON.stringify(ballot.value);
  if (voter.value.kind === 'device') {
    const isWritten = await writeOpenSupport(request, poll.id, nullifier, choice, now);
    return isWritten ? ok(poll) : refused([problem('POLL_NOT_OPEN', 'pollId')]);
  }
  const written = await writeVerified(request, poll.id, voter.value.hash, nullifier, choice, now);
  if (!written.isOpen) return refused([problem('POLL_NOT_OPEN', 'pollId')]);
  if (written.batchId === null) {
    if (!isLed) takeWrongCard(request, now);
    return refused([problem('CARD_NOT_RIGHT', 'card')]);
  }
  if (!isLed) await watchForBurst(request, written.batchId, voter.value.hash, now);
  return ok(poll);
}

/** Whom the ballot speaks for. Cards count in polls for card holders; devices where open support is taken. */
function voterOf(
  { viewer, settings }: ApiRequest,
  poll: Poll,
  { card, turn }: CastBallot,
  isLed: boolean,
): Result<Voter, readonly Problem[]> {
  if (card !== null && card !== undefined && card.trim() !== '') {
    const code = poll.electorate === 'OPEN' ? null : readCode(card);
    if (code === null) return refused([problem('CARD_NOT_RIGHT', 'card')]);
    const hash = cardHash(code, settings.SECRETS_KEY);
    return ok({ kind: 'card', key: hash, hash });
  }
  if (!poll.takesOpenSupport) return refused([problem('REQUIRED', 'card')]);
  if (isLed && turn && isId(turn)) return ok({ kind: 'device', key: `turn:${turn}` });
  if (viewer.deviceKey === null) return refused([problem('REQUIRED', 'device')]);
  return ok({ kind: 'device', key: viewer.deviceKey });
}

/** A phone over its limit is refused; an address over its limit only waits a moment, for a school is one address. */
async function mayCastNow(request: ApiRequest, voter: Voter): Promise<boolean> {
  const { castingWatch: watch, clientAddress, clock } = request;
  const now = clock.now();
  const device = deviceOf(request);
  if (voter.kind === 'card') {
    if (!watch.hasLeft('wrong-cards', device, wrongCardsByDevice, now)) return false;
    if (!watch.hasLeft('wrong-cards-of-address', clientAddress, wrongCardsByAddress, now)) return false;
  }
  if (!watch.take('ballots', device, ballotsByDevice, now)) return false;
  if (!watch.take('ballots-of-address', clientAddress, ballotsByAddress, now))
    await new Promise((resolve) => setTimeout(resolve, slowedBy));
  return true;
}

function takeWrongCard({ castingWatch: watch, clientAddress, viewer }: ApiRequest, now: Date): void {
  watch.take('wrong-cards', viewer.deviceKey ?? clientAddress, wrongCardsByDevice, now);
  watch.take('wrong-cards-of-address', clientAddress, wrongCardsByAddress, now);
}

function deviceOf({ viewer, clientAddress }: ApiRequest): string {
  return viewer.deviceKey ?? clientAddress;
}

// The poll's row is held against closing while the ballot is written (`for share`): no ballot comes after the count.
const openNow = `open_poll as (
  select id from polls where id = ? and state = 'OPEN' and opens_at <= ? and closes_at > ? for share)`;
const orReplace = `on conflict (poll_id, nullifier) do update set choice = excluded.choice returning 1`;

async function writeOpenSupport(
  { em }: ApiRequest,
  pollId: string,
  nullifier: string,
  choice: string,
  now: Date,
): Promise<boolean> {
  const rows = await em.execute<{ written: number }[]>(
    `with ${openNow},
     written as (
       insert into ballots (poll_id, nullifier, voice, choice)
       select id, ?, 'OPEN_SUPPORT', ? from open_poll ${orReplace})
     select count(*)::int as written from written`,
    [pollId, now, now, nullifier, choice],
  );
  return rows[0]?.written === 1;
}

async function writeVerified(
  { em }: ApiRequest,
  pollId: string,
  hash: string,
  nullifier: string,
  choice: string,
  now: Date,
): Promise<{ isOpen: boolean; batchId: string | null }> {
  const [row] = await em.execute<{ is_open: boolean; batch_id: string | null }[]>(
    `with ${openNow},
     card as (
       select c.batch_id from cards c join card_batches b on b.id = c.batch_id
        where c.hash = ? and not c.is_void and b.state = 'DRAWN' and b.poll_id = ?),
     written as (
       insert into ballots (poll_id, nullifier, voice, choice)
       select id, ?, 'VERIFIED', ? from open_poll, card ${orReplace})
     select exists (select from open_poll) as is_open, (select batch_id from card) as batch_id,
            (select count(*) from written) as written`,
    [pollId, now, now, hash, pollId, nullifier, choice],
  );
  return { isOpen: row?.is_open ?? false, batchId: row?.batch_id ?? null };
}

/**
 * Many cards of one batch from one phone, outside a facilitator's session, make the batch one for a second person to
 * look at. Written after the ballot and by itself; it says nothing of a card, a ballot or a phone.
 */
async function watchForBurst(request: ApiRequest, batchId: string, hash: string, now: Date): Promise<void> {
  const { castingWatch: watch, em } = request;
  const key = `${batchId} ${deviceOf(request)}`;
  if (!watch.take('burst-card', `${key} ${hash}`, { points: 1, seconds: burst.seconds }, now)) return;
  if (watch.take('burst', key, { points: burst.cards, seconds: burst.seconds }, now)) return;
  await em.execute(
    `update card_batches set signals = signals || '["BURST"]'::jsonb, version = version + 1
      where id = ? and signals::text not like '%BURST%'`,
    [batchId],
  );
}
