import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { answerInput, deedOn, planInput, refusalsOf, seenIssue, stepsOf } from '../../testing/an-official.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { type OfficesByKind, someOffices } from '../../testing/some-offices.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let offices: OfficesByKind;
let people: Record<
  | 'stranger'
  | 'child'
  | 'facilitator'
  | 'otherFacilitator'
  | 'school'
  | 'council'
  | 'analyst'
  | 'administrator',
  Caller
>;
let facilitator: Caller;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  offices = await someOffices(world, lvea.village);
  const official = (name: string, officeId: string) =>
    aStaffMember(world, name, [{ role: 'OFFICIAL', officeId }]);
  facilitator = await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  people = {
    stranger: {},
    child: { device: aDevice() },
    facilitator,
    otherFacilitator: await aStaffMember(world, 'Vanna', [
      { role: 'FACILITATOR', placeCode: kaevPoar.commune },
    ]),
    school: await official('Teacher Srey', offices.SCHOOL.id),
    council: await official('Chan', offices.COMMUNE_COUNCIL.id),
    analyst: await aStaffMember(world, 'Dara', [{ role: 'ANALYST' }]),
    administrator: await aStaffMember(world, 'Maly', [{ role: 'ADMINISTRATOR' }]),
  };
});
afterAll(() => world.end());

const tables = ['assignments', 'answers', 'issue_events', 'plan_items'];

describe('an issue', () => {
  it('goes to its office when it is published, in the same moment', async () => {
    const id = await aPublishedIssue(world, facilitator);
    const issue = await seenIssue(world, id, people.stranger);
    expect(issue).toMatchObject({
      state: 'ASSIGNED',
      currentAssignment: {
        office: { id: offices.SCHOOL.id, kind: 'SCHOOL' },
        assignedOn: '2026-11-23',
        acknowledgedOn: null,
      },
      latestAnswer: null,
    });
    expect(stepsOf(issue)).toEqual(['PUBLISHED', 'ASSIGNED SCHOOL']);
    expect(await auditOf(world, id)).toEqual([{ deed: 'routeIssue', actor_id: null }]);
  });

  it('never goes to the office it is about', async () => {
    const id = await aPublishedIssue(world, facilitator, { aboutOfficeKind: 'SCHOOL' });
    expect((await seenIssue(world, id, {})).currentAssignment?.office.kind).toBe('COMMUNE_COUNCIL');
    const refusals = await refusalsOf(
      world,
      'assignIssue',
      { issueId: id, officeId: offices.SCHOOL.id },
      people.administrator,
    );
    expect(refusals).toEqual(['ABOUT_THIS_OFFICE officeId']);
  });

  it('without an office stays open, is found by moderators, and is sent on its way by hand', async () => {
    const other = await aStaffMember(world, 'Bopha', [{ role: 'FACILITATOR', placeCode: '17' }]);
    const ministry = offices.MINISTRY;
    await deedOnOffice('closeOffice', ministry.id);
    const id = await aPublishedIssue(world, other, { communeCode: kaevPoar.commune, villageCode: null });
    expect(await seenIssue(world, id, other)).toMatchObject({
      state: 'OPEN',
      currentAssignment: null,
      clock: null,
      viewerCan: { assign: true },
    });
    const open = await world.ask<{ issues: { nodes: { id: string }[] } }>(
      `{ issues(filter: { placeCode: "17", state: OPEN }) { nodes { id } } }`,
    );
    expect(open.data.issues.nodes).toEqual([{ id }]);
    await deedOnOffice('reopenOffice', ministry.id);
    expect(await deedOn(world, 'assignIssue', { issueId: id, officeId: ministry.id }, other)).toEqual({
      state: 'ASSIGNED',
      problems: [],
    });
    expect(stepsOf(await seenIssue(world, id, other))).toEqual(['PUBLISHED', 'ASSIGNED MINISTRY']);
  });

  async function deedOnOffice(deed: string, officeId: string): Promise<void> {
    const Input = `${deed[0]!.toUpperCase()}${deed.slice(1)}Input`;
    const { data } = await world.ask<Record<string, { problems: object[] }>>(
      `mutation ($input: ${Input}!) { ${deed}(input: $input) { problems { code } } }`,
      { input: { officeId } },
      people.administrator,
    );
    expect(data[deed]!.problems).toEqual([]);
  }
});

