import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseModeratedTexts } from './erase-moderated-texts.ts';
import { aConcern, publishInput, publishIssue, type Raised, rowCounts } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Concern } from './concern.entity.ts';

let world: World;
let facilitator: Caller;
let neighbour: Caller;
let nation: Caller;
let official: Caller;
let analyst: Caller;
let administrator: Caller;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.district }]);
  neighbour = await aStaffMember(world, 'Dara', [{ role: 'FACILITATOR', placeCode: kaevPoar.province }]);
  nation = await aStaffMember(world, 'Channary', [{ role: 'FACILITATOR' }]);
  official = await aStaffMember(world, 'Bopha', [{ role: 'OFFICIAL' }]);
  analyst = await aStaffMember(world, 'Vuthy', [{ role: 'ANALYST' }]);
  administrator = await aStaffMember(world, 'Sophea', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.end());

const queue = `query ($filter: ModerationFilter, $first: Int, $after: String) {
  concernsToModerate(filter: $filter, first: $first, after: $after) {
    nodes { id text urgency waitingDays commune { code } signs { kind } viewerCan { publish merge return moveToProtection } }
    pageInfo { hasNextPage endCursor } } }`;
const one = `query ($id: ID!) { concern(id: $id) { id text state } }`;
const returnConcern = `mutation ($input: ReturnConcernInput!) {
  returnConcern(input: $input) { concern { state returnReason returnNote } problems { code field } } }`;
const byReceipt = `query ($receipt: String!) { concernByReceipt(receipt: $receipt) {
  concern { state ownWords returnReason returnNote receivedOn issue { id } verdict viewerCan { giveVerdict } }
  problems { code field } } }`;

