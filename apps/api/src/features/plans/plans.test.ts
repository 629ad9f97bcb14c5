import { randomUUID } from 'node:crypto';
import type { PlanState } from '@samleng/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import {
  answerInput,
  deedOn,
  planInput,
  type Refusal,
  seenIssue,
  stepsOf,
} from '../../testing/an-official.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { type OfficesByKind, someOffices } from '../../testing/some-offices.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { PlanItem, PlanProgress } from './index.ts';
import { stateOf } from './report-plan-progress.ts';

let world: World;
let offices: OfficesByKind;
let facilitator: Caller;
let school: Caller & { accountId: string };
let others: Record<string, Caller>;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  offices = await someOffices(world, lvea.village);
  facilitator = await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  school = await aStaffMember(world, 'Srey', [{ role: 'OFFICIAL', officeId: offices.SCHOOL.id }]);
  others = {
    stranger: {},
    'child device': { device: aDevice() },
    facilitator,
    'other official': await aStaffMember(world, 'Chan', [
      { role: 'OFFICIAL', officeId: offices.COMMUNE_COUNCIL.id },
    ]),
    administrator: await aStaffMember(world, 'Maly', [{ role: 'ADMINISTRATOR' }]),
  };
});
afterAll(() => world.end());

const tables = ['plan_items', 'plan_progress', 'issue_events'];

type Reply = { planItem: { id: string; state: PlanState; percentDone: number } | null; problems: Refusal[] };

async function planDeed(
  deed: 'addPlanItem' | 'reportPlanProgress',
  input: object,
  as: Caller = school,
): Promise<Reply> {
  const Input = `${deed[0]!.toUpperCase()}${deed.slice(1)}Input`;
  const { data, errors } = await world.ask<Record<string, Reply>>(
    `mutation ($input: ${Input}!) { ${deed}(input: $input) { planItem { id state percentDone } problems { code field } } }`,
    { input },
    as,
  );
  expect(errors).toEqual([]);
  return data[deed]!;
}

const refusals = ({ problems }: Reply) =>
  problems.map(({ code, field }) => (field === null ? code : `${code} ${field}`));

async function answered(): Promise<string> {
  const issueId = await aPublishedIssue(world, facilitator);
  await deedOn(
    world,
    'answerIssue',
    answerInput(issueId, { decision: 'PLANNED', dueOn: '2027-05-31' }),
    school,
  );
  return issueId;
}

async function planned(issueId?: string): Promise<{ issueId: string; planItemId: string }> {
  const id = issueId ?? (await answered());
  const { planItem } = await planDeed('addPlanItem', planInput(id));
  return { issueId: id, planItemId: planItem!.id };
}

function progressInput(planItemId: string, given: object = {}) {
  return { planItemId, percentDone: 40, state: 'IN_PROGRESS', idempotencyKey: randomUUID(), ...given };
}

