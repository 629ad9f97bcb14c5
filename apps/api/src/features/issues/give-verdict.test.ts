import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueStateKeys, issueStates, mayMove, type IssueState } from '@samleng/vocabulary';
import { inTransaction } from '../../request.ts';
import { aConcern, anIssue, rowCounts } from '../../testing/a-concern.ts';
import { aRequest } from '../../testing/a-request.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { GivenVerdict, Issue, IssueEvent } from './issue.entity.ts';
import { lockIssue, moveIssue } from './move-issue.ts';
import { recordEvent } from './record-event.ts';

let world: World;
let facilitator: Caller;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
});
afterAll(() => world.end());

const giveVerdict = `mutation ($input: GiveVerdictInput!) { giveVerdict(input: $input) {
  issue { state verdicts { solved partly notSolved } viewerVerdict } problems { code field } } }`;
const support = `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { problems { code } } }`;

/** An issue with so many supporting devices, in a state. */
async function anIssueIn(state: IssueState, supporters = 4) {
  const issue = await anIssue(world, facilitator);
  const devices = [issue.concern.device, ...Array.from({ length: supporters - 1 }, aDevice)];
  for (const device of devices) await world.ask(support, { input: { issueId: issue.id } }, { device });
  await putInto(issue.id, state);
  return { ...issue, devices };
}

/** As an office's deed leaves it, whatever state it was in. */
async function putInto(id: string, state: IssueState): Promise<void> {
  const overSince = issueStates[state].isOver && state !== 'CONFIRMED' ? world.clock.now() : null;
  await world
    .em()
    .execute('update issues set state = ?, over_since = coalesce(?, over_since) where id = ?', [
      state,
      overSince,
      id,
    ]);
}

async function judge(input: object, as: Caller) {
  const { data, errors } = await world.ask<{ giveVerdict: { issue: object; problems: object[] } }>(
    giveVerdict,
    { input },
    as,
  );
  expect(errors).toEqual([]);
  return data.giveVerdict;
}

