import { LockMode } from '@mikro-orm/core';
import { type AnyBallotType, ballotTypeOf, type PollQuestion } from '@samleng/ballots';
import { isId } from '@samleng/kernel';
import type { Electorate, PollState } from '@samleng/vocabulary';
import { BadCursor } from '../../graph/errors.ts';
import { type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { hasRole, placesOfRole } from '../accounts/index.ts';
import { Club } from '../networks/index.ts';
import { CardBatch } from './card.entity.ts';
import { PaperSheet, Poll, PollOption } from './poll.entity.ts';
import { maySeePoll } from './poll.policy.ts';

export const pollsById: Batch<string, Poll> = async ({ em }, ids) => {
  const polls = await em.find(Poll, { id: { $in: ids.filter(isId) } });
  return new Map(polls.map((poll) => [poll.id, poll]));
};

/** All options of polls, proposed and refused ones too, in their order. */
export const optionsByPoll: Batch<string, readonly PollOption[]> = async ({ em }, pollIds) => {
  const options = await em.find(
    PollOption,
    { pollId: { $in: [...pollIds] } },
    { orderBy: [{ position: 'asc' }, { key: 'asc' }] },
  );
  return Map.groupBy(options, (option) => option.pollId);
};

export const batchesByPoll: Batch<string, readonly CardBatch[]> = async ({ em }, pollIds) => {
  const batches = await em.find(CardBatch, { pollId: { $in: [...pollIds] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(batches, (batch) => batch.pollId);
};

export const sheetsByPoll: Batch<string, readonly PaperSheet[]> = async ({ em }, pollIds) => {
  const sheets = await em.find(PaperSheet, { pollId: { $in: [...pollIds] } }, { orderBy: { id: 'asc' } });
  return Map.groupBy(sheets, (sheet) => sheet.pollId);
};

export const clubsById: Batch<string, Club> = async ({ em }, ids) => {
  const clubs = await em.find(Club, { id: { $in: [...ids] } });
  return new Map(clubs.map((club) => [club.id, club]));
};

/** How many members of a batch's club have drawn a card. */
export const drawsByBatch: Batch<string, number> = async ({ em }, batchIds) => {
  const rows = await em.execute<{ batch_id: string; count: number }[]>(
    `select batch_id, count(*)::int as count from card_draws where batch_id = any(?::uuid[]) group by batch_id`,
    [`{${batchIds.filter(isId).join(',')}}`],
  );
  return new Map(rows.map((row) => [row.batch_id, row.count]));
};

/** How many ballots polls hold so far: those who run a poll see it, and it tells nothing of what was chosen. */
export const ballotsSoFar: Batch<string, number> = async ({ em }, pollIds) => {
  const rows = await em.execute<{ poll_id: string; count: number }[]>(
    `select poll_id, count(*)::int as count from ballots where poll_id = any(?::uuid[]) group by poll_id`,
    [`{${pollIds.filter(isId).join(',')}}`],
  );
  return new Map(rows.map((row) => [row.poll_id, row.count]));
};

/** The polls in which issues are put to children, as far as all may see them. */
export const pollsByIssue: Batch<string, readonly Poll[]> = async (request, issueIds) => {
  const options = await request.em.find(PollOption, { issueId: { $in: [...issueIds] }, state: 'STANDING' });
  const polls = await request.em.find(
    Poll,
    { id: { $in: options.map(({ pollId }) => pollId) }, state: { $ne: 'DRAFT' } },
    { orderBy: { id: 'desc' } },
  );
  return new Map(
    issueIds.map((issueId) => [
      issueId,
      polls.filter((poll) => options.some((one) => one.issueId === issueId && one.pollId === poll.id)),
    ]),
  );
};

/** The options that stand in a poll. */
export async function standingOptions(request: ApiRequest, pollId: string): Promise<PollOption[]> {
  const options = (await load(request, optionsByPoll, pollId)) ?? [];
  return options.filter(({ state }) => state === 'STANDING');
}

/** What `@samleng/ballots` needs to know of a poll. */
export function questionOf(poll: Poll, options: readonly PollOption[]): PollQuestion {
  return {
    options: options.map(({ key, costRiel }) => (costRiel ? { id: key, cost: costRiel } : { id: key })),
    settings: poll.settings,
  };
}

export function typeOf(poll: Pick<Poll, 'ballotType'>): AnyBallotType {
  return ballotTypeOf(poll.ballotType);
}

/** A poll, held until the deed ends. Casting waits for it, and it waits for ballots being cast. */
export async function lockPoll(inside: ApiRequest, pollId: string): Promise<Poll | null> {
  if (!isId(pollId)) return null;
  return inside.em.findOne(Poll, { id: pollId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** A poll the viewer may see, or null. */
export async function pollById(request: ApiRequest, id: string): Promise<Poll | null> {
  const poll = isId(id) ? await load(request, pollsById, id) : undefined;
  return poll !== undefined && maySeePoll(request.viewer, poll) ? poll : null;
}

export type ListedPolls = {
  readonly placeCode?: string | null;
  readonly state?: PollState | null;
  readonly electorate?: Electorate | null;
};

/** The polls of a place and all below it that the viewer may see, those that close last first. */
export async function listPolls(
  request: ApiRequest,
  { placeCode, state, electorate }: ListedPolls,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Poll>> {
  const first = pageSize(args);
  const place = placeCode?.trim() ?? '';
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (after !== null && (Number.isNaN(Date.parse(after[0])) || !isId(after[1]))) throw new BadCursor();
  if (!/^(\d\d){0,4}$/.test(place)) return pageOf<Poll>([], first, () => []);
  const polls = await request.em.find(
    Poll,
    {
      $and: [
        place === '' ? {} : { placeCode: { $like: `${place}%` } },
        state ? { state } : {},
        electorate ? { electorate } : {},
        draftsSeen(request),
        after
          ? {
              $or: [
                { closesAt: { $lt: new Date(after[0]) } },
                { closesAt: new Date(after[0]), id: { $lt: after[1] } },
              ],
            }
          : {},
      ],
    },
    { orderBy: [{ closesAt: 'desc' }, { id: 'desc' }], limit: first + 1 },
  );
  return pageOf(polls, first, (poll) => [poll.closesAt.toISOString(), poll.id]);
}

/** The same as `maySeePoll`, as a filter. */
function draftsSeen({ viewer }: ApiRequest) {
  const places = hasRole(viewer, 'ADMINISTRATOR') ? [''] : placesOfRole(viewer, 'FACILITATOR');
  if (places.includes('')) return {};
  return {
    $or: [
      { state: { $ne: 'DRAFT' as const } },
      { takesProposals: true },
      ...places.map((code) => ({ placeCode: { $like: `${code}%` } })),
    ],
  };
}
