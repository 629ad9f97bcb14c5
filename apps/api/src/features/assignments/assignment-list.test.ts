import { countQueries } from '@samleng/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { answerInput, deedOn, planInput } from '../../testing/an-official.ts';
import { type OfficesByKind, someOffices } from '../../testing/some-offices.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, morning, startWorld, type World } from '../../testing/world.ts';
import { Issue } from '../issues/index.ts';

let world: World;
let offices: OfficesByKind;
let facilitator: Caller;
let school: Caller;
/** Issues of the school by what they are here for, and one of the council. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  offices = await someOffices(world, lvea.village);
  // Monday 11 January 2027; the tests ask on Thursday the 28th.
  world.clock.moveTo(new Date('2027-01-11T02:00:00Z'));
  facilitator = await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  school = await officialOf('SCHOOL');
  ids['unacknowledged for long'] = await aPublishedIssue(world, facilitator);
  ids['acknowledged'] = await aPublishedIssue(world, facilitator, { category: 'INCLUSION' });
  ids['answered'] = await aPublishedIssue(world, facilitator);
  ids['handed over'] = await aPublishedIssue(world, facilitator);
  ids["the council's"] = await aPublishedIssue(world, facilitator, { category: 'ROAD_SAFETY' });
  await deedOn(world, 'acknowledgeIssue', { issueId: ids['acknowledged'] }, school);
  await deedOn(
    world,
    'answerIssue',
    answerInput(ids['answered'], { decision: 'NEED_MORE', question: 'Where?' }),
    school,
  );
  await deedOn(world, 'handOverIssue', { issueId: ids['handed over'], note: 'The council’s.' }, school);
  world.clock.moveTo(new Date('2027-01-28T02:00:00Z'));
  facilitator = await aStaffMember(world, 'Sokha again', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  school = await officialOf('SCHOOL');
  ids['new'] = await aPublishedIssue(world, facilitator);
});
afterAll(() => world.end());

let people = 0;
function officialOf(...kinds: (keyof OfficesByKind)[]): Promise<Caller> {
  return aStaffMember(
    world,
    `Official ${(people += 1)}`,
    kinds.map((kind) => ({ role: 'OFFICIAL' as const, officeId: offices[kind].id })),
  );
}

type Reply = {
  assignments: {
    nodes: { issue: { id: string; standing: { position: number; explanation: object[] } | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

const list = `query ($filter: AssignmentFilter, $first: Int, $after: String) {
  assignments(filter: $filter, first: $first, after: $after) {
    nodes { id isCurrent ending issue { id standing { position explanation { code figures } } } }
    pageInfo { hasNextPage endCursor } } }`;

async function listed(filter: object, as: Caller, first = 50): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, errors }: { data: Reply; errors: readonly object[] } = await world.ask<Reply>(
      list,
      { filter, first, after },
      as,
    );
    expect(errors).toEqual([]);
    seen.push(...data.assignments.nodes.map(({ issue }) => issue.id));
    ({ hasNextPage: more, endCursor: after } = data.assignments.pageInfo);
  }
  return seen.map((id) => Object.entries(ids).find(([, each]) => each === id)?.[0] ?? id);
}

describe('the list of an official', () => {
  it.each([
    [{}, ['acknowledged', 'answered', 'new', 'unacknowledged for long']],
    [{ stage: 'NEW' }, ['new', 'unacknowledged for long']],
    [{ stage: 'WAITING' }, ['acknowledged']],
    [{ stage: 'LATE' }, ['unacknowledged for long']],
    [{ stage: 'ANSWERED' }, ['answered']],
    [{ stage: 'ALL' }, ['acknowledged', 'answered', 'handed over', 'new', 'unacknowledged for long']],
    [{ category: 'INCLUSION' }, ['acknowledged']],
  ])('%o holds %j', async (filter, expected) => {
    expect((await listed(filter, school)).toSorted()).toEqual(expected);
  });

  it('holds the issues of all of their offices, or of one, and of no other', async () => {
    const both = await officialOf('SCHOOL', 'COMMUNE_COUNCIL');
    expect((await listed({ stage: 'NEW' }, both)).toSorted()).toEqual([
      'handed over',
      'new',
      "the council's",
      'unacknowledged for long',
    ]);
    const officeId = offices.COMMUNE_COUNCIL.id;
    expect((await listed({ officeId }, both)).toSorted()).toEqual(['handed over', "the council's"]);
    expect(await listed({ officeId }, school)).toEqual([]);
    expect(await listed({ officeId: "'}" }, both)).toEqual([]);
  });

  it('stands in the order of the ranking, page after page, and says why', async () => {
    const ranked = ['new', 'answered', 'unacknowledged for long', 'acknowledged'];
    const em = world.em();
    for (const [index, name] of ranked.entries())
      await em.nativeUpdate(Issue, { id: ids[name]! }, { position: index + 1, lowerBound: 0.5 - index / 10 });
    for (const first of [1, 2, 3, 50]) expect(await listed({}, school, first)).toEqual(ranked);
    const { data } = await world.ask<Reply>(list, { first: 1 }, school);
    expect(data.assignments.nodes[0]!.issue.standing?.explanation).not.toEqual([]);
    const wrong = await world.ask(list, { after: 'e30' }, school);
    expect(wrong.errors[0]?.extensions.code).toBe('BAD_CURSOR');
  });

  it('is late for an answer on the 30th day at the hour it came, though acknowledged', async () => {
    world.clock.moveTo(new Date('2027-02-10T01:59:00Z'));
    expect(await listed({ stage: 'LATE', category: 'INCLUSION' }, await officialOf('SCHOOL'))).toEqual([]);
    world.clock.moveTo(new Date('2027-02-10T02:00:00Z'));
    expect(await listed({ stage: 'LATE', category: 'INCLUSION' }, await officialOf('SCHOOL'))).toEqual([
      'acknowledged',
    ]);
  });

  it('is nobody else’s', async () => {
    const others: Caller[] = [
      {},
      { device: aDevice() },
      await aStaffMember(world, 'Other', [{ role: 'FACILITATOR', placeCode: lvea.commune }]),
      await aStaffMember(world, 'Maly', [{ role: 'ADMINISTRATOR' }]),
    ];
    for (const caller of others)
      expect((await world.ask(list, {}, caller)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('a page of issues', () => {
  it('costs the same number of queries with one issue and with twenty', async () => {
    world.clock.moveTo(morning);
    const [moderator, official] = [
      await aStaffMember(world, 'Bopha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]),
      await officialOf('SCHOOL'),
    ];
    const issues: string[] = [];
    for (let number = 0; number < 20; number += 1) {
      const id = await aPublishedIssue(world, moderator);
      issues.push(id);
      await deedOn(
        world,
        'answerIssue',
        answerInput(id, { decision: 'IN_PROGRESS', nextStep: 'Signs' }),
        official,
      );
      await world.ask(
        `mutation ($input: AddPlanItemInput!) { addPlanItem(input: $input) { problems { code } } }`,
        { input: planInput(id) },
        official,
      );
    }
    const page = `query ($first: Int) { issues(filter: { communeCode: "${lvea.commune}", category: EDUCATION }, order: NEWEST, first: $first) {
      nodes { id state commune { nameEn } currentAssignment { office { nameEn } } clock { answerBy isAnswerOverdue }
        latestAnswer { words office { nameEn } } planItems { state office { nameEn } } viewerCan { answer plan } } } }`;
    const asked = async (query: string, first: number, as: Caller) => {
      const { queries } = await countQueries(world.database, async () => {
        const { data, errors } = await world.ask<Record<string, { nodes: object[] }>>(query, { first }, as);
        expect(errors).toEqual([]);
        expect(Object.values(data)[0]!.nodes.length).toBe(first);
      });
      return queries;
    };
    const desk = `query ($first: Int) { assignments(first: $first) { nodes { assignedOn office { nameEn } clock { answerBy }
      issue { titleEn standing { position } latestAnswer { decision } viewerCan { acknowledge answer handOver plan } } } } }`;
    // Of a page: issues, places, holidays, and turns, answers and plan items, which bring their offices along. Of a
    // desk besides: who asks (session, account, roles).
    for (const [query, as, most] of [
      [page, {}, 6],
      [desk, official, 11],
    ] as const) {
      const [one, twenty] = [await asked(query, 1, as), await asked(query, 20, as)];
      expect(new Set(twenty)).toEqual(new Set(one));
      expect(twenty.length).toBeLessThanOrEqual(most);
    }
  });
});