describe('a promise', () => {
  it('stands in a plan with its money, and everybody sees it', async () => {
    const id = await answered();
    const { planItem } = await planDeed('addPlanItem', planInput(id, { dueOn: '2027-06-30' }));
    expect(planItem).toMatchObject({ state: 'PLANNED', percentDone: 0 });
    const issue = await seenIssue(world, id, {});
    expect(issue.state).toBe('PLANNED');
    expect(issue.planItems).toEqual([
      {
        id: planItem!.id,
        state: 'PLANNED',
        percentDone: 0,
        costRiel: 3_000_000,
        sources: [
          { source: 'COMMUNE_FUND', amountRiel: 2_000_000 },
          { source: 'NGO', amountRiel: 1_000_000 },
        ],
        office: { kind: 'SCHOOL' },
        progress: [],
        viewerCan: { report: false },
      },
    ]);
    expect(issue.history.nodes.at(-1)).toMatchObject({
      change: 'PLAN_ADDED',
      office: { kind: 'SCHOOL' },
      planItem: { state: 'PLANNED' },
    });
    expect((await auditOf(world, id)).at(-1)).toEqual({ deed: 'addPlanItem', actor_id: school.accountId });
  });

  it('is no answer: on an issue without one the clock runs on', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const { planItemId } = await planned(issueId);
    const issue = await seenIssue(world, issueId, {});
    expect(issue.state).toBe('ASSIGNED');
    expect(issue.clock).toMatchObject({ daysLeft: 30 });
    await planDeed('reportPlanProgress', progressInput(planItemId));
    expect((await seenIssue(world, issueId, {})).state).toBe('ASSIGNED');
  });

  it('that costs nothing needs no source', async () => {
    const free = planInput(await answered(), { kind: 'JAAP', period: '2027', costRiel: 0, sources: [] });
    expect(refusals(await planDeed('addPlanItem', free))).toEqual([]);
  });

  const sources = [{ source: 'NGO', amountRiel: 5 }];
  it.each([
    ['without a title', { titleEn: ' ' }, ['REQUIRED titleKm']],
    ['with a title without end', { titleKm: 'ក'.repeat(201) }, ['TOO_LONG titleKm']],
    ['of no year', { period: 'soon' }, ['OUT_OF_RANGE period']],
    ['of years that run backwards', { period: '2029-2027' }, ['OUT_OF_RANGE period']],
    ['of too many years', { period: '2027-2040' }, ['OUT_OF_RANGE period']],
    ['whose money does not add up', { costRiel: 4, sources }, ['SUMS_DIFFER sources']],
    ['with money from nowhere', { costRiel: 4, sources: [] }, ['SUMS_DIFFER sources']],
    ['that costs less than nothing', { costRiel: -5, sources }, ['OUT_OF_RANGE costRiel']],
    ['that costs half a riel', { costRiel: 5.5, sources }, ['OUT_OF_RANGE costRiel']],
    [
      'with a source that takes',
      { costRiel: 4, sources: [...sources, { source: 'MINISTRY', amountRiel: -1 }] },
      ['OUT_OF_RANGE sources'],
    ],
    [
      'with a source named twice',
      { costRiel: 10, sources: [...sources, ...sources] },
      ['OUT_OF_RANGE sources'],
    ],
    ['due yesterday', { dueOn: '2026-11-22' }, ['DATE_IN_PAST dueOn']],
    ['without a key', { idempotencyKey: '' }, ['REQUIRED idempotencyKey']],
    ['with a phone number', { titleEn: 'Ask 012 345 678' }, ['IDENTIFIERS_LEFT titleEn']],
  ])('%s is refused, and nothing is written', async (_, given, expected) => {
    const issueId = await answered();
    const before = await countRows(world, ...tables);
    expect(refusals(await planDeed('addPlanItem', planInput(issueId, given)))).toEqual(expected);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is one for the same key, however often at once, and refused for other content', async () => {
    const issueId = await answered();
    const input = planInput(issueId, { dueOn: '2027-06-30' });
    const replies = await Promise.all([1, 2, 3].map(() => planDeed('addPlanItem', input)));
    expect(new Set(replies.map(({ planItem }) => planItem?.id)).size).toBe(1);
    expect(await world.em().count(PlanItem, { issueId })).toBe(1);
    const other = { ...input, titleEn: 'Something else' };
    expect(refusals(await planDeed('addPlanItem', other))).toEqual(['SAME_KEY_OTHER_CONTENT idempotencyKey']);
  });

  it('goes over to the issue its own is merged into', async () => {
    const { issueId: fromIssueId, planItemId } = await planned();
    const intoIssueId = await answered();
    const { data } = await world.ask<{ mergeIssues: { problems: object[] } }>(
      `mutation ($input: MergeIssuesInput!) { mergeIssues(input: $input) { problems { code } } }`,
      { input: { fromIssueId, intoIssueId } },
      facilitator,
    );
    expect(data.mergeIssues.problems).toEqual([]);
    expect((await seenIssue(world, intoIssueId, {})).planItems).toMatchObject([{ id: planItemId }]);
    expect(refusals(await planDeed('reportPlanProgress', progressInput(planItemId)))).toEqual([]);
    expect((await seenIssue(world, intoIssueId, {})).state).toBe('IN_PROGRESS');
    expect(await auditOf(world, fromIssueId)).toContainEqual({ deed: 'movePlanItems', actor_id: null });
    expect((await seenIssue(world, fromIssueId, others['administrator']!)).viewerCan.assign).toBe(false);
  });

  it('is nobody’s but the official’s whose turn it is', async () => {
    const issueId = await answered();
    const { planItemId } = await planned(issueId);
    const before = await countRows(world, ...tables);
    for (const [who, caller] of Object.entries(others)) {
      expect([who, refusals(await planDeed('addPlanItem', planInput(issueId), caller))]).toEqual([
        who,
        ['NOT_FOUND issueId'],
      ]);
      expect([
        who,
        refusals(await planDeed('reportPlanProgress', progressInput(planItemId), caller)),
      ]).toEqual([who, ['NOT_FOUND planItemId']]);
      const { viewerCan, planItems } = await seenIssue(world, issueId, caller);
      expect([who, viewerCan.plan, planItems[0]!.viewerCan.report]).toEqual([who, false, false]);
    }
    expect(await countRows(world, ...tables)).toEqual(before);
    const seen = await seenIssue(world, issueId, school);
    expect([seen.viewerCan.plan, seen.planItems[0]!.viewerCan.report]).toEqual([true, true]);
  });
});