describe('who may do what with an issue at the school', () => {
  const table = {
    stranger: [],
    child: [],
    facilitator: ['assign'],
    otherFacilitator: [],
    school: ['acknowledge', 'answer', 'handOver', 'plan'],
    council: [],
    analyst: [],
    administrator: ['assign'],
  } as const;

  it.each(Object.entries(table))('%s: %j', async (who, allowed) => {
    const caller = people[who as keyof typeof people];
    const deeds: Record<string, (issueId: string) => [string, object]> = {
      acknowledge: (issueId) => ['acknowledgeIssue', { issueId }],
      answer: (issueId) => ['answerIssue', answerInput(issueId)],
      handOver: (issueId) => ['handOverIssue', { issueId, note: 'The council builds.' }],
      plan: (issueId) => ['addPlanItem', planInput(issueId)],
      assign: (issueId) => ['assignIssue', { issueId, officeId: offices.COMMUNE_COUNCIL.id }],
    };
    for (const [can, deed] of Object.entries(deeds)) {
      const id = await aPublishedIssue(world, facilitator);
      const may = (allowed as readonly string[]).includes(can);
      const offered = (await seenIssue(world, id, caller)).viewerCan;
      expect([can, offered[can as keyof typeof offered]]).toEqual([can, may]);
      const before = await countRows(world, ...tables);
      const [name, input] = deed(id);
      const Input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const reply = await world.ask<Record<string, { problems: { code: string; field: string }[] }>>(
        `mutation ($input: ${Input}!) { ${name}(input: $input) { problems { code field } } }`,
        { input },
        caller,
      );
      expect(reply.data[name]!.problems).toEqual(may ? [] : [{ code: 'NOT_FOUND', field: 'issueId' }]);
      if (!may) expect(await countRows(world, ...tables)).toEqual(before);
    }
  });
});

describe('acknowledging', () => {
  it('tells the children, and twice is once', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    for (const _ of [1, 2])
      expect(await deedOn(world, 'acknowledgeIssue', { issueId }, people.school)).toEqual({
        state: 'ACKNOWLEDGED',
        problems: [],
      });
    const issue = await seenIssue(world, issueId, people.school);
    expect(issue.currentAssignment?.acknowledgedOn).toBe('2026-11-23');
    expect(issue.viewerCan).toMatchObject({ acknowledge: false, answer: true, handOver: true });
    expect(stepsOf(issue)).toEqual(['PUBLISHED', 'ASSIGNED SCHOOL', 'ACKNOWLEDGED SCHOOL']);
    expect((await auditOf(world, issueId)).map(({ deed }) => deed)).toEqual([
      'routeIssue',
      'acknowledgeIssue',
    ]);
  });

  it('comes too late after the answer', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    await deedOn(world, 'answerIssue', answerInput(issueId), people.school);
    const before = await countRows(world, ...tables);
    expect(await refusalsOf(world, 'acknowledgeIssue', { issueId }, people.school)).toEqual(['WRONG_STATE']);
    expect(await countRows(world, ...tables)).toEqual(before);
  });
});

describe('sending an issue by hand', () => {
  it('ends the turn of the wrong office and keeps it in the history', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const officeId = offices.COMMUNE_POLICE.id;
    expect(await refusalsOf(world, 'assignIssue', { issueId, officeId }, facilitator)).toEqual([]);
    const issue = await seenIssue(world, issueId, people.school);
    expect(issue.currentAssignment?.office.kind).toBe('COMMUNE_POLICE');
    expect(issue.viewerCan.answer).toBe(false);
    expect(stepsOf(issue)).toEqual(['PUBLISHED', 'ASSIGNED SCHOOL', 'ASSIGNED COMMUNE_POLICE']);
    const turns = await world
      .em()
      .execute('select ending from assignments where issue_id = ? order by ended_at nulls last', [issueId]);
    expect(turns).toEqual([{ ending: 'CORRECTED' }, { ending: null }]);
  });

  it.each([
    ['to the same office', () => offices.SCHOOL.id, 'SAME_OFFICE officeId'],
    ['to an office that is not there', () => '018f0000-0000-7000-8000-000000000000', 'NOT_FOUND officeId'],
    ['to what is no office', () => "'; drop table issues", 'NOT_FOUND officeId'],
  ])('%s is refused', async (_, officeId, expected) => {
    const issueId = await aPublishedIssue(world, facilitator);
    const before = await countRows(world, ...tables);
    expect(await refusalsOf(world, 'assignIssue', { issueId, officeId: officeId() }, facilitator)).toEqual([
      expected,
    ]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is over when the office has called it done', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    await deedOn(world, 'answerIssue', answerInput(issueId), people.school);
    const input = { issueId, officeId: offices.COMMUNE_COUNCIL.id };
    expect(await refusalsOf(world, 'assignIssue', input, facilitator)).toEqual(['WRONG_STATE']);
  });
});

