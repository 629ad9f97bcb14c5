import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { answerInput, deedOn, type SeenIssue, seenIssue, stepsOf } from '../../testing/an-official.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { type OfficesByKind, someOffices } from '../../testing/some-offices.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';
import { Office } from '../offices/index.ts';
import { escalateUnanswered, routeWaiting, whenIssueReopened } from './index.ts';
import { systemRequest } from '../../system-request.ts';
import { inTransaction } from '../../request.ts';
import { lockIssue, moveIssue } from '../issues/index.ts';

let world: World;
let offices: OfficesByKind;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  offices = await someOffices(world, lvea.village);
});
afterAll(() => world.end());

const day = 86_400_000;
let people = 0;
/** Sessions end after eight hours: whoever acts on another day signs in again. */
function facilitator(): Promise<Caller> {
  return aStaffMember(world, `Sokha ${(people += 1)}`, [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
}
function officialOf(kind: keyof OfficesByKind): Promise<Caller> {
  return aStaffMember(world, `Official ${(people += 1)}`, [{ role: 'OFFICIAL', officeId: offices[kind].id }]);
}
async function publishedAt(instant: string, given: Record<string, unknown> = {}): Promise<string> {
  world.clock.moveTo(new Date(instant));
  return aPublishedIssue(world, await facilitator(), given);
}
const clockOf = async (id: string) => (await seenIssue(world, id, {})).clock!;
const service = () => ({ ...world.service, em: world.em() });

describe('the clock', () => {
  it('counts working days over Khmer New Year', async () => {
    // Monday 12 April 2027; 14, 15 and 16 are holidays, 17 and 18 a weekend: 13, 19 and 20 are the three days.
    const id = await publishedAt('2027-04-12T02:00:00Z');
    expect(await clockOf(id)).toEqual({
      acknowledgeBy: '2027-04-20',
      answerBy: '2027-05-12',
      escalateOn: '2027-05-12',
      isAcknowledgementOverdue: false,
      isAnswerOverdue: false,
      hasNoAnswerYet: false,
      daysLeft: 30,
    });
    world.clock.moveTo(new Date('2027-04-20T16:59:59Z'));
    expect((await clockOf(id)).isAcknowledgementOverdue).toBe(false);
    world.clock.moveTo(new Date('2027-04-20T17:00:00Z'));
    expect((await clockOf(id)).isAcknowledgementOverdue).toBe(true);
  });

  it('is longer by a day when an administrator adds a holiday on the way', async () => {
    const id = await publishedAt('2027-06-21T02:00:00Z');
    expect((await clockOf(id)).acknowledgeBy).toBe('2027-06-24');
    const administrator = await aStaffMember(world, `Maly ${(people += 1)}`, [{ role: 'ADMINISTRATOR' }]);
    await world.ask(
      `mutation { addHoliday(input: { day: "2027-06-23", nameKm: "ថ្ងៃឈប់", nameEn: "A day off" }) { problems { code } } }`,
      {},
      administrator,
    );
    expect((await clockOf(id)).acknowledgeBy).toBe('2027-06-25');
  });

  it('stops at the answer', async () => {
    const id = await publishedAt('2027-07-01T02:00:00Z');
    world.clock.advance(5 * day);
    await deedOn(world, 'answerIssue', answerInput(id), await officialOf('SCHOOL'));
    world.clock.advance(100 * day);
    expect(await clockOf(id)).toMatchObject({
      isAcknowledgementOverdue: false,
      isAnswerOverdue: false,
      hasNoAnswerYet: false,
      daysLeft: 25,
    });
  });
});

describe('escalation', () => {
  beforeEach(async () => {
    // What earlier tests left unanswered goes up first, so that each test counts its own.
    await escalateUnanswered(service());
  });

  it('takes an unanswered issue to the office above after 30 full days, not before and not twice', async () => {
    const id = await publishedAt('2028-01-10T02:00:00Z');
    await deedOn(world, 'acknowledgeIssue', { issueId: id }, await officialOf('SCHOOL'));
    world.clock.moveTo(new Date('2028-02-09T01:59:59Z'));
    await escalateUnanswered(service());
    expect((await seenIssue(world, id, {})).currentAssignment?.office.kind).toBe('SCHOOL');
    world.clock.moveTo(new Date('2028-02-09T02:00:00Z'));
    expect((await clockOf(id)).isAnswerOverdue).toBe(true);
    await escalateUnanswered(service());
    const written = await countRows(world, 'assignments', 'issue_events');
    expect((await escalateUnanswered(service())).escalated).toBe(0);
    expect(await countRows(world, 'assignments', 'issue_events')).toEqual(written);
    const issue = await seenIssue(world, id, {});
    expect(issue).toMatchObject({
      state: 'ASSIGNED',
      currentAssignment: {
        office: { kind: 'COMMUNE_COUNCIL' },
        assignedOn: '2028-02-09',
        acknowledgedOn: null,
      },
      clock: { answerBy: '2028-03-10', isAnswerOverdue: false, hasNoAnswerYet: false },
    });
    expect(stepsOf(issue)).toEqual([
      'PUBLISHED',
      'ASSIGNED SCHOOL',
      'ACKNOWLEDGED SCHOOL',
      'ESCALATED COMMUNE_COUNCIL',
    ]);
    expect((await auditOf(world, id)).at(-1)).toEqual({ deed: 'escalateIssue', actor_id: null });
  });

  it('climbs tier by tier to the ministry and stays there, overdue; after 60 days it says so', async () => {
    const id = await publishedAt('2028-06-01T02:00:00Z', { category: 'VIOLENCE' });
    const path: string[] = [];
    for (let month = 0; month < 6; month += 1) {
      path.push((await seenIssue(world, id, {})).currentAssignment!.office.kind);
      world.clock.advance(30 * day);
      await escalateUnanswered(service());
      const { hasNoAnswerYet } = await clockOf(id);
      expect([month, hasNoAnswerYet]).toEqual([month, month >= 1]);
    }
    expect(path).toEqual(['CCWC', 'WCCC', 'PROVINCE_ADMINISTRATION', 'MINISTRY', 'MINISTRY', 'MINISTRY']);
    expect((await clockOf(id)).isAnswerOverdue).toBe(true);
    expect((await escalateUnanswered(service())).withNobodyAbove).toBeGreaterThan(0);
  });

  it('leaves what was answered, passed over or merged', async () => {
    const answered = await publishedAt('2029-01-10T02:00:00Z');
    const school = await officialOf('SCHOOL');
    await deedOn(
      world,
      'answerIssue',
      answerInput(answered, { decision: 'NEED_MORE', question: 'Where?' }),
      school,
    );
    const kept = await publishedAt('2029-01-10T02:00:00Z');
    const merged = await publishedAt('2029-01-10T02:00:00Z');
    const { errors, data } = await world.ask<{ mergeIssues: { problems: object[] } }>(
      `mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) { problems { code } } }`,
      { input: { fromIssueId: merged, intoIssueId: kept } },
      await facilitator(),
    );
    expect([errors, data.mergeIssues.problems]).toEqual([[], []]);
    world.clock.advance(40 * day);
    expect(await escalateUnanswered(service())).toMatchObject({ escalated: 1 });
    expect((await seenIssue(world, kept, {})).currentAssignment?.office.kind).toBe('COMMUNE_COUNCIL');
    expect((await seenIssue(world, answered, {})).currentAssignment?.office.kind).toBe('SCHOOL');
    const turns = await world.em().execute('select ending from assignments where issue_id = ?', [merged]);
    expect(turns).toEqual([{ ending: 'CORRECTED' }]);
  });

  it('takes more than a page at a time', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 3; number += 1) ids.push(await publishedAt('2029-06-01T02:00:00Z'));
    // The same turn under many issues, as if a hundred more had been published that day.
    await world.em().execute(
      `with copies as (
         insert into issues (id, category, commune_code, village_code, title_en, words_en, state, published_at, position, lower_bound, bands, event_count)
         select gen_random_uuid(), category, commune_code, village_code, title_en, words_en, state, published_at, position, lower_bound, bands, 0
           from issues, generate_series(1, 210) where id = ?::uuid returning id)
       insert into assignments (id, issue_id, office_id, assigned_at, steps)
       select gen_random_uuid(), id, ?::uuid, ?::timestamptz, '[]' from copies`,
      [ids[0], offices.SCHOOL.id, world.clock.now().toISOString()],
    );
    world.clock.advance(30 * day);
    await escalateUnanswered(service());
    const [gone] = await world
      .em()
      .execute<{ count: string }[]>(
        `select count(*) as count from assignments where ending = 'ESCALATED' and office_id = ?::uuid and assigned_at = ?::timestamptz`,
        [offices.SCHOOL.id, '2029-06-01T02:00:00Z'],
      );
    expect(Number(gone!.count)).toBe(213);
  });
});

