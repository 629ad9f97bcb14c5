import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aSentRecording } from '../../testing/a-recording.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { answerInput, deedOn, refusalsOf, seenIssue, stepsOf } from '../../testing/an-official.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { type OfficesByKind, someOffices } from '../../testing/some-offices.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { type Caller, morning, startWorld, type World } from '../../testing/world.ts';
import { Answer } from './index.ts';

let world: World;
let offices: OfficesByKind;
let facilitator: Caller;
let school: Caller & { accountId: string };
let colleague: Caller;
let police: Caller;

let people = 0;
/** Sessions end after eight hours, and tests move the clock: everybody signs in anew for each. */
function person(
  name: string,
  grant: { role: 'FACILITATOR' | 'OFFICIAL'; placeCode?: string; officeId?: string },
) {
  return aStaffMember(world, `${name} ${(people += 1)}`, [grant]);
}

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  offices = await someOffices(world, lvea.village);
});
afterAll(() => world.end());
beforeEach(async () => {
  world.clock.moveTo(morning);
  facilitator = await person('Sokha', { role: 'FACILITATOR', placeCode: lvea.commune });
  school = await person('Srey', { role: 'OFFICIAL', officeId: offices.SCHOOL.id });
  colleague = await person('Thida', { role: 'OFFICIAL', officeId: offices.SCHOOL.id });
  police = await person('Rith', { role: 'OFFICIAL', officeId: offices.COMMUNE_POLICE.id });
});

const tables = ['answers', 'assignments', 'issue_events'];
const answer = (issueId: string, given: object = {}, as: Caller = school) =>
  deedOn(world, 'answerIssue', answerInput(issueId, given), as);

