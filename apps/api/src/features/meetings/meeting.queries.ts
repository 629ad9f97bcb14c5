import { isId } from '@samleng/kernel';
import { addDays, dayInCambodia, isIsoDay } from '@samleng/routing';
import { queryDirectly } from '@samleng/server';
import type { AttendanceRole, ChildrenSeat, MeetingState } from '@samleng/vocabulary';
import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import { arrayOf, readRows } from '../../read-rows.ts';
import { type ApiRequest, type Batch, load } from '../../request.ts';
import { officesOf } from '../accounts/index.ts';
import { Issue } from '../issues/index.ts';
import { officesById } from '../offices/index.ts';
import { headsIn } from '../networks/index.ts';
import { Poll, resultsOf } from '../polls/index.ts';
import { AgendaItem, Meeting } from './meeting.entity.ts';
import { mayRunMeeting, maySeeMeeting } from './meeting.policy.ts';
import { type PlanningYear, planningYearOf } from './planning-year.ts';

export type MeetingFilter = {
  readonly placeCode: string;
  readonly state?: MeetingState | null;
  readonly from?: string | null;
  readonly to?: string | null;
};

/** Whether the viewer may see more of the meetings of a place than everybody does. */
export async function maySee(request: ApiRequest, where: { readonly placeCode: string }): Promise<boolean> {
  const offices = await Promise.all(officesOf(request.viewer).map((id) => load(request, officesById, id)));
  const places = offices.flatMap((office) =>
    office?.isActive && office.placeCode ? [office.placeCode] : [],
  );
  return maySeeMeeting(request.viewer, where, places);
}

export const meetingsById: Batch<string, Meeting> = async ({ em }, ids) => {
  const meetings = await readRows(em, Meeting, 'where it.id = any(?::uuid[])', [arrayOf(ids.filter(isId))]);
  return new Map(meetings.map((meeting) => [meeting.id, meeting]));
};

export const itemsByMeeting: Batch<string, readonly AgendaItem[]> = async ({ em }, ids) => {
  const items = await readRows(
    em,
    AgendaItem,
    'where it.meeting_id = any(?::uuid[]) order by it.position, it.id',
    [arrayOf(ids)],
  );
  return Map.groupBy(items, (item) => item.meetingId);
};

export const agendaItemsById: Batch<string, AgendaItem> = async ({ em }, ids) => {
  const items = await readRows(em, AgendaItem, 'where it.id = any(?::uuid[])', [arrayOf(ids.filter(isId))]);
  return new Map(items.map((item) => [item.id, item]));
};

/** What meetings said about issues, newest meeting last; only meetings that were held. */
export const itemsByIssue: Batch<string, readonly AgendaItem[]> = async ({ em }, issueIds) => {
  const items = await readRows(
    em,
    AgendaItem,
    `join meetings m on m.id = it.meeting_id
      where it.issue_id = any(?::uuid[]) and m.state = 'HELD' order by m.starts_at, it.id`,
    [arrayOf(issueIds)],
  );
  return Map.groupBy(items, (item) => item.issueId ?? '');
};

/** The decisions of held meetings, with children in the room, that became plan items; newest meeting last. */
export const itemsByPlanItem: Batch<string, readonly AgendaItem[]> = async ({ em }, planItemIds) => {
  const items = await readRows(
    em,
    AgendaItem,
    `join meetings m on m.id = it.meeting_id
      where it.plan_item_id = any(?::uuid[]) and m.state = 'HELD' and not it.is_without_children
      order by m.starts_at, it.id`,
    [arrayOf(planItemIds)],
  );
  return Map.groupBy(items, (item) => item.planItemId ?? '');
};

const itemsByPoll: Batch<string, readonly AgendaItem[]> = async ({ em }, pollIds) => {
  const items = await readRows(
    em,
    AgendaItem,
    `join meetings m on m.id = it.meeting_id
      where it.kind = 'POLL' and it.subject_id = any(?::uuid[]) and m.state <> 'CANCELLED'
      order by m.starts_at, it.id`,
    [arrayOf(pollIds)],
  );
  return Map.groupBy(items, (item) => item.subjectId ?? '');
};

