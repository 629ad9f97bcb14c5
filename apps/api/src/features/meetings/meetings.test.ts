import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deedOf } from '../../testing/a-club.ts';
import { anOpenPoll, closeByTwo, pollRefusals } from '../../testing/a-poll.ts';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { countRows } from '../../testing/count-rows.ts';
import { someOffices } from '../../testing/some-offices.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { PlanItem } from '../plans/index.ts';

type Staff = Caller & { readonly accountId: string };
let world: World;
let sokha: Staff, vanna: Staff, rotha: Staff, chan: Staff, stranger: Staff, analyst: Staff;
let councilId: string;
let issueId: string;

const tables = ['meetings', 'agenda_items', 'issue_events', 'calendar_addresses'] as const;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const offices = await someOffices(world, lvea.village);
  const elsewhere = await someOffices(world, kaevPoar.village);
  councilId = offices.COMMUNE_COUNCIL.id;
  sokha = await aStaffMember(world, 'sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  vanna = await aStaffMember(world, 'vanna', [{ role: 'FACILITATOR', placeCode: kaevPoar.commune }]);
  rotha = await aStaffMember(world, 'rotha', [{ role: 'ADMINISTRATOR' }]);
  chan = await aStaffMember(world, 'chan', [{ role: 'OFFICIAL', officeId: councilId }]);
  stranger = await aStaffMember(world, 'far', [{ role: 'OFFICIAL', officeId: elsewhere.COMMUNE_COUNCIL.id }]);
  analyst = await aStaffMember(world, 'analyst', [{ role: 'ANALYST', placeCode: lvea.province }]);
  issueId = await aPublishedIssue(world, sokha);
});
afterAll(() => world.end());

const child = { sex: 'FEMALE', ageBand: 'AGE_10_13', disability: 'NO', role: 'CHILD' };
const official = { sex: 'MALE', ageBand: 'ADULT', disability: 'UNSAID', role: 'OFFICIAL' };

function facts(given: object = {}) {
  return {
    id: randomUUID(),
    kind: 'CCWC_MONTHLY',
    placeCode: lvea.commune,
    startsAt: '2026-11-20T01:00:00Z',
    minutes: 120,
    invitedGirls: 3,
    invitedBoys: 2,
    ...given,
  };
}
function anItem(given: object = {}) {
  return { id: randomUUID(), kind: 'ISSUE', issueId, ...given };
}
function decided(given: object = {}) {
  return anItem({
    outcome: 'DECIDED',
    decisionEn: 'The commune mends the doors.',
    dueOn: '2027-01-31',
    spoke: [{ role: 'CHILD', sex: 'FEMALE', count: 2 }],
    ...given,
  });
}
function record(given: object = {}) {
  return {
    ...facts(),
    recordId: randomUUID(),
    items: [decided()],
    attendance: [
      { ...child, count: 3 },
      { ...official, count: 6 },
    ],
    faces: { HAPPY: 2, SO_SO: 1, SAD: 0 },
    notes: 'The chief opened the meeting.',
    ...given,
  };
}
const plan = (input: object, as: Caller = sokha) =>
  deedOf<{ meeting: { id: string; state: string } | null }>(
    world,
    'planMeeting',
    input,
    as,
    'meeting { id state }',
  );
const send = (input: object, as: Caller = sokha) =>
  deedOf<{ meeting: { id: string; state: string } | null }>(
    world,
    'recordMeeting',
    input,
    as,
    'meeting { id state }',
  );