describe('an answer', () => {
  it('says what was decided, in words, and everybody reads it', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const given = {
      decision: 'PLANNED',
      words: '  Two blocks will be built apart.\u0000\r\nGirls behind the library. ',
      reason: 'Many pupils asked',
      nextStep: 'Choose a builder in March',
      dueOn: '2027-05-31',
      amountRiel: 6_000_000,
    };
    expect(await answer(issueId, given)).toEqual({ state: 'PLANNED', problems: [] });
    const issue = await seenIssue(world, issueId, {});
    expect(issue.latestAnswer).toEqual({
      decision: 'PLANNED',
      words: 'Two blocks will be built apart.\nGirls behind the library.',
      dueOn: '2027-05-31',
      amountRiel: 6_000_000,
      answeredOn: '2026-11-23',
      office: { kind: 'SCHOOL' },
      passedOnTo: null,
    });
    expect(issue.history.nodes.at(-1)).toMatchObject({
      change: 'ANSWERED',
      office: { kind: 'SCHOOL' },
      answer: { decision: 'PLANNED' },
    });
    expect(issue.currentAssignment?.acknowledgedOn).toBe('2026-11-23');
    expect((await auditOf(world, issueId)).at(-1)).toEqual({
      deed: 'answerIssue',
      actor_id: school.accountId,
    });
  });

  it.each([
    ['DONE', {}, 'DONE'],
    ['DONE', { dueOn: '2026-11-15' }, 'DONE'],
    ['PLANNED', { dueOn: '2026-11-23' }, 'PLANNED'],
    ['IN_PROGRESS', { nextStep: 'Signs in January' }, 'IN_PROGRESS'],
    ['NOT_NOW', { reason: 'The fund is used up' }, 'NOT_NOW'],
    ['NOT_POSSIBLE', { reason: 'A national road', nextStep: 'Ask the ministry' }, 'NOT_POSSIBLE'],
    ['NEED_MORE', { question: 'Which road?' }, 'ANSWERED'],
  ])('%s %o leads to %s', async (decision, given, state) => {
    const issueId = await aPublishedIssue(world, facilitator);
    expect(await answer(issueId, { decision, ...given })).toEqual({ state, problems: [] });
  });

  it('is followed by a later one and never changed', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    await answer(issueId, { decision: 'NEED_MORE', question: 'Which toilet?', words: 'Please say more.' });
    world.clock.advance(600_000);
    await answer(issueId, { decision: 'NOT_NOW', reason: 'No money', words: 'Next year.' }, colleague);
    world.clock.advance(600_000);
    await answer(issueId, { decision: 'DONE', words: 'A parent has mended it.' });
    const issue = await seenIssue(world, issueId, {});
    expect(issue.answers.map(({ decision, words }) => `${decision}: ${words}`)).toEqual([
      'NEED_MORE: Please say more.',
      'NOT_NOW: Next year.',
      'DONE: A parent has mended it.',
    ]);
    expect(issue.state).toBe('DONE');
    expect(issue.clock).toMatchObject({ isAnswerOverdue: false, hasNoAnswerYet: false });
    expect(await refusalsOf(world, 'answerIssue', answerInput(issueId), school)).toEqual(['WRONG_STATE']);
  });

  it.each([
    ['no words', { words: ' ' }, ['REQUIRED words']],
    ['too many words', { words: 'x'.repeat(4001) }, ['TOO_LONG words']],
    ['no day for a plan', { decision: 'PLANNED' }, ['REQUIRED dueOn']],
    ['a day that is over', { decision: 'PLANNED', dueOn: '2026-11-20' }, ['DATE_IN_PAST dueOn']],
    ['no next step', { decision: 'IN_PROGRESS' }, ['REQUIRED nextStep']],
    ['no reason', { decision: 'NOT_NOW', reason: '\u200b' }, ['REQUIRED reason']],
    [
      'neither reason nor what would change it',
      { decision: 'NOT_POSSIBLE' },
      ['REQUIRED reason', 'REQUIRED nextStep'],
    ],
    ['no question', { decision: 'NEED_MORE' }, ['REQUIRED question']],
    ['nobody to pass it on to', { decision: 'PASSED_ON' }, ['REQUIRED passedOnToOfficeId']],
    ['less than no money', { amountRiel: -1 }, ['OUT_OF_RANGE amountRiel']],
    ['half a riel', { amountRiel: 0.5 }, ['OUT_OF_RANGE amountRiel']],
    ['more money than there is', { amountRiel: 1e15 }, ['OUT_OF_RANGE amountRiel']],
    ['no key', { idempotencyKey: 'again' }, ['REQUIRED idempotencyKey']],
  ])('with %s is refused, and nothing is written', async (_, given, expected) => {
    const issueId = await aPublishedIssue(world, facilitator);
    const before = await countRows(world, ...tables);
    expect(await refusalsOf(world, 'answerIssue', answerInput(issueId, given), school)).toEqual(expected);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect((await seenIssue(world, issueId, {})).state).toBe('ASSIGNED');
  });

  it('keeps no phone or identity number', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const before = await countRows(world, ...tables);
    for (const words of ['Call me: 012 345 678', 'ហៅ ០១២ ៣៤៥ ៦៧៨'])
      expect(await refusalsOf(world, 'answerIssue', answerInput(issueId, { words }), school)).toEqual([
        'IDENTIFIERS_LEFT words',
      ]);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect(await answer(issueId, { words: 'Call 1280. It cost 6,000,000 riel in 2026.' })).toMatchObject({
      problems: [],
    });
  });

  it('can be spoken by its official, and everybody hears it with its words', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const voiceId = await aSentRecording(world, school, { purpose: 'ANSWER' });
    const others = await aSentRecording(world, colleague, { purpose: 'ANSWER' });
    const path = async () => {
      const [row] = await world
        .em()
        .execute<{ id: string }[]>('select id from answers where issue_id = ?', [issueId]);
      return fetch(`${world.address}/answers/${row?.id ?? randomUUID()}/voice`);
    };
    expect((await answer(issueId, { voiceId: others })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'voiceId' },
    ]);
    expect((await path()).status).toBe(404);
    const idempotencyKey = randomUUID();
    for (const _try of [1, 2])
      expect((await answer(issueId, { voiceId, idempotencyKey })).problems).toEqual([]);
    const heard = await path();
    expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/webm']);
  });

  it('on an issue that is not there is refused', async () => {
    for (const issueId of [randomUUID(), 'none'])
      expect(await refusalsOf(world, 'answerIssue', answerInput(issueId), school)).toEqual([
        'NOT_FOUND issueId',
      ]);
  });
});

