import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { envelopeKeys, openEnvelope } from '@samleng/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aConcern, concernInput, raiseConcern, rowCounts } from '../../testing/a-concern.ts';
import { aSentRecording } from '../../testing/a-recording.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { handOverWaiting } from './hand-over-concern.ts';

const keys = envelopeKeys(Buffer.alloc(32, 7), 'protection desk');
const canary = 'kingfisher71 ត្រដក់៧១';
type Content = { idempotencyKey: string; text: string; receiptLookupId: string; tags: string[] };
const taken = new Map<string, Content>();
const heard: Buffer[] = [];
let mode: 'ANSWERS' | 'DOWN' | 'LOSES_THE_ANSWER';
let desk: Server;
let world: World;
let moderator: Caller;
let elsewhere: Caller;

beforeAll(async () => {
  desk = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (mode === 'DOWN' || request.headers['x-intake-key'] !== 'i'.repeat(32))
        return void response.writeHead(503).end('{}');
      if (request.url === '/moved-voice') {
        heard.push(Buffer.from(openEnvelope(Buffer.concat(parts), keys, 'moved voice')));
        return void response.end('{"problems":[]}');
      }
      const { variables } = JSON.parse(Buffer.concat(parts).toString()) as {
        variables: { input: { sealed: string } };
      };
      const bytes = openEnvelope(Buffer.from(variables.input.sealed, 'base64'), keys, 'moved concern');
      const content = JSON.parse(Buffer.from(bytes).toString()) as Content;
      taken.set(content.idempotencyKey, content);
      if (mode === 'LOSES_THE_ANSWER') return void response.destroy();
      response.end('{"data":{"receiveMovedConcern":{"isTakenIn":true,"problems":[]}}}');
    });
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  world = await startWorld(undefined, {
    PROTECTION_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}`,
    PROTECTION_INTAKE_KEY: 'i'.repeat(32),
    PROTECTION_DESK_PUBLIC_KEY: Buffer.from(keys.publicKey).toString('hex'),
  });
  await somePlaces(world);
  moderator = await aStaffMember(world, 'Mony', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  elsewhere = await aStaffMember(world, 'Far', [{ role: 'FACILITATOR', placeCode: kaevPoar.province }]);
});
afterAll(async () => {
  await world.end();
  desk.close();
});
beforeEach(() => {
  mode = 'ANSWERS';
  taken.clear();
});

async function move(concernId: string, as: Caller) {
  const { data } = await world.ask<{ moveConcernToProtection: { isMoved: boolean; problems: object[] } }>(
    `mutation ($input: MoveConcernInput!) { moveConcernToProtection(input: $input) { isMoved problems { code field } } }`,
    { input: { concernId, isAboutSomeoneInCharge: true } },
    as,
  );
  return data.moveConcernToProtection;
}
const waiting = () => handOverWaiting({ ...world.service, em: world.em() });
const whole = async () => {
  let text = '';
  const tables = await world
    .em()
    .execute<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
  for (const { name } of tables) text += JSON.stringify(await world.em().execute(`select * from "${name}"`));
  return text;
};

describe('moving a concern to the protection desk', () => {
  it('gives the desk the words and erases here all but that something was', async () => {
    const raised = await aConcern(world, { text: canary, aboutOfficeKind: 'SCHOOL' });
    const before = await world
      .em()
      .execute<{ receipt_lookup_id: string }[]>('select receipt_lookup_id from concerns where id = ?', [
        raised.id,
      ]);
    expect(await move(raised.id, moderator)).toEqual({ isMoved: true, problems: [] });
    const [content] = [...taken.values()];
    expect(content).toMatchObject({
      text: canary,
      receiptLookupId: before[0]!.receipt_lookup_id,
      communeCode: lvea.commune,
      tags: ['aboutOfficeKind:SCHOOL', 'aboutSomeoneInCharge'],
    });
    const left = await whole();
    for (const gone of ['kingfisher71', before[0]!.receipt_lookup_id, content!.idempotencyKey])
      expect(left).not.toContain(gone);
    const [row] = await world.em().execute('select * from concerns where id = ?', [raised.id]);
    expect(row).toMatchObject({ text: null, commune_code: null, about_office_kind: null, body_hash: '' });
    const { data } = await world.ask(
      'query ($receipt: String!) { concernByReceipt(receipt: $receipt) { concern { state } problems { code } } }',
      { receipt: raised.receipt },
      { device: aDevice() },
    );
    expect(data).toEqual({ concernByReceipt: { concern: null, problems: [{ code: 'RECEIPT_NOT_RIGHT' }] } });
  });

  it('is one deed, however often it is clicked, and one case', async () => {
    const { id } = await aConcern(world);
    expect(await move(id, moderator)).toMatchObject({ isMoved: true });
    const after = await rowCounts(world);
    expect(await move(id, moderator)).toEqual({ isMoved: true, problems: [] });
    expect(await rowCounts(world)).toEqual(after);
    expect(taken.size).toBe(1);
  });

  it('waits in nobody’s list while the desk is down, and goes when it is back', async () => {
    mode = 'DOWN';
    const raised = await aConcern(world, { text: canary });
    expect(await move(raised.id, moderator)).toMatchObject({ isMoved: true });
    const { data } = await world.ask(
      `{ concern(id: "${raised.id}") { id } concernsToModerate(filter: { state: MOVED_TO_PROTECTION }) { nodes { id } } }`,
      {},
      moderator,
    );
    expect(data).toEqual({ concern: null, concernsToModerate: { nodes: [] } });
    expect(await whole()).toContain('kingfisher71');
    expect(await waiting()).toBe(0);
    mode = 'ANSWERS';
    expect(await waiting()).toBe(1);
    expect(await whole()).not.toContain('kingfisher71');
    expect(await waiting()).toBe(0);
  });

  it('killed between the desk’s yes and the erasing, hands over the same again', async () => {
    mode = 'LOSES_THE_ANSWER';
    const { id } = await aConcern(world, { text: canary });
    await move(id, moderator);
    expect(taken.size).toBe(1);
    expect(await whole()).toContain('kingfisher71');
    mode = 'ANSWERS';
    expect(await waiting()).toBe(1);
    expect(taken.size).toBe(1);
    expect(await whole()).not.toContain('kingfisher71');
  });

  it('tells a phone that sends the form again only that it arrived', async () => {
    const input = concernInput();
    const device = { device: aDevice() };
    await world.ask(raiseConcern, { input }, device);
    const [row] = await world
      .em()
      .execute<{ id: string }[]>('select id from concerns where idempotency_key = ?', [input.idempotencyKey]);
    await move(row!.id, moderator);
    const { data } = await world.ask(raiseConcern, { input }, device);
    expect(data).toMatchObject({ raiseConcern: { concern: null, problems: [] } });
  });

  it('is a moderator’s of the place: others are told that there is nothing, and nothing is written', async () => {
    const { id } = await aConcern(world);
    const before = await rowCounts(world);
    for (const as of [{}, { device: aDevice() }, elsewhere])
      expect(await move(id, as)).toEqual({
        isMoved: false,
        problems: [{ code: 'NOT_FOUND', field: 'concernId' }],
      });
    expect(await rowCounts(world)).toEqual(before);
    expect(taken.size).toBe(0);
  });

  it('takes the recording along, and leaves none here', async () => {
    const device = aDevice();
    const voiceId = await aSentRecording(world, { device }, { size: 50_000 });
    const { id } = await aConcern(world, { text: '', voiceId }, device);
    heard.length = 0;
    expect(await move(id, moderator)).toMatchObject({ isMoved: true });
    const [key] = [...taken.keys()];
    expect(heard.map((bytes) => bytes.subarray(0, 37).toString())).toEqual([`${key}\n`]);
    expect(heard[0]!.length).toBeGreaterThan(50_000);
    expect(await world.em().execute('select id from attachments')).toEqual([]);
    expect(await world.em().execute('select voice_id from concerns where id = ?', [id])).toEqual([
      { voice_id: null },
    ]);
  });
});