describe('a report', () => {
  it('moves the item and the issue, and done is done: the children are asked', async () => {
    const { issueId, planItemId } = await planned();
    const report = progressInput(planItemId, {
      note: 'The walls stand.',
      evidenceLink: 'https://example.org/photo.jpg',
    });
    expect(await planDeed('reportPlanProgress', report)).toMatchObject({
      planItem: { state: 'IN_PROGRESS', percentDone: 40 },
      problems: [],
    });
    const issue = await seenIssue(world, issueId, {});
    expect(issue.state).toBe('IN_PROGRESS');
    expect(issue.history.nodes.at(-1)).toMatchObject({ change: 'PLAN_PROGRESS', note: 'The walls stand.' });
    expect(issue.planItems).toMatchObject([{ progress: [{ percentDone: 40, note: 'The walls stand.' }] }]);
    const done = progressInput(planItemId, { percentDone: 100, state: 'DONE' });
    expect(refusals(await planDeed('reportPlanProgress', done))).toEqual([]);
    expect((await seenIssue(world, issueId, {})).state).toBe('DONE');
    expect(stepsOf(await seenIssue(world, issueId, {})).slice(-3)).toEqual([
      'PLAN_ADDED SCHOOL',
      'PLAN_PROGRESS SCHOOL',
      'PLAN_PROGRESS SCHOOL',
    ]);
  });

  it('leaves the issue in progress while another promise is open', async () => {
    const { issueId, planItemId } = await planned();
    const second = await planned(issueId);
    await planDeed('reportPlanProgress', progressInput(planItemId, { percentDone: 100, state: 'DONE' }));
    expect((await seenIssue(world, issueId, {})).state).toBe('IN_PROGRESS');
    const given = progressInput(second.planItemId, {
      percentDone: 0,
      state: 'REJECTED',
      note: 'No money left.',
    });
    expect(refusals(await planDeed('reportPlanProgress', given))).toEqual([]);
    expect((await seenIssue(world, issueId, {})).state).toBe('DONE');
  });

  it('that everything is given up leaves the word to the office', async () => {
    const { issueId, planItemId } = await planned();
    const given = progressInput(planItemId, { percentDone: 0, state: 'REJECTED', note: 'No money left.' });
    await planDeed('reportPlanProgress', given);
    expect((await seenIssue(world, issueId, {})).state).toBe('PLANNED');
  });

  it.each<[PlanState[], string | null]>([
    [[], null],
    [['PLANNED'], 'PLANNED'],
    [['REJECTED'], null],
    [['DONE'], 'DONE'],
    [['DONE', 'REJECTED'], 'DONE'],
    [['DONE', 'PLANNED'], 'IN_PROGRESS'],
    [['PLANNED', 'IN_PROGRESS'], 'IN_PROGRESS'],
    [['PLANNED', 'REJECTED'], 'PLANNED'],
  ])('items %j make the issue %s', (states, expected) => {
    expect(stateOf(states)).toBe(expected);
  });

  it.each([
    ['over a hundred percent', { percentDone: 101 }, ['OUT_OF_RANGE percentDone']],
    ['below nothing', { percentDone: -1 }, ['OUT_OF_RANGE percentDone']],
    ['of something done by half', { percentDone: 50, state: 'DONE' }, ['OUT_OF_RANGE percentDone']],
    ['of giving up without a reason', { percentDone: 0, state: 'REJECTED' }, ['REQUIRED note']],
    [
      'with evidence nobody can open safely',
      { evidenceLink: 'http://example.org' },
      ['UNREADABLE_TEXT evidenceLink'],
    ],
    ['with a script as evidence', { evidenceLink: 'javascript:alert(1)' }, ['UNREADABLE_TEXT evidenceLink']],
    [
      'with a password in the link',
      { evidenceLink: 'https://me:secret@example.org' },
      ['UNREADABLE_TEXT evidenceLink'],
    ],
    [
      'with a link without end',
      { evidenceLink: `https://example.org/${'x'.repeat(500)}` },
      ['TOO_LONG evidenceLink'],
    ],
    ['without a key', { idempotencyKey: 'x' }, ['REQUIRED idempotencyKey']],
    ['with a phone number', { note: 'Ask 012 345 678' }, ['IDENTIFIERS_LEFT note']],
  ])('%s is refused, and nothing is written', async (_, given, expected) => {
    const { planItemId } = await planned();
    const before = await countRows(world, ...tables);
    expect(refusals(await planDeed('reportPlanProgress', progressInput(planItemId, given)))).toEqual(
      expected,
    );
    expect(await countRows(world, ...tables)).toEqual(before);
    expect((await world.em().findOneOrFail(PlanItem, { id: planItemId })).percentDone).toBe(0);
  });

  it('is one for the same key, however often at once, and refused for other content', async () => {
    const { planItemId } = await planned();
    const input = progressInput(planItemId);
    const replies = await Promise.all([1, 2, 3].map(() => planDeed('reportPlanProgress', input)));
    for (const reply of replies) expect(refusals(reply)).toEqual([]);
    expect(await world.em().count(PlanProgress, { planItemId })).toBe(1);
    expect(refusals(await planDeed('reportPlanProgress', { ...input, percentDone: 41 }))).toEqual([
      'SAME_KEY_OTHER_CONTENT idempotencyKey',
    ]);
  });

  it('on what is not there is refused', async () => {
    for (const planItemId of [randomUUID(), 'none'])
      expect(refusals(await planDeed('reportPlanProgress', progressInput(planItemId)))).toEqual([
        'NOT_FOUND planItemId',
      ]);
  });
});