type Queue = {
  concernsToModerate: {
    nodes: { id: string; urgency: string; waitingDays: number; viewerCan: object; signs: object[] }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

async function listed(as: Caller, filter: object = {}): Promise<string[]> {
  const { data, errors } = await world.ask<Queue>(queue, { filter, first: 50 }, as);
  expect(errors).toEqual([]);
  return data.concernsToModerate.nodes.map(({ id }) => id);
}

describe('who reads a concern', () => {
  let here: Raised;
  let there: Raised;
  let nowhere: Raised;
  beforeAll(async () => {
    here = await aConcern(world);
    there = await aConcern(world, { communeCode: kaevPoar.commune });
    nowhere = await aConcern(world, { communeCode: null });
  });

  it.each([
    ['a stranger', () => ({}), [false, false, false]],
    ["the child's own device", () => ({ device: here.device }), [false, false, false]],
    ['a facilitator of the district', () => facilitator, [true, false, false]],
    ['a facilitator of another province', () => neighbour, [false, true, false]],
    ['a facilitator of the whole country', () => nation, [true, true, true]],
    ['an official', () => official, [false, false, false]],
    ['an analyst', () => analyst, [false, false, false]],
    ['an administrator', () => administrator, [true, true, true]],
  ] as const)('%s', async (_who, caller, expected) => {
    const ids = [here.id, there.id, nowhere.id];
    const inQueue = await listed(caller());
    expect(ids.map((id) => inQueue.includes(id))).toEqual(expected);
    const answers = await Promise.all(
      ids.map((id) => world.ask<{ concern: object | null }>(one, { id }, caller())),
    );
    expect(answers.map(({ data }) => data.concern !== null)).toEqual(expected);
    // Not there and not yours answer alike.
    const none = await world.ask(one, { id: '018f0000-0000-7000-8000-000000000000' }, caller());
    for (const [at, answer] of answers.entries()) if (!expected[at]) expect(answer).toEqual(none);
  });

  it('narrows its queue by place, not widens it', async () => {
    expect(await listed(facilitator, { placeCode: kaevPoar.province })).toEqual([]);
    expect(await listed(nation, { placeCode: lvea.province })).toContain(here.id);
    expect(await listed(nation, { placeCode: lvea.province })).not.toContain(there.id);
    expect(await listed(nation, { placeCode: "%' or true --" })).toEqual([]);
  });
});

describe('the queue', () => {
  it('stands by urgency, then by age, and goes on where a page ended', async () => {
    const place = { communeCode: kaevPoar.commune };
    const old = await aConcern(world, place);
    // Backdated instead of moving the clock: sessions would end meanwhile.
    await world
      .em()
      .execute(`update concerns set received_at = received_at - interval '2 days' where id = ?`, [old.id]);
    const urgent = await aConcern(world, { ...place, text: 'I do not want to live any more.' });
    const young = await aConcern(world, place);
    const all = await listed(neighbour, { placeCode: kaevPoar.commune });
    expect(all.slice(0, 1)).toEqual([urgent.id]);
    expect(all.indexOf(old.id)).toBeLessThan(all.indexOf(young.id));
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { data }: { data: Queue } = await world.ask<Queue>(queue, { first: 1, after }, neighbour);
      paged.push(...data.concernsToModerate.nodes.map(({ id }) => id));
      if (!data.concernsToModerate.pageInfo.hasNextPage) break;
      after = data.concernsToModerate.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    const { data } = await world.ask<Queue>(queue, { filter: { urgency: 'NORMAL' }, first: 50 }, neighbour);
    expect(data.concernsToModerate.nodes.find(({ id }) => id === old.id)).toMatchObject({
      waitingDays: 2,
      viewerCan: { publish: true, merge: true, return: true, moveToProtection: false },
    });
    expect(data.concernsToModerate.nodes.some(({ urgency }) => urgency !== 'NORMAL')).toBe(false);
  });

  it('refuses a cursor of another list', async () => {
    const { errors } = await world.ask(queue, { after: 'WyJhIl0' }, facilitator);
    expect(errors[0]?.extensions['code']).toBe('BAD_CURSOR');
  });
});

describe('returning', () => {
  it('tells the child why, once, and forgets its device', async () => {
    const raised = await aConcern(world);
    const input = {
      concernId: raised.id,
      reason: 'NAMES_SOMEONE',
      note: 'Please write it without the name.',
    };
    const { data } = await world.ask(returnConcern, { input }, facilitator);
    expect(data).toEqual({
      returnConcern: {
        concern: { state: 'RETURNED', returnReason: 'NAMES_SOMEONE', returnNote: input.note },
        problems: [],
      },
    });
    expect((await world.em().findOneOrFail(Concern, raised.id)).deviceKey).toBeNull();
    const again = await world.ask(returnConcern, { input }, facilitator);
    expect(again.data).toEqual({
      returnConcern: { concern: null, problems: [{ code: 'ALREADY_MODERATED', field: 'concernId' }] },
    });
    const mine = await world.ask(byReceipt, { receipt: raised.receipt }, { device: aDevice() });
    expect(mine.data).toMatchObject({
      concernByReceipt: { concern: { state: 'RETURNED', returnNote: input.note }, problems: [] },
    });
  });

  it.each([
    ['a stranger', () => ({})],
    ["the child's device", () => ({ device: aDevice() })],
    ['another facilitator', () => neighbour],
    ['an official', () => official],
    ['an analyst', () => analyst],
  ] as const)('is not for %s; nothing is written', async (_who, caller) => {
    const raised = await aConcern(world);
    const before = await rowCounts(world);
    const { data } = await world.ask(
      returnConcern,
      { input: { concernId: raised.id, reason: 'NOT_CLEAR' } },
      caller(),
    );
    expect(data).toEqual({
      returnConcern: { concern: null, problems: [{ code: 'NOT_FOUND', field: 'concernId' }] },
    });
    expect(await rowCounts(world)).toEqual(before);
    expect(await world.em().findOneOrFail(Concern, raised.id)).toMatchObject({ state: 'RECEIVED' });
  });
});

describe('the receipt', () => {
  it('opens the concern in any digit script', async () => {
    const raised = await aConcern(world, { text: 'The bridge is broken.' });
    const khmer = raised.receipt.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)));
    const { data } = await world.ask(byReceipt, { receipt: khmer }, { device: aDevice() });
    expect(data).toMatchObject({
      concernByReceipt: { concern: { state: 'RECEIVED', ownWords: 'The bridge is broken.' }, problems: [] },
    });
  });

  it('that is wrong answers like one that is none, and tells nothing', async () => {
    const wrong = await world.ask(byReceipt, { receipt: '0000 0000 0000 0000' }, { device: aDevice() });
    const none = await world.ask(byReceipt, { receipt: 'not a receipt' }, { device: aDevice() });
    expect(wrong).toEqual(none);
    expect(wrong.data).toEqual({
      concernByReceipt: { concern: null, problems: [{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }] },
    });
  });

  it('costs no try when it is right: children who share a phone do not shut each other out', async () => {
    const device = aDevice();
    const raised = await Promise.all(Array.from({ length: 3 }, () => aConcern(world)));
    const right = async (receipt: string) =>
      (await world.ask<{ concernByReceipt: object }>(byReceipt, { receipt }, { device })).data;
    // Four wrong ones between do not become more, nor fewer, by the right ones.
    for (let round = 0; round < 4; round += 1) {
      for (const { receipt } of raised)
        expect(await right(receipt)).toMatchObject({ concernByReceipt: { problems: [] } });
      await right('0000000000000001');
    }
    expect(await right(raised[0]!.receipt)).toMatchObject({ concernByReceipt: { problems: [] } });
    await right('0000000000000001');
    expect(await right(raised[0]!.receipt)).toMatchObject({
      concernByReceipt: { problems: [{ code: 'TOO_MANY_TRIES' }] },
    });
  });

  it('may be tried five times in a quarter of an hour by a device, then not even the right one', async () => {
    const raised = await aConcern(world);
    const device = aDevice();
    for (let tries = 0; tries < 5; tries += 1)
      await world.ask(byReceipt, { receipt: '0000000000000001' }, { device });
    const { data } = await world.ask(byReceipt, { receipt: raised.receipt }, { device });
    expect(data).toEqual({
      concernByReceipt: { concern: null, problems: [{ code: 'TOO_MANY_TRIES', field: 'receipt' }] },
    });
  });
});

describe('30 days after moderation', () => {
  it('the own words are erased; what became of it stays', async () => {
    const waiting = await aConcern(world);
    const returned = await aConcern(world);
    const published = await aConcern(world);
    await world.ask(
      returnConcern,
      { input: { concernId: returned.id, reason: 'NOT_CLEAR', note: 'Which road?' } },
      facilitator,
    );
    await world.ask(publishIssue, { input: publishInput(published.id) }, facilitator);
    const erase = () => eraseModeratedTexts({ em: world.em(), clock: world.clock });
    await erase();
    world.clock.advance(30 * 86_400_000 - 1);
    expect((await world.em().findOneOrFail(Concern, returned.id)).text).not.toBeNull();
    world.clock.advance(1);
    expect(await erase()).toBeGreaterThanOrEqual(2);
    expect(await erase()).toBe(0);
    for (const { id } of [returned, published])
      expect(await world.em().findOneOrFail(Concern, id)).toMatchObject({ text: null, bodyHash: '' });
    expect((await world.em().findOneOrFail(Concern, waiting.id)).text).not.toBeNull();
    const { data } = await world.ask(byReceipt, { receipt: returned.receipt }, { device: aDevice() });
    expect(data).toMatchObject({
      concernByReceipt: { concern: { state: 'RETURNED', ownWords: null, returnNote: 'Which road?' } },
    });
  });
});
