import { deriveReceipt, sealEnvelope } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReceipt, type Code, comeBack, write } from '../../testing/child.ts';
import { inboxOf, open, rowCounts } from '../../testing/desk.ts';
import { aPerson, lvea, type Person } from '../../testing/people.ts';
import { aKey, startWorld, testSettings, type World } from '../../testing/world.ts';
import { type MovedConcern, movePurpose } from './receive-moved-concern.ts';
import { movedVoicePurpose } from './receive-moved-voice.ts';

let world: World;
let phalla: Person;
let principal: Person;
beforeAll(async () => {
  world = await startWorld({ stretch: 'REAL' });
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
  principal = await aPerson(world, 'Principal', { receivesIn: lvea.commune, affiliation: 'SCHOOL' });
});
afterAll(() => world.end());

const service = { intakeKey: testSettings.PROTECTION_INTAKE_KEY };
type Taken = { isTakenIn: boolean; problems: Code[] };

/** What the participation service holds: never the digits, only what follows from them. */
async function aConcern(given: Partial<MovedConcern> = {}): Promise<MovedConcern & { receipt: string }> {
  const receipt = aReceipt();
  const keys = await deriveReceipt(receipt, Buffer.from(testSettings.RECEIPT_PEPPER!, 'hex'));
  return {
    receipt,
    idempotencyKey: aKey(),
    text: '[TEST] Invented: a moderator saw more in these words.',
    receiptLookupId: keys.lookupId,
    receiptPublicKey: Buffer.from(keys.publicKey).toString('hex'),
    communeCode: lvea.commune,
    villageCode: lvea.village,
    urgency: 'NORMAL',
    tags: [],
    ...given,
  };
}

async function move(content: object, as: object = service): Promise<Taken | null> {
  const sealed = Buffer.from(
    sealEnvelope(Buffer.from(JSON.stringify(content)), world.service.deskKeys.publicKey, movePurpose),
  ).toString('base64');
  const { data } = await world.ask<{ receiveMovedConcern: Taken } | null>(
    `mutation ($input: SealedInput!) { receiveMovedConcern(input: $input) { isTakenIn problems { code field } } }`,
    { input: { sealed } },
    as,
  );
  return data?.receiveMovedConcern ?? null;
}

describe('a concern moved here by a moderator', () => {
  it('becomes a case, and the child’s receipt goes on working', async () => {
    const { receipt, ...moved } = await aConcern({ tags: ['aboutOfficeKind:SCHOOL'], urgency: 'URGENT' });
    expect(await move(moved)).toEqual({ isTakenIn: true, problems: [] });
    expect(await inboxOf(world, principal)).toEqual([]);
    const [card] = await inboxOf(world, phalla);
    expect(card?.urgency).toBe('URGENT');
    expect((await open(world, phalla, card!.id)).opened?.report).toMatchObject({
      text: moved.text,
      villageCode: lvea.village,
    });
    expect((await comeBack(world, receipt)).case).toMatchObject({ readBy: 1, messages: [] });
    expect((await write(world, receipt, 'Who reads this?')).case?.messages).toHaveLength(1);
  });

  it('is one case, however often it is handed over', async () => {
    const { receipt: _, ...moved } = await aConcern();
    expect(await move(moved)).toEqual({ isTakenIn: true, problems: [] });
    const after = await rowCounts(world);
    expect(await move(moved)).toEqual({ isTakenIn: true, problems: [] });
    expect(await move({ ...moved, text: 'other words' })).toEqual({
      isTakenIn: false,
      problems: [{ code: 'SAME_KEY_OTHER_CONTENT', field: 'idempotencyKey' }],
    });
    expect(await rowCounts(world)).toEqual(after);
  });

  it('that was spoken keeps its recording, once, from the participation service alone', async () => {
    const { receipt: _, ...moved } = await aConcern({ text: '', voiceFollows: true });
    expect(await move(moved)).toEqual({ isTakenIn: true, problems: [] });
    const bytes = Buffer.concat([Buffer.from(`${moved.idempotencyKey}\nOggS`), Buffer.alloc(40_000, 7)]);
    const say = async (headers: Record<string, string>, purpose = movedVoicePurpose) => {
      const body = Buffer.from(sealEnvelope(bytes, world.service.deskKeys.publicKey, purpose));
      return (await fetch(`${world.address}/moved-voice`, { method: 'POST', headers, body })).json();
    };
    const mine = { 'x-intake-key': service.intakeKey };
    const before = await rowCounts(world);
    expect(await say({})).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] });
    expect(await say(mine, movePurpose)).toMatchObject({ problems: [{ code: 'UNREADABLE_TEXT' }] });
    expect(await rowCounts(world)).toEqual(before);
    for (const _try of [1, 2]) expect(await say(mine)).toEqual({ problems: [] });
    const voices = await world.em().execute(`select i.id from case_items i join cases c on c.id = i.case_id
      where i.field = 'VOICE' and c.idempotency_key = '${moved.idempotencyKey}'`);
    expect(voices).toHaveLength(1);
  });

  it('comes from the participation service alone', async () => {
    const { receipt: _, ...moved } = await aConcern();
    const before = await rowCounts(world);
    expect(await move(moved, {})).toBeNull();
    expect(await move(moved, { intakeKey: 'another service, of the same length' })).toBeNull();
    expect(await move(moved, phalla)).toBeNull();
    expect(await rowCounts(world)).toEqual(before);
  });

  it('is refused when it is not what it should be', async () => {
    const { receipt: _, ...moved } = await aConcern();
    for (const wrong of [
      { receiptLookupId: 'x' },
      { tags: ['a name, perhaps'] },
      { urgency: 'HIGH' },
      { text: 7 },
    ])
      expect(await move({ ...moved, ...wrong })).toEqual({
        isTakenIn: false,
        problems: [{ code: 'UNREADABLE_TEXT', field: 'sealed' }],
      });
    expect(await move({ ...moved, text: ' ' })).toMatchObject({
      problems: [{ code: 'REQUIRED', field: 'text' }],
    });
  });

  it('opens nothing else: the service’s key is no viewer of the desk', async () => {
    for (const query of [
      '{ inbox { nodes { id } } }',
      '{ alarms { nodes { id } } }',
      '{ accounts { nodes { id } } }',
    ])
      expect((await world.ask(query, {}, service)).errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