describe('handing over', () => {
  const handOver = (issueId: string, suggestedOfficeId: string | null, as: Caller) =>
    refusalsOf(
      world,
      'handOverIssue',
      { issueId, note: 'The council builds schools.', suggestedOfficeId },
      as,
    );

  it('sends the issue to the office named, with a new clock and its history', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    expect(await handOver(issueId, offices.HEALTH_CENTRE.id, people.school)).toEqual([]);
    const issue = await seenIssue(world, issueId, people.school);
    expect(issue.currentAssignment?.office.kind).toBe('HEALTH_CENTRE');
    expect(issue.history.nodes.at(-1)).toMatchObject({
      change: 'HANDED_OVER',
      note: 'The council builds schools.',
      office: { kind: 'HEALTH_CENTRE' },
    });
    expect(issue.viewerCan).toMatchObject({ handOver: false, answer: false });
  });

  it('without a name goes to the office above', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    expect(await handOver(issueId, null, people.school)).toEqual([]);
    expect((await seenIssue(world, issueId, {})).currentAssignment?.office.kind).toBe('COMMUNE_COUNCIL');
  });

  it('does not go back to an office that said the same: it goes up, unless a moderator says otherwise', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    expect(await handOver(issueId, offices.COMMUNE_COUNCIL.id, people.school)).toEqual([]);
    expect(await handOver(issueId, offices.SCHOOL.id, people.council)).toEqual([]);
    expect((await seenIssue(world, issueId, {})).currentAssignment?.office.kind).toBe(
      'DISTRICT_ADMINISTRATION',
    );
    const back = { issueId, officeId: offices.SCHOOL.id };
    expect(await refusalsOf(world, 'assignIssue', back, facilitator)).toEqual([]);
    expect(stepsOf(await seenIssue(world, issueId, {}))).toEqual([
      'PUBLISHED',
      'ASSIGNED SCHOOL',
      'HANDED_OVER COMMUNE_COUNCIL',
      'HANDED_OVER DISTRICT_ADMINISTRATION',
      'ASSIGNED SCHOOL',
    ]);
  });

  it('never goes to the office it is about, named or above', async () => {
    const issueId = await aPublishedIssue(world, facilitator, {
      category: 'ROAD_SAFETY',
      topic: 'HELMET',
      aboutOfficeKind: 'DISTRICT_POLICE',
    });
    const holder = (await seenIssue(world, issueId, {})).currentAssignment!.office;
    const official = await aStaffMember(world, `Holder ${issueId}`, [
      { role: 'OFFICIAL', officeId: holder.id },
    ]);
    const before = await countRows(world, ...tables);
    expect(await handOver(issueId, offices.DISTRICT_POLICE.id, official)).toEqual([
      'ABOUT_THIS_OFFICE suggestedOfficeId',
    ]);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect(await handOver(issueId, null, official)).toEqual([]);
    expect((await seenIssue(world, issueId, {})).currentAssignment?.office.kind).not.toBe('DISTRICT_POLICE');
  });

  it('needs a reason', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const before = await countRows(world, ...tables);
    expect(await refusalsOf(world, 'handOverIssue', { issueId, note: ' \u200b' }, people.school)).toEqual([
      'REQUIRED note',
    ]);
    expect(
      await refusalsOf(world, 'handOverIssue', { issueId, note: 'x'.repeat(1001) }, people.school),
    ).toEqual(['TOO_LONG note']);
    expect(await handOver(issueId, offices.SCHOOL.id, people.school)).toEqual([
      'SAME_OFFICE suggestedOfficeId',
    ]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is over after the answer', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const answer = answerInput(issueId, { decision: 'NEED_MORE', question: 'Which school?' });
    expect((await deedOn(world, 'answerIssue', answer, people.school)).state).toBe('ANSWERED');
    expect(await handOver(issueId, null, people.school)).toEqual(['WRONG_STATE']);
  });

  it('ends at the top', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    await refusalsOf(world, 'assignIssue', { issueId, officeId: offices.MINISTRY.id }, people.administrator);
    const minister = await aStaffMember(world, 'Minister', [
      { role: 'OFFICIAL', officeId: offices.MINISTRY.id },
    ]);
    expect(await handOver(issueId, null, minister)).toEqual(['NO_OFFICE suggestedOfficeId']);
  });
});