describe('the same key', () => {
  it('with the same words is one answer, however often and however at once', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const input = answerInput(issueId, { decision: 'NOT_NOW', reason: 'No money' });
    const replies = await Promise.all([1, 2, 3, 4].map(() => deedOn(world, 'answerIssue', input, school)));
    for (const reply of replies) expect(reply).toEqual({ state: 'NOT_NOW', problems: [] });
    expect(await world.em().count(Answer, { issueId })).toBe(1);
    expect(stepsOf(await seenIssue(world, issueId, {}))).toEqual([
      'PUBLISHED',
      'ASSIGNED SCHOOL',
      'ANSWERED SCHOOL',
    ]);
  });

  it('with other words, on another issue or from somebody else is refused', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const input = answerInput(issueId, { decision: 'NOT_NOW', reason: 'No money' });
    await deedOn(world, 'answerIssue', input, school);
    const other = await aPublishedIssue(world, facilitator);
    const before = await countRows(world, ...tables);
    const again = (given: object, as: Caller = school) =>
      refusalsOf(world, 'answerIssue', { ...input, ...given }, as);
    expect(await again({ words: 'Something else.' })).toEqual(['SAME_KEY_OTHER_CONTENT idempotencyKey']);
    expect(await again({ issueId: other })).toEqual(['SAME_KEY_OTHER_CONTENT idempotencyKey']);
    expect(await again({}, colleague)).toEqual(['SAME_KEY_OTHER_CONTENT idempotencyKey']);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('still is the same answer after the issue was passed on', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    const input = answerInput(issueId, {
      decision: 'PASSED_ON',
      passedOnToOfficeId: offices.COMMUNE_POLICE.id,
    });
    for (const _ of [1, 2])
      expect(await deedOn(world, 'answerIssue', input, school)).toEqual({ state: 'ASSIGNED', problems: [] });
    expect(await world.em().count(Answer, { issueId })).toBe(1);
  });
});

describe('passing on', () => {
  it('is an answer, and the office named has its turn with a new clock', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    world.clock.advance(10 * 86_400_000);
    const passedOnToOfficeId = offices.COMMUNE_POLICE.id;
    const [later, receiver] = [
      await person('Srey later', { role: 'OFFICIAL', officeId: offices.SCHOOL.id }),
      await person('Rith later', { role: 'OFFICIAL', officeId: passedOnToOfficeId }),
    ];
    expect(await answer(issueId, { decision: 'PASSED_ON', passedOnToOfficeId }, later)).toEqual({
      state: 'ASSIGNED',
      problems: [],
    });
    const issue = await seenIssue(world, issueId, receiver);
    expect(issue.currentAssignment?.office.kind).toBe('COMMUNE_POLICE');
    expect(issue.latestAnswer).toMatchObject({
      decision: 'PASSED_ON',
      passedOnTo: { kind: 'COMMUNE_POLICE' },
    });
    expect(issue.clock?.daysLeft).toBe(30);
    expect(issue.viewerCan).toMatchObject({ answer: true, acknowledge: true });
    expect((await seenIssue(world, issueId, later)).viewerCan.answer).toBe(false);
  });

  it('does not go to the office it is about, the same office, a closed one or one that said "not ours"', async () => {
    const issueId = await aPublishedIssue(world, facilitator, { aboutOfficeKind: 'HEALTH_CENTRE' });
    const passOn = (passedOnToOfficeId: string, as: Caller = school) =>
      refusalsOf(
        world,
        'answerIssue',
        answerInput(issueId, { decision: 'PASSED_ON', passedOnToOfficeId }),
        as,
      );
    const before = await countRows(world, ...tables);
    expect(await passOn(offices.HEALTH_CENTRE.id)).toEqual(['ABOUT_THIS_OFFICE passedOnToOfficeId']);
    expect(await passOn(offices.SCHOOL.id)).toEqual(['SAME_OFFICE passedOnToOfficeId']);
    expect(await passOn(randomUUID())).toEqual(['NOT_FOUND passedOnToOfficeId']);
    expect(await countRows(world, ...tables)).toEqual(before);
    const handedOver = { issueId, note: 'The police.', suggestedOfficeId: offices.COMMUNE_POLICE.id };
    expect(await refusalsOf(world, 'handOverIssue', handedOver, school)).toEqual([]);
    expect(await passOn(offices.SCHOOL.id, police)).toEqual(['ALREADY_THERE passedOnToOfficeId']);
  });

  it('is too late once something is planned', async () => {
    const issueId = await aPublishedIssue(world, facilitator);
    await answer(issueId, { decision: 'PLANNED', dueOn: '2027-05-31' });
    const input = answerInput(issueId, {
      decision: 'PASSED_ON',
      passedOnToOfficeId: offices.COMMUNE_POLICE.id,
    });
    expect(await refusalsOf(world, 'answerIssue', input, school)).toEqual(['WRONG_STATE']);
  });
});