type Seen = {
  state: string;
  heldOn: string;
  startsAt: string | null;
  venue: string | null;
  notes: string | null;
  attendance: object[];
  attendanceByRole: object[];
  faces: object | null;
  childrensSeat: string | null;
  isUnheard: boolean | null;
  viewerCan: { see: boolean; plan: boolean; record: boolean };
  items: {
    id: string;
    outcome: string | null;
    decisionEn: string | null;
    spoke: object[];
    issue: { id: string } | null;
    planItem: { id: string } | null;
    carriedFrom: { id: string } | null;
  }[];
};
async function seen(id: string, as: Caller): Promise<Seen> {
  const { data, errors } = await world.ask<{ meeting: Seen }>(
    `query ($id: ID!) { meeting(id: $id) { state heldOn startsAt venue notes attendance { role count }
       attendanceByRole { role count } faces { HAPPY SAD } childrensSeat isUnheard viewerCan { see plan record }
       items { id outcome decisionEn spoke { count } issue { id } planItem { id } carriedFrom { id } } } }`,
    { id },
    as,
  );
  expect(errors).toEqual([]);
  return data.meeting;
}
async function history(
  id: string,
): Promise<{ change: string; note: string | null; agendaItem: object | null }[]> {
  const { data, errors } = await world.ask<{ issue: { history: { nodes: [] } } }>(
    `query ($id: ID!) { issue(id: $id) { history(first: 50) { nodes { change note agendaItem { outcome meeting { heldOn } } } } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  return data.issue.history.nodes.filter(({ change }) => change === 'DISCUSSED');
}

describe('a plan', () => {
  it('holds an agenda, changes until the meeting is held, and is the same however often it is sent', async () => {
    const input = { ...facts({ startsAt: '2026-12-08T01:00:00Z' }), items: [anItem()] };
    for (const _ of [1, 2]) expect((await plan(input)).meeting).toEqual({ id: input.id, state: 'PLANNED' });
    const opening = { id: randomUUID(), kind: 'OTHER', titleKm: 'បើកកិច្ចប្រជុំ', minutes: 10 };
    await plan({ ...input, items: [opening, ...input.items] });
    expect((await seen(input.id, sokha)).items.map(({ id }) => id)).toEqual([opening.id, input.items[0]!.id]);
    await plan({ ...input, items: [opening] });
    expect((await seen(input.id, sokha)).items.map(({ id }) => id)).toEqual([opening.id]);
    expect(
      (await deedOf(world, 'cancelMeeting', { meetingId: input.id }, sokha, 'meeting { id }')).refusals,
    ).toEqual([]);
    expect((await plan(input)).refusals).toEqual(['WRONG_STATE id']);
  });

  it.each([
    [{ kind: 'VILLAGE', placeCode: lvea.district }, 'NOT_FOUND placeCode', 'vanna'],
    [{ placeCode: lvea.village }, 'OUT_OF_RANGE placeCode', 'sokha'],
    [{ kind: 'DISTRICT_INTEGRATION' }, 'OUT_OF_RANGE placeCode', 'sokha'],
    [{ startsAt: '2036-01-01T00:00:00Z' }, 'OUT_OF_RANGE startsAt', 'sokha'],
    [{ invitedGirls: -1 }, 'OUT_OF_RANGE invitedGirls', 'sokha'],
    [{ venue: 'call 012 345 678' }, 'IDENTIFIERS_LEFT venue', 'sokha'],
    [{ items: [{ id: randomUUID(), kind: 'OTHER' }] }, 'REQUIRED items.0.titleKm', 'sokha'],
    [
      { items: [{ id: randomUUID(), kind: 'ISSUE', issueId: randomUUID() }] },
      'NOT_FOUND items.0.issueId',
      'sokha',
    ],
  ])('with %j is refused, and nothing is written', async (given, refusal, who) => {
    const before = await countRows(world, ...tables);
    const input = { ...facts({ startsAt: '2026-12-08T01:00:00Z' }), items: [], ...given };
    expect((await plan(input, who === 'vanna' ? vanna : sokha)).refusals).toEqual([refusal]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is built from what was carried over and from the issues that stand first', async () => {
    const other = await aPublishedIssue(world, sokha, { titleEn: 'A bridge' });
    const open = decided({ issueId: other, outcome: 'CARRIED_OVER', decisionEn: null });
    const { meeting } = await send(record({ items: [open] }));
    expect(meeting?.state).toBe('HELD');
    const ask = async (as: Caller) =>
      (
        await world.ask<{
          agendaSuggestions: { carriedOver: { id: string }[]; issues: { id: string }[] } | null;
        }>(
          `query ($code: String!) { agendaSuggestions(placeCode: $code) { carriedOver { id } issues { id } } }`,
          { code: lvea.commune },
          as,
        )
      ).data.agendaSuggestions;
    const suggested = await ask(sokha);
    expect(suggested?.carriedOver.map(({ id }) => id)).toContain(open.id);
    expect(suggested?.issues.map(({ id }) => id)).toContain(issueId);
    expect(suggested?.issues.map(({ id }) => id)).not.toContain(other);
    for (const who of [{}, { device: aDevice() }, vanna, chan, rotha, analyst])
      expect(await ask(who)).toBeNull();
    const next = { ...facts({ startsAt: '2026-12-09T01:00:00Z' }) };
    await plan({ ...next, items: [anItem({ issueId: other, carriedFromId: open.id })] });
    expect((await ask(sokha))?.carriedOver.map(({ id }) => id)).not.toContain(open.id);
    expect((await seen(next.id, sokha)).items[0]?.carriedFrom).toEqual({ id: open.id });
  });
});

describe('what children chose in a poll', () => {
  it('is suggested, brought once to a planned meeting, and linked both ways', async () => {
    const dara = await aStaffMember(world, 'dara', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
    const pollId = await anOpenPoll(world, sokha, { electorate: 'OPEN' });
    const next = { ...facts({ startsAt: '2026-12-10T01:00:00Z' }) };
    await plan({ ...next, items: [anItem()] });
    const bring = (input: object, as: Caller = sokha) =>
      deedOf<{ meeting: { items: { kind: string; poll: { id: string } | null }[] } | null }>(
        world,
        'bringPoll',
        { meetingId: next.id, pollId, ...input },
        as,
        'meeting { items { kind titleEn poll { id } } }',
      );
    expect((await bring({})).refusals).toEqual(['WRONG_STATE pollId']);
    for (let child = 0; child < 3; child += 1)
      expect(
        await pollRefusals(
          world,
          'castBallot',
          { pollId, ballot: { ranking: ['o2', 'o1'] } },
          { device: aDevice() },
        ),
      ).toEqual([]);
    await closeByTwo(world, pollId, [sokha, dara]);
    const suggested = async () =>
      (
        await world.ask<{ agendaSuggestions: { polls: { id: string }[] } }>(
          `query ($code: String!) { agendaSuggestions(placeCode: $code) { polls { id } } }`,
          { code: lvea.commune },
          sokha,
        )
      ).data.agendaSuggestions.polls.map(({ id }) => id);
    expect(await suggested()).toEqual([pollId]);
    const rows = await countRows(world, ...tables);
    expect((await bring({ pollId: randomUUID() })).refusals).toEqual(['NOT_FOUND pollId']);
    for (const who of [vanna, chan, analyst])
      expect((await bring({}, who)).refusals).toEqual(['NOT_FOUND meetingId']);
    expect(await countRows(world, ...tables)).toEqual(rows);

    for (const _ of [1, 2])
      expect((await bring({})).meeting?.items).toEqual([
        { kind: 'ISSUE', titleEn: null, poll: null },
        { kind: 'POLL', titleEn: 'What should the commune fix first?', poll: { id: pollId } },
      ]);
    expect(await suggested()).toEqual([]);
    const broughtTo = async (as: Caller) =>
      (
        await world.ask<{ poll: { agendaItems: { outcome: string | null; meeting: { id: string } }[] } }>(
          `query ($id: ID!) { poll(id: $id) { agendaItems { outcome meeting { id } } } }`,
          { id: pollId },
          as,
        )
      ).data.poll.agendaItems;
    const planned = [{ outcome: null, meeting: { id: next.id } }];
    expect(await Promise.all([sokha, chan, {}].map(broughtTo))).toEqual([planned, planned, []]);

    // A record says in words what was decided about it; then everybody sees where it was heard.
    const held = record();
    const item = { id: randomUUID(), kind: 'POLL', subjectId: pollId, outcome: 'DECIDED' };
    expect((await send({ ...held, items: [item] })).refusals).toEqual(['REQUIRED items.0.decisionKm']);
    expect((await send({ ...held, items: [{ ...item, decisionEn: 'We mend the road.' }] })).refusals).toEqual(
      [],
    );
    expect(await broughtTo({})).toEqual([{ outcome: 'DECIDED', meeting: { id: held.id } }]);
    expect((await bring({ meetingId: held.id })).refusals).toEqual(['WRONG_STATE meetingId']);
  });
});

describe('a record', () => {
  it('is kept once however often it comes, without a plan or with one', async () => {
    const input = record();
    const before = await history(issueId);
    for (const _ of [1, 2, 3]) expect((await send(input)).meeting).toEqual({ id: input.id, state: 'HELD' });
    expect(await history(issueId)).toHaveLength(before.length + 1);
    expect((await history(issueId)).at(-1)).toEqual({
      change: 'DISCUSSED',
      note: 'The commune mends the doors.',
      agendaItem: { outcome: 'DECIDED', meeting: { heldOn: '2026-11-20' } },
    });
    const rows = await countRows(world, ...tables);
    expect((await send({ ...input, notes: 'Another word.' })).refusals).toEqual([
      'SAME_KEY_OTHER_CONTENT recordId',
    ]);
    expect((await send({ ...input, recordId: randomUUID() })).refusals).toEqual(['WRONG_STATE recordId']);
    expect((await send({ ...record(), recordId: input.recordId })).refusals).toEqual([
      'SAME_KEY_OTHER_CONTENT recordId',
    ]);
    expect((await send({ ...record(), items: input.items })).refusals).toEqual(['NOT_FOUND items']);
    expect(await countRows(world, ...tables)).toEqual(rows);

    const planned = { ...facts(), items: [anItem()] };
    await plan(planned);
    const kept = { ...record(), ...facts({ id: planned.id }), items: planned.items };
    expect((await send(kept)).meeting?.state).toBe('HELD');
    expect((await seen(planned.id, sokha)).items).toMatchObject([{ outcome: 'NOT_REACHED' }]);
    expect((await plan(planned)).refusals).toEqual(['WRONG_STATE id']);
  });

  it('is put right by one that names it, and only what changed is told', async () => {
    const first = record({ items: [decided(), decided({ outcome: 'CARRIED_OVER' })] });
    await send(first);
    const told = (await history(issueId)).length;
    const items = [
      first.items[0]!,
      { ...first.items[1]!, outcome: 'REFUSED', decisionEn: 'No money this year.' },
    ];
    const second = { ...first, recordId: randomUUID(), replacesRecordId: first.recordId, items };
    expect((await send(second)).refusals).toEqual([]);
    expect(await history(issueId)).toHaveLength(told + 1);
    expect((await seen(first.id, sokha)).items.map(({ outcome }) => outcome)).toEqual(['DECIDED', 'REFUSED']);
    expect((await send(first)).refusals).toEqual(['WRONG_STATE recordId']);
  });

  it('may come before that of the meeting it goes on with', async () => {
    const earlier = record({
      startsAt: '2026-10-20T01:00:00Z',
      items: [decided({ outcome: 'CARRIED_OVER' })],
    });
    const later = record({ items: [decided({ carriedFromId: earlier.items[0]!.id })] });
    expect((await send(later)).refusals).toEqual([]);
    expect((await seen(later.id, sokha)).items[0]?.carriedFrom).toBeNull();
    expect((await send(earlier)).refusals).toEqual([]);
    expect((await seen(later.id, sokha)).items[0]?.carriedFrom).toEqual({ id: earlier.items[0]!.id });
  });

  it('names the plan item a decision became, when it is about the same issue', async () => {
    const em = world.em();
    const planOf = (about: string) =>
      em.create(PlanItem, {
        id: randomUUID(),
        issueId: about,
        officeId: councilId,
        idempotencyKey: randomUUID(),
        kind: 'CIP',
        period: '2027',
        sector: 'SOCIAL',
        titleEn: 'Doors',
        costRiel: 1,
        sources: [],
        state: 'PLANNED',
        percentDone: 0,
        createdAt: world.clock.now(),
      });
    const other = await aPublishedIssue(world, sokha, { titleEn: 'A well' });
    const [own, foreign] = [planOf(issueId), planOf(other)];
    await em.flush();
    const input = record({ items: [decided({ planItemId: own.id, officeId: councilId })] });
    expect((await send(input)).refusals).toEqual([]);
    expect((await seen(input.id, {})).items[0]?.planItem).toEqual({ id: own.id });
    for (const planItemId of [foreign.id, randomUUID()])
      expect((await send(record({ items: [decided({ planItemId })] }))).refusals).toEqual([
        'NOT_FOUND items.0.planItemId',
      ]);
  });

  it.each([
    [{ startsAt: '2026-12-08T01:00:00Z' }, 'OUT_OF_RANGE startsAt'],
    [{ attendance: [] }, 'REQUIRED attendance'],
    [{ attendance: [{ ...child, count: -1 }] }, 'COUNTS_IMPOSSIBLE attendance'],
    [
      {
        attendance: [
          { ...child, count: 1 },
          { ...child, count: 2 },
        ],
      },
      'COUNTS_IMPOSSIBLE attendance',
    ],
    [{ faces: { HAPPY: 1, SO_SO: 0, SAD: -1 } }, 'COUNTS_IMPOSSIBLE faces'],
    [{ notes: 'x'.repeat(10_001) }, 'TOO_LONG notes'],
    [{ notes: 'Call Sok at 012 345 678.' }, 'IDENTIFIERS_LEFT notes'],
    [{ recordId: 'none' }, 'REQUIRED recordId'],
  ])('with %j is refused, and nothing is written', async (given, refusal) => {
    const before = await countRows(world, ...tables);
    expect((await send(record(given))).refusals).toEqual([refusal]);
    expect((await send(record({ items: [decided({ decisionEn: null })] }))).refusals).toEqual([
      'REQUIRED items.0.decisionKm',
    ]);
    expect(
      (await send(record({ items: [decided({ spoke: [{ role: 'CHILD', sex: 'MALE', count: -2 }] })] })))
        .refusals,
    ).toEqual(['COUNTS_IMPOSSIBLE items.0.spoke']);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is nobody else’s to write, nor a plan or a calling off; refusals are alike', async () => {
    const held = record();
    await send(held);
    const before = await countRows(world, ...tables);
    for (const who of [{}, { device: aDevice() }, vanna, chan, rotha, analyst, stranger]) {
      expect((await send(record(), who)).refusals).toEqual(['NOT_FOUND placeCode']);
      expect((await plan({ ...facts(), items: [] }, who)).refusals).toEqual(['NOT_FOUND placeCode']);
      const call = (meetingId: string) =>
        deedOf(world, 'cancelMeeting', { meetingId }, who, 'meeting { id }');
      expect(await call(held.id)).toEqual(await call(randomUUID()));
      expect((await call(held.id)).refusals).toEqual(['NOT_FOUND meetingId']);
    }
    // A facilitator of another place cannot take the meeting over by its id.
    const theirs = record({ id: held.id, placeCode: kaevPoar.commune, items: [] });
    expect((await send(theirs, vanna)).refusals).toEqual(['NOT_FOUND id']);
    expect(await countRows(world, ...tables)).toEqual(before);
  });
});

describe('what is seen of a meeting', () => {
  it('by everybody: the day and what was decided, but what children left for', async () => {
    const closed = { id: randomUUID(), kind: 'OTHER', titleEn: 'Cases, numbers', isWithoutChildren: true };
    const input = record({ venue: 'Commune hall', items: [decided(), closed] });
    await send(input);
    for (const who of [{}, { device: aDevice() }, vanna, stranger])
      expect(await seen(input.id, who)).toMatchObject({
        state: 'HELD',
        heldOn: '2026-11-20',
        startsAt: null,
        venue: null,
        notes: null,
        attendance: [],
        attendanceByRole: [],
        faces: null,
        childrensSeat: null,
        isUnheard: null,
        viewerCan: { see: false, plan: false, record: false },
        items: [{ outcome: 'DECIDED', decisionEn: 'The commune mends the doors.', spoke: [] }],
      });
  });

  it('by officials: agenda, minutes and how many came by role, never by group', async () => {
    const input = record();
    await send(input);
    for (const who of [chan, rotha, analyst])
      expect(await seen(input.id, who)).toMatchObject({
        notes: 'The chief opened the meeting.',
        attendance: [],
        attendanceByRole: [
          { role: 'CHILD', count: 3 },
          { role: 'OFFICIAL', count: 6 },
        ],
        faces: null,
        childrensSeat: 'USED',
        isUnheard: false,
        viewerCan: { see: true, plan: false, record: false },
        items: [{ spoke: [] }],
      });
    expect(await seen(input.id, sokha)).toMatchObject({
      attendance: [{ count: 3 }, { count: 6 }],
      faces: { HAPPY: 2, SAD: 0 },
      items: [{ spoke: [{ count: 2 }] }],
      viewerCan: { record: true },
    });
  });

  it('flags a seat that stayed empty, one that was not offered, and children who were not heard', async () => {
    const adults = { attendance: [{ ...official, count: 6 }] };
    const empty = record(adults);
    const none = record({ ...adults, invitedGirls: 0, invitedBoys: 0 });
    const unheard = record({ items: [decided({ spoke: [{ role: 'OFFICIAL', sex: 'MALE', count: 2 }] })] });
    for (const input of [empty, none, unheard]) await send(input);
    expect(await seen(empty.id, sokha)).toMatchObject({ childrensSeat: 'EMPTY', isUnheard: false });
    expect(await seen(none.id, sokha)).toMatchObject({ childrensSeat: 'NOT_OFFERED', isUnheard: false });
    expect(await seen(unheard.id, sokha)).toMatchObject({ childrensSeat: 'USED', isUnheard: true });
  });

  it('as a list by place, page by page, and as a year with its countdown', async () => {
    const list = async (filter: object, after: string | null = null) =>
      (
        await world.ask<{
          meetings: {
            nodes: { id: string; heldOn: string }[];
            pageInfo: { endCursor: string | null; hasNextPage: boolean };
          };
        }>(
          `query ($filter: MeetingFilter!, $after: String) { meetings(filter: $filter, first: 2, after: $after) {
             nodes { id heldOn } pageInfo { endCursor hasNextPage } } }`,
          { filter, after },
        )
      ).data.meetings;
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ placeCode: lvea.commune }, after);
      all.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(all).size).toBe(all.length);
    const [row] = await world.em().execute<{ n: number }[]>('select count(*)::int n from meetings');
    expect(all).toHaveLength(row!.n);
    const soon = await list({ placeCode: lvea.commune, from: '2026-11-21' });
    expect(soon.nodes.map(({ heldOn }) => heldOn)).toEqual(['2026-12-08', '2026-12-09']);
    expect((await list({ placeCode: kaevPoar.commune })).nodes).toEqual([]);

    await plan({
      ...facts({ kind: 'DISTRICT_INTEGRATION', placeCode: lvea.district, startsAt: '2026-12-15T01:00:00Z' }),
      items: [],
    });
    const { data } = await world.ask(
      `{ planningYear(placeCode: "${lvea.commune}") { workshopOn isWorkshopDated daysToWorkshop daysToRanking } }`,
    );
    expect(data['planningYear']).toEqual({
      workshopOn: '2026-12-15',
      isWorkshopDated: true,
      daysToWorkshop: 22,
      daysToRanking: 0,
    });
  });
});

describe('a calendar address', () => {
  const make = (as: Caller, placeCode: string = lvea.commune) =>
    deedOf<{ address: { id: string } | null; secret: string | null }>(
      world,
      'makeCalendarAddress',
      { placeCode },
      as,
      'address { id } secret',
    );

  it('shows the meetings of a place to whoever has it, until it is revoked', async () => {
    const { address, secret } = await make(chan);
    expect(secret).toMatch(/^[\w-]{43}$/);
    const calendar = () => fetch(`${world.address}/calendars/${secret}.ics`);
    const reply = await calendar();
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const text = await reply.text();
    expect(text).toContain('BEGIN:VEVENT\r\n');
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).not.toContain('mends the doors');
    const revoke = (addressId: string, as: Caller) =>
      deedOf(world, 'revokeCalendarAddress', { addressId }, as, 'address { id }');
    const before = await countRows(world, ...tables);
    for (const who of [{}, sokha, rotha])
      expect((await revoke(address!.id, who)).refusals).toEqual(['NOT_FOUND addressId']);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect((await revoke(address!.id, chan)).refusals).toEqual([]);
    const gone = await calendar();
    const never = await fetch(`${world.address}/calendars/${'A'.repeat(43)}.ics`);
    expect([gone.status, await gone.text()]).toEqual([never.status, await never.text()]);
    expect(gone.status).toBe(404);
  });

  it('is refused to those who see no more of the meetings than everybody, and ends with the account', async () => {
    const before = await countRows(world, ...tables);
    for (const who of [{}, { device: aDevice() }, vanna, stranger])
      expect((await make(who)).refusals).toEqual(['NOT_FOUND placeCode']);
    expect(await countRows(world, ...tables)).toEqual(before);
    const gone = await aStaffMember(world, 'gone', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
    const { secret } = await make(gone);
    await world.em().execute(`update accounts set state = 'SUSPENDED' where id = ?`, [gone.accountId]);
    expect((await fetch(`${world.address}/calendars/${secret}.ics`)).status).toBe(404);
  });
});