/** Where what a poll found is or was spoken about: planned meetings for their staff, held ones for everybody. */
export async function itemsOfPoll(request: ApiRequest, pollId: string): Promise<readonly AgendaItem[]> {
  const items = (await load(request, itemsByPoll, pollId)) ?? [];
  const isShown = await Promise.all(
    items.map(async ({ meetingId, isWithoutChildren }) => {
      const meeting = await load(request, meetingsById, meetingId);
      if (!meeting) return false;
      return (meeting.state === 'HELD' && !isWithoutChildren) || maySee(request, meeting);
    }),
  );
  return items.filter((_, place) => isShown[place]);
}

/** The meeting with this id: everybody knows when it is and what it decided. */
export async function meetingById(request: ApiRequest, id: string): Promise<Meeting | null> {
  return isId(id) ? ((await load(request, meetingsById, id)) ?? null) : null;
}

/** Meetings in a place and below, newest first, or soonest first from a day on. */
export async function listMeetings(
  request: ApiRequest,
  filter: MeetingFilter,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Meeting>> {
  const first = pageSize(args);
  const { placeCode, state, from, to } = filter;
  const isAsked = /^(\d\d){0,4}$/.test(placeCode) && (!from || isIsoDay(from)) && (!to || isIsoDay(to));
  if (!isAsked) return pageOf<Meeting>([], first, () => []);
  const after = readCursor<[string, string]>(args.after, ['string', 'string']);
  if (after !== null) checkCursor(after, ['instant', 'id']);
  const isSoonestFirst = Boolean(from);
  const conditions: { sql: string; values: unknown[] }[] = [
    { sql: 'it.place_code like ?', values: [`${placeCode}%`] },
    ...(state ? [{ sql: 'it.state = ?', values: [state] }] : []),
    ...(from ? [{ sql: 'it.starts_at >= ?::timestamptz', values: [`${from}T00:00:00+07:00`] }] : []),
    ...(to ? [{ sql: 'it.starts_at < ?::timestamptz', values: [`${addDays(to, 1)}T00:00:00+07:00`] }] : []),
    ...(after
      ? [
          {
            sql: `(it.starts_at, it.id) ${isSoonestFirst ? '>' : '<'} (?::timestamptz, ?::uuid)`,
            values: [...after],
          },
        ]
      : []),
  ];
  const direction = isSoonestFirst ? 'asc' : 'desc';
  const meetings = await readRows(
    request.em,
    Meeting,
    `where ${conditions.map(({ sql }) => sql).join(' and ')}
      order by it.starts_at ${direction}, it.id ${direction} limit ?`,
    [...conditions.flatMap(({ values }) => values), first + 1],
  );
  return pageOf(meetings, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
}

/**
 * The agenda as the viewer may see it: staff all of it; everybody else what was spoken about with children in the room,
 * once the meeting was held.
 */
export async function itemsShown(request: ApiRequest, meeting: Meeting): Promise<readonly AgendaItem[]> {
  const isStaff = await maySee(request, meeting);
  if (!isStaff && meeting.state !== 'HELD') return [];
  const items = (await load(request, itemsByMeeting, meeting.id)) ?? [];
  return isStaff ? items : items.filter(({ isWithoutChildren }) => !isWithoutChildren);
}

const childrenIn = (meeting: Pick<Meeting, 'attendance'>) =>
  headsIn((meeting.attendance ?? []).filter(({ role }) => role === 'CHILD'));

/** Whether children were offered a seat, and whether they sat on it. Null before the meeting was held. */
export function childrensSeatOf(meeting: Meeting): ChildrenSeat | null {
  if (meeting.state !== 'HELD') return null;
  if (childrenIn(meeting) > 0) return 'USED';
  return meeting.invitedGirls + meeting.invitedBoys > 0 ? 'EMPTY' : 'NOT_OFFERED';
}

/** Whether children came and none of them is written down as having spoken on anything. */
export async function isUnheard(request: ApiRequest, meeting: Meeting): Promise<boolean> {
  if (meeting.state !== 'HELD' || childrenIn(meeting) === 0) return false;
  const items = (await load(request, itemsByMeeting, meeting.id)) ?? [];
  return !items.some(({ spoke }) => (spoke ?? []).some(({ role, count }) => role === 'CHILD' && count > 0));
}

/** How many came of each role, without groups: what officials see. */
export function headsByRole(meeting: Meeting): { role: AttendanceRole; count: number }[] {
  const byRole = Map.groupBy(meeting.attendance ?? [], ({ role }) => role);
  return [...byRole].map(([role, cells]) => ({ role, count: headsIn(cells) }));
}

export type Suggestions = {
  readonly carriedOver: readonly AgendaItem[];
  readonly issues: readonly Issue[];
  readonly polls: readonly Poll[];
};

/**
 * What the next agenda of a place is built from: what earlier meetings there carried over or did not reach, the
 * issues that stand first and wait for something, and what children chose in polls that no meeting has heard of. Null
 * for those who run no meetings there.
 */
export async function suggestAgenda(
  request: ApiRequest,
  placeCode: string,
  most: number,
): Promise<Suggestions | null> {
  if (!/^(\d\d){1,4}$/.test(placeCode) || !mayRunMeeting(request.viewer, { placeCode })) return null;
  const { em } = request;
  const carriedOver = await readRows(
    em,
    AgendaItem,
    `join meetings m on m.id = it.meeting_id
      where m.place_code = ? and m.state = 'HELD' and it.outcome in ('CARRIED_OVER', 'NOT_REACHED')
        and not exists (select from agenda_items later join meetings n on n.id = later.meeting_id
                         where later.carried_from_id = it.id and n.state <> 'CANCELLED')
      order by m.starts_at, it.position limit 20`,
    [placeCode],
  );
  const limit = Math.min(12, Math.max(1, Math.trunc(most)));
  const already = carriedOver.flatMap(({ issueId }) => issueId ?? []);
  const communeCode = placeCode.length >= 6 ? placeCode.slice(0, 6) : null;
  const issues = await em.find(
    Issue,
    {
      communeCode: communeCode ?? { $like: `${placeCode}%` },
      ...(placeCode.length === 8 ? { villageCode: placeCode } : {}),
      mergedIntoId: null,
      state: { $nin: ['DONE', 'CONFIRMED', 'NOT_POSSIBLE'] },
      id: { $nin: already },
    },
    {
      // Within one commune as it was ranked; over several by what can be relied on of each share of support.
      orderBy: communeCode ? [{ position: 'asc' }, { id: 'asc' }] : [{ lowerBound: 'desc' }, { id: 'desc' }],
      limit,
    },
  );
  return { carriedOver, issues, polls: await pollsUnheardOf(request, placeCode) };
}

/** The polls of a place that closed last, have a result and are on no agenda yet. */
async function pollsUnheardOf(request: ApiRequest, placeCode: string): Promise<Poll[]> {
  const polls = await readRows(
    request.em,
    Poll,
    `where it.state = 'CLOSED' and it.place_code like ?
        and not exists (select from agenda_items a join meetings m on m.id = a.meeting_id
                         where a.kind = 'POLL' and a.subject_id = it.id and m.state <> 'CANCELLED')
      order by it.closed_at desc, it.id desc limit 5`,
    [`${placeCode}%`],
  );
  const results = await Promise.all(polls.map((poll) => resultsOf(request, poll)));
  return polls.filter((_, place) => (results[place]?.length ?? 0) > 0);
}

/** The planning year of a place: with the day of its district's workshop, once that is planned. */
export async function planningYearIn(request: ApiRequest, placeCode: string): Promise<PlanningYear> {
  const today = dayInCambodia(request.clock.now());
  const district = /^(\d\d){2,4}$/.test(placeCode) ? placeCode.slice(0, 4) : '';
  const [row] = await queryDirectly<{ starts_at: string | Date }>(
    request.em,
    `select starts_at from meetings where place_code = ? and kind = 'DISTRICT_INTEGRATION' and state = 'PLANNED'
        and starts_at >= ?::timestamptz and starts_at < ?::timestamptz order by starts_at limit 1`,
    [district, `${today}T00:00:00+07:00`, `${Number(today.slice(0, 4)) + 1}-01-01T00:00:00+07:00`],
  );
  return planningYearOf(today, row ? dayInCambodia(new Date(row.starts_at)) : null);
}