describe('a verdict', () => {
  it('that it is solved confirms the issue; a majority against it opens it again', async () => {
    const { id, devices } = await anIssueIn('DONE');
    expect(await judge({ issueId: id, verdict: 'SOLVED' }, { device: devices[0]! })).toEqual({
      issue: {
        state: 'CONFIRMED',
        verdicts: { solved: 1, partly: 0, notSolved: 0 },
        viewerVerdict: 'SOLVED',
      },
      problems: [],
    });
    await judge({ issueId: id, verdict: 'NOT_SOLVED' }, { device: devices[1]! });
    const third = await judge({ issueId: id, verdict: 'NOT_SOLVED' }, { device: devices[2]! });
    expect(third.issue).toMatchObject({ state: 'REOPENED', verdicts: { solved: 1, notSolved: 2 } });
    const events = await world.em().find(IssueEvent, { issueId: id }, { orderBy: { number: 'asc' } });
    expect(events.map(({ change }) => change).slice(-2)).toEqual(['VERDICT', 'REOPENED']);
  });

  it('can be changed, and counts once', async () => {
    const { id, devices } = await anIssueIn('NOT_POSSIBLE');
    await judge({ issueId: id, verdict: 'NOT_SOLVED' }, { device: devices[0]! });
    const changed = await judge({ issueId: id, verdict: 'PARTLY' }, { device: devices[0]! });
    expect(changed.issue).toMatchObject({
      state: 'NOT_POSSIBLE',
      verdicts: { solved: 0, partly: 1, notSolved: 0 },
      viewerVerdict: 'PARTLY',
    });
  });

  it('by receipt and by the supporting device of the same child is one', async () => {
    const { id, concern, devices } = await anIssueIn('NOT_NOW');
    await judge({ issueId: id, verdict: 'PARTLY' }, { device: devices[0]! });
    const given = await judge({ receipt: concern.receipt, verdict: 'NOT_SOLVED' }, { device: devices[0]! });
    expect(given.issue).toMatchObject({ verdicts: { solved: 0, partly: 0, notSolved: 1 } });
  });

  it('by receipt needs no support, and shows beside the concern', async () => {
    const { concern } = await anIssueIn('DONE');
    const device = aDevice();
    expect(await judge({ receipt: concern.receipt, verdict: 'PARTLY' }, { device })).toMatchObject({
      problems: [],
    });
    const { data } = await world.ask(
      `query ($receipt: String!) { concernByReceipt(receipt: $receipt) {
         concern { verdict viewerCan { giveVerdict } issue { state } } } }`,
      { receipt: concern.receipt },
      { device },
    );
    expect(data).toEqual({
      concernByReceipt: {
        concern: { verdict: 'PARTLY', viewerCan: { giveVerdict: true }, issue: { state: 'DONE' } },
      },
    });
  });

  it('about an earlier answer no longer counts once the office has spoken again', async () => {
    const { id, devices } = await anIssueIn('DONE');
    for (const device of devices.slice(0, 3)) await judge({ issueId: id, verdict: 'NOT_SOLVED' }, { device });
    world.clock.advance(60_000);
    await putInto(id, 'DONE');
    const given = await judge({ issueId: id, verdict: 'PARTLY' }, { device: devices[3]! });
    expect(given.issue).toMatchObject({ state: 'DONE', verdicts: { solved: 0, partly: 1, notSolved: 0 } });
  });

  it.each(issueStateKeys.filter((state) => !issueStates[state].isOver))(
    'is too early while the issue is %s; nothing is written',
    async (state) => {
      const { id, devices } = await anIssueIn(state, 1);
      const before = await rowCounts(world);
      expect(await judge({ issueId: id, verdict: 'SOLVED' }, { device: devices[0]! })).toEqual({
        issue: null,
        problems: [{ code: 'WRONG_STATE', field: null }],
      });
      expect(await rowCounts(world)).toEqual(before);
    },
  );

  it('is not for who does not support it, nor for staff; nothing is written', async () => {
    const { id } = await anIssueIn('DONE', 1);
    const before = await rowCounts(world);
    for (const caller of [{}, { device: aDevice() }, facilitator])
      expect(await judge({ issueId: id, verdict: 'SOLVED' }, caller)).toEqual({
        issue: null,
        problems: [{ code: 'NOT_FOUND', field: 'issueId' }],
      });
    expect(await judge({ verdict: 'SOLVED' }, { device: aDevice() })).toMatchObject({
      problems: [{ code: 'REQUIRED', field: 'issueId' }],
    });
    expect(await judge({ issueId: 'none', verdict: 'SOLVED' }, { device: aDevice() })).toMatchObject({
      problems: [{ code: 'NOT_FOUND', field: 'issueId' }],
    });
    const waiting = await aConcern(world);
    expect(await judge({ receipt: waiting.receipt, verdict: 'SOLVED' }, { device: aDevice() })).toMatchObject(
      {
        problems: [{ code: 'WRONG_STATE', field: 'receipt' }],
      },
    );
    expect({ ...(await rowCounts(world)), concerns: before['concerns'] }).toEqual(before);
  });

  it('from thirty children at once decides once', async () => {
    const { id, devices } = await anIssueIn('DONE', 30);
    await Promise.all(devices.map((device) => judge({ issueId: id, verdict: 'SOLVED' }, { device })));
    expect(await world.em().count(GivenVerdict, { issueId: id })).toBe(30);
    expect(await world.em().count(IssueEvent, { issueId: id, change: 'VERDICT' })).toBe(1);
  });
});

describe('the states of an issue', () => {
  it('follow each other as the lifecycle says, whatever is tried', async () => {
    const { id } = await anIssue(world, facilitator);
    const anyMoves = fc.array(fc.constantFrom(...issueStateKeys), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(anyMoves, async (moves) => {
        let state: IssueState = 'OPEN';
        await putInto(id, state);
        for (const to of moves) {
          const may = mayMove(state, to);
          const moved = await inTransaction(aRequest(world), async (inside) => {
            const issue = await lockIssue(inside, id);
            return moveIssue(inside, issue!, to);
          });
          expect(moved.ok).toBe(may);
          if (may) state = to;
          expect((await world.em().findOneOrFail(Issue, id)).state).toBe(state);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are never left for good before the children have spoken: each leads on', () => {
    for (const state of issueStateKeys) expect(issueStates[state].next.length).toBeGreaterThan(0);
  });

  it('number their events without a gap, however many come at once', async () => {
    const { id } = await anIssue(world, facilitator);
    const first = (await world.em().findOneOrFail(Issue, id)).eventCount;
    const numbers = await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(aRequest(world), (inside) => recordEvent(inside, id, { change: 'EDITED' })),
      ),
    );
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 10 }, (_, at) => first + at + 1),
    );
  });
});