describe('an issue that children call unsolved', () => {
  it('is the same office’s turn again, with a new clock', async () => {
    const id = await publishedAt('2030-01-07T02:00:00Z');
    await deedOn(world, 'answerIssue', answerInput(id), await officialOf('SCHOOL'));
    world.clock.advance(70 * day);
    await reopen(id);
    const issue: SeenIssue = await seenIssue(world, id, await officialOf('SCHOOL'));
    expect(issue).toMatchObject({
      state: 'REOPENED',
      currentAssignment: { office: { kind: 'SCHOOL' }, assignedOn: '2030-03-18', acknowledgedOn: null },
      clock: { daysLeft: 30, hasNoAnswerYet: false },
      viewerCan: { acknowledge: true, answer: true },
    });
    const turns = await world
      .em()
      .execute('select ending from assignments where issue_id = ? order by assigned_at', [id]);
    expect(turns).toEqual([{ ending: 'REOPENED' }, { ending: null }]);
    world.clock.advance(59 * day);
    expect((await clockOf(id)).hasNoAnswerYet).toBe(false);
    world.clock.advance(1 * day);
    expect((await clockOf(id)).hasNoAnswerYet).toBe(true);
    expect((await escalateUnanswered(service())).escalated).toBeGreaterThan(0);
    expect((await seenIssue(world, id, {})).currentAssignment?.office.kind).toBe('COMMUNE_COUNCIL');
  });

  it('goes above where that office exists no more', async () => {
    const id = await publishedAt('2030-06-03T02:00:00Z', { category: 'HEALTH' });
    await deedOn(world, 'answerIssue', answerInput(id), await officialOf('HEALTH_CENTRE'));
    await switchOffice('HEALTH_CENTRE', false);
    await reopen(id);
    await switchOffice('HEALTH_CENTRE', true);
    expect(await seenIssue(world, id, {})).toMatchObject({
      state: 'ASSIGNED',
      currentAssignment: { office: { kind: 'COMMUNE_COUNCIL' } },
    });
  });

  async function reopen(issueId: string): Promise<void> {
    await inTransaction(systemRequest(service()), async (inside) => {
      const issue = (await lockIssue(inside, issueId))!;
      await moveIssue(inside, issue, 'REOPENED');
      await whenIssueReopened(inside, { issueId });
    });
  }
});

