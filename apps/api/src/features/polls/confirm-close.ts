import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { issuesById, recordEvent } from '../issues/index.ts';
import { PollKey, PollResult } from './ballot.entity.ts';
import { CardBatch } from './card.entity.ts';
import { ballotCells, countPoll } from './count-poll.ts';
import { nullifiersOfBatch, openPollKey } from './poll-keys.ts';
import { isShown } from './poll-results.ts';
import { PaperSheet, type Poll, type PollOption } from './poll.entity.ts';
import { mayConfirmClose, maySeeWork } from './poll.policy.ts';
import { lockPoll, standingOptions } from './poll.queries.ts';
import { recordPoll } from './record-poll.ts';
import { groupsToKeep } from './splits.ts';

/** What is to be known of a ballot when it is written anew: who cast it is not. */
type Mark = { nullifier: string; isLeftOut: boolean; isDoubted: boolean; groupKey: string | null };

/**
 * A second person confirms that a poll is over. Its ballots are written anew in random order without what they were
 * known by, its key is destroyed, it is counted, and totals with a digest of all of it go into the audit: from then on
 * nobody, not even we, can tell who cast which ballot, and everybody can recount.
 */
export async function confirmClose(
  request: ApiRequest,
  { pollId }: { readonly pollId: string },
): Promise<Result<Poll, readonly Problem[]>> {
  const closed = await inTransaction(request, async (inside): Promise<Result<Poll, readonly Problem[]>> => {
    const poll = await lockPoll(inside, pollId);
    if (poll === null || !maySeeWork(request.viewer, poll)) return refused([problem('NOT_FOUND', 'pollId')]);
    if (poll.state !== 'CLOSING') return refused([problem('WRONG_STATE')]);
    if (!mayConfirmClose(request.viewer, poll)) return refused([problem('SECOND_PERSON_NEEDED')]);
    const batches = await inside.em.find(CardBatch, { pollId }, { orderBy: { id: 'asc' } });
    if (batches.some(isNotReviewed)) return refused([problem('FLAG_NOT_REVIEWED')]);
    const marks = await marksOf(inside, poll, batches);
    const leftOut = await rewriteBallots(inside, poll.id, marks);
    await countAndKeep(inside, poll, leftOut);
    return ok(poll);
  });
  if (closed.ok) await clearOldVersions(request);
  return closed;
}

function isNotReviewed({ state, signals, review }: CardBatch): boolean {
  return state === 'DRAWN' && signals.length > 0 && !review;
}

/** Which ballots are left out, doubted, or of a group: worked out with the key, for the last time. */
async function marksOf(inside: ApiRequest, poll: Poll, batches: readonly CardBatch[]): Promise<Mark[]> {
  const pollKey = await openPollKey(inside, poll.id);
  if (pollKey === null) throw new Error('The key of a poll that is not closed is gone.');
  const marks: Mark[] = [];
  for (const batch of batches) {
    const isVoid = new Set(await nullifiersOfBatch(inside, pollKey, batch.id, { onlyVoid: true }));
    for (const nullifier of await nullifiersOfBatch(inside, pollKey, batch.id))
      marks.push({
        nullifier,
        isLeftOut: batch.state === 'VOID' || isVoid.has(nullifier),
        isDoubted: batch.review === 'DOUBTFUL',
        groupKey: batch.sex ? `sex:${batch.sex}` : batch.ageBand ? `age:${batch.ageBand}` : null,
      });
  }
  if (await mayKeepGroups(inside, poll.id, marks)) return marks;
  return marks.map((mark) => ({ ...mark, groupKey: null }));
}

async function mayKeepGroups({ em }: ApiRequest, pollId: string, marks: readonly Mark[]): Promise<boolean> {
  if (marks.every(({ groupKey }) => groupKey === null)) return false;
  const rows = await em.execute<{ group_key: string | null; count: number }[]>(
    `select m."groupKey" as group_key, count(*)::int as count
       from ballots b left join jsonb_to_recordset(?::jsonb) as m (nullifier text, "isLeftOut" bool, "groupKey" text)
         on m.nullifier = b.nullifier
      where b.poll_id = ? and b.voice = 'VERIFIED' and not coalesce(m."isLeftOut", false) group by 1`,
    [JSON.stringify(marks), pollId],
  );
  return groupsToKeep(new Map(rows.map((row) => [row.group_key, row.count])));
}