describe('what waits for an office', () => {
  it('is sent on its way when one was opened, and once', async () => {
    for (const kind of [
      'SCHOOL',
      'COMMUNE_COUNCIL',
      'DISTRICT_ADMINISTRATION',
      'PROVINCE_ADMINISTRATION',
      'MINISTRY',
    ] as const)
      await switchOffice(kind, false);
    for (const kind of ['EDUCATION_OFFICE'] as const) await switchOffice(kind, false);
    const id = await publishedAt('2031-01-06T02:00:00Z');
    await routeWaiting(service());
    expect((await seenIssue(world, id, {})).state).toBe('OPEN');
    for (const kind of [
      'COMMUNE_COUNCIL',
      'DISTRICT_ADMINISTRATION',
      'PROVINCE_ADMINISTRATION',
      'MINISTRY',
      'EDUCATION_OFFICE',
    ] as const)
      await switchOffice(kind, true);
    await routeWaiting(service());
    expect(await seenIssue(world, id, {})).toMatchObject({
      state: 'ASSIGNED',
      currentAssignment: { office: { kind: 'COMMUNE_COUNCIL' } },
    });
    const written = await countRows(world, 'assignments', 'issue_events');
    expect((await routeWaiting(service())).routed).toBe(0);
    expect(await countRows(world, 'assignments', 'issue_events')).toEqual(written);
    await switchOffice('SCHOOL', true);
  });

  it('leaves an office that was closed for the one that has its place', async () => {
    const id = await publishedAt('2031-06-02T02:00:00Z');
    await switchOffice('SCHOOL', false);
    await routeWaiting(service());
    const issue = await seenIssue(world, id, {});
    expect(issue.currentAssignment?.office.kind).toBe('COMMUNE_COUNCIL');
    expect(stepsOf(issue)).toEqual(['PUBLISHED', 'ASSIGNED SCHOOL', 'ASSIGNED COMMUNE_COUNCIL']);
    await switchOffice('SCHOOL', true);
  });
});

async function switchOffice(kind: keyof OfficesByKind, isActive: boolean): Promise<void> {
  await world.em().nativeUpdate(Office, { id: offices[kind].id }, { isActive });
}