/** Writes the ballots anew in an order drawn by lot, in this one transaction, and forgets the old ones and the key. */
async function rewriteBallots(inside: ApiRequest, pollId: string, marks: readonly Mark[]): Promise<number> {
  const { em } = inside;
  const [row] = await em.execute<{ left_out: number }[]>(
    `with marked as (
       select b.voice, b.choice, coalesce(m."isLeftOut", false) as is_left_out,
              coalesce(m."isDoubted", false) as is_doubted, m."groupKey" as group_key
         from ballots b left join jsonb_to_recordset(?::jsonb)
              as m (nullifier text, "isLeftOut" bool, "isDoubted" bool, "groupKey" text) on m.nullifier = b.nullifier
        where b.poll_id = ?),
     shuffled as materialized (
       select voice, choice, is_doubted, group_key, row_number() over (order by gen_random_uuid())::int as number
         from marked where not is_left_out),
     kept as (
       insert into counted_ballots (poll_id, number, voice, is_doubted, group_key, choice)
       select ?::uuid, number, voice, is_doubted, group_key, choice from shuffled order by number)
     select count(*) filter (where is_left_out)::int as left_out from marked`,
    [JSON.stringify(marks), pollId, pollId],
  );
  await em.execute('delete from ballots where poll_id = ?', [pollId]);
  await em.nativeDelete(PollKey, { pollId });
  await em.execute('delete from cards using card_batches b where b.id = cards.batch_id and b.poll_id = ?', [
    pollId,
  ]);
  return row?.left_out ?? 0;
}

async function countAndKeep(inside: ApiRequest, poll: Poll, leftOut: number): Promise<void> {
  const { em, viewer, clock } = inside;
  const options = await standingOptions(inside, poll.id);
  const sheets = await em.find(PaperSheet, { pollId: poll.id });
  const { results, digest } = countPoll(poll, options, await ballotCells(inside, poll.id), sheets);
  for (const result of results) em.create(PollResult, { ...result, pollId: poll.id });
  poll.state = 'CLOSED';
  poll.closedBy = viewer.accountId;
  poll.closedAt = clock.now();
  if (results.some((result) => isShown(poll, result))) await tellIssues(inside, options);
  await recordPoll(inside, 'confirmClose', poll.id, {
    digest,
    leftOut,
    askedBy: poll.closeAskedBy!,
    totals: results.map(({ voice, isWithoutDoubted, ballots, papers, outcome }) => ({
      voice,
      isWithoutDoubted,
      ballots,
      papers,
      winners: (outcome as { winners: string[] }).winners,
    })),
  });
}

/**
 * The issues that were put to children get a step in their history, and who supports them hears of it: that is known
 * of devices without asking who answered. Nobody is told because of a ballot.
 */
async function tellIssues(inside: ApiRequest, options: readonly PollOption[]): Promise<void> {
  const asked = await issuesById(inside, [...new Set(options.flatMap(({ issueId }) => issueId ?? []))]);
  const standing = new Set([...asked.values()].map(({ id, mergedIntoId }) => mergedIntoId ?? id));
  for (const issueId of [...standing].sort()) await recordEvent(inside, issueId, { change: 'POLLED' });
}

/**
 * A deleted row stays in the database's files until it is cleared away; these rows should not. The table of keys is
 * small and written anew, so that not even its free space holds a key; without it nullifiers are noise. A server that
 * is busy with the same tables clears them later by itself.
 */
async function clearOldVersions({ em, log }: ApiRequest): Promise<void> {
  for (const work of ['full poll_keys', '(skip_locked) ballots', '(skip_locked) cards']) {
    try {
      await em.fork().execute(`vacuum ${work}`);
    } catch (error) {
      log.warn({ err: error, work }, 'old versions of closed ballots are still to be cleared');
    }
  }
}
