import { randomUUID } from 'node:crypto';
import { asyncProperty, assert, integer, shuffledSubarray, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConcern, concernInput, raiseConcern, rowCounts } from '../../testing/a-concern.ts';
import { aRecording, aSentRecording, sendPart } from '../../testing/a-recording.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Concern, eraseModeratedTexts } from '../concerns/index.ts';
import { attachmentsByGiver } from './attachment-limits.ts';
import { Attachment, eraseUntaken } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
});
afterAll(() => world.end());

async function raise(given: object, as: Caller) {
  const { data } = await world.ask<{ raiseConcern: { problems: { code: string; field: string }[] } }>(
    raiseConcern,
    { input: concernInput(given) },
    as,
  );
  return data.raiseConcern.problems;
}

async function hear(path: string, as: Caller = {}) {
  const response = await fetch(`${world.address}${path}`, {
    headers: {
      ...(as.device && { 'x-device': as.device }),
      ...(as.session && { authorization: `Session ${as.session}` }),
    },
  });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), response };
}

async function rows(): Promise<{ attachments: number; parts: number }> {
  const [row] = await world.em().execute<{ attachments: number; parts: number }[]>(
    `select (select count(*)::int from attachments) attachments,
        (select count(*)::int from attachment_parts) parts`,
  );
  return row!;
}

describe('a recording in parts', () => {
  it('is one recording whatever the order, and however often a part comes', async () => {
    const bytes = aRecording(30, 32_768 * 4 + 700);
    const order = tuple(
      shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      shuffledSubarray([0, 1, 2, 3, 4]),
      integer({ min: 0, max: 4 }),
    );
    await assert(
      asyncProperty(order, async ([first, again, at]) => {
        const device = aDevice();
        const id = randomUUID();
        const story = [...first.slice(0, at), ...again, ...first.slice(at)];
        const there = new Set<number>();
        for (const number of story) {
          there.add(number);
          const { attachment, problems } = await sendPart(world, { device }, { id, bytes, number });
          expect(problems).toEqual([]);
          expect(attachment?.missing).toEqual([0, 1, 2, 3, 4].filter((part) => !there.has(part)));
        }
        expect((await hear(`/attachments/${id}`, { device })).bytes.equals(bytes)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('that comes at once from two windows is one as well', async () => {
    const [device, id, bytes] = [aDevice(), randomUUID(), aRecording(5, 60_000)];
    const parts = [0, 1, 1, 0, 0, 1];
    const replies = await Promise.all(
      parts.map((number) => sendPart(world, { device }, { id, bytes, number })),
    );
    expect(replies.flatMap(({ problems }) => problems)).toEqual([]);
    expect((await hear(`/attachments/${id}`, { device })).bytes.equals(bytes)).toBe(true);
  });

  it.each<[string, () => Buffer, object, object]>([
    ['no sound', () => Buffer.from('<html>'), {}, { code: 'MEDIA_UNREADABLE', field: 'voice' }],
    ['over two minutes', () => aRecording(123), {}, { code: 'MEDIA_TOO_LARGE', field: 'voice' }],
    [
      'over a megabyte',
      () => aRecording(5),
      { size: 1024 * 1024 + 1 },
      { code: 'MEDIA_TOO_LARGE', field: 'size' },
    ],
    ['a part that is not', () => aRecording(5), { number: 7 }, { code: 'OUT_OF_RANGE', field: 'part' }],
    ['a short part', () => aRecording(5), { size: 40_000 }, { code: 'OUT_OF_RANGE', field: 'part' }],
    [
      'for an answer, from a child',
      () => aRecording(5),
      { purpose: 'ANSWER' },
      { code: 'NOT_FOUND', field: 'id' },
    ],
    ['for nothing known', () => aRecording(5), { purpose: 'X' }, { code: 'NOT_IN_LIST', field: 'for' }],
  ])('is refused when it is %s, and nothing is left', async (_, bytes, given, problem) => {
    const before = await rows();
    const part = { id: randomUUID(), bytes: bytes(), number: 0, ...given };
    expect((await sendPart(world, { device: aDevice() }, part)).problems).toEqual([problem]);
    expect(await rows()).toEqual(before);
  });

  it('takes no part of another phone, no other part in the place of one, and no other size', async () => {
    const [device, id] = [aDevice(), randomUUID()];
    const bytes = aRecording(5, 60_000);
    await sendPart(world, { device }, { id, bytes, number: 0 });
    const before = await rows();
    const refused = async (as: Caller, given: object) =>
      (await sendPart(world, as, { id, bytes, number: 0, ...given })).problems[0]?.code;
    expect(await refused({ device: aDevice() }, { number: 1 })).toBe('NOT_FOUND');
    expect(await refused({ device }, { bytes: aRecording(5, 60_000) })).toBe('SAME_KEY_OTHER_CONTENT');
    expect(await refused({ device }, { size: 70_000 })).toBe('SAME_KEY_OTHER_CONTENT');
    expect(await refused({}, {})).toBe('NOT_FOUND');
    expect(await rows()).toEqual(before);
  });

  it('is begun twenty times an hour by one phone; parts of what is begun go on', async () => {
    const device = aDevice();
    for (let at = 0; at < attachmentsByGiver.points - 1; at += 1) await aSentRecording(world, { device });
    const [id, bytes] = [randomUUID(), aRecording(5, 60_000)];
    await sendPart(world, { device }, { id, bytes, number: 0 });
    const over = await sendPart(world, { device }, { id: randomUUID(), bytes: aRecording(5), number: 0 });
    expect(over.problems).toEqual([{ code: 'TOO_MANY_TRIES', field: null }]);
    expect((await sendPart(world, { device }, { id, bytes, number: 1 })).problems).toEqual([]);
  });
});

describe('a concern that is spoken', () => {
  it('needs no words, is heard by who moderates its place, and by nobody else', async () => {
    const device = aDevice();
    const voiceId = await aSentRecording(world, { device }, { seconds: 90, size: 70_000 });
    const { id } = await aConcern(world, { text: '', voiceId }, device);
    expect(await world.em().findOneOrFail(Concern, { id })).toMatchObject({ urgency: 'RAISED', text: '' });

    const sokha = await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
    const elsewhere = await aStaffMember(world, 'Dara', [
      { role: 'FACILITATOR', placeCode: kaevPoar.commune },
    ]);
    const official = await aStaffMember(world, 'Official', []);
    const administrator = await aStaffMember(world, 'Vanna', [{ role: 'ADMINISTRATOR' }]);
    for (const path of [`/concerns/${id}/voice`, `/attachments/${voiceId}`])
      for (const as of [{}, { device }, { device: aDevice() }, elsewhere, official])
        expect((await hear(path, as)).status).toBe(404);
    for (const as of [sokha, administrator]) {
      const { status, bytes, response } = await hear(`/concerns/${id}/voice`, as);
      expect([status, bytes.length > 60_000]).toEqual([200, true]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    const { data } = await world.ask<{ concern: { voice: object } }>(
      'query ($id: ID!) { concern(id: $id) { voice { mediaType seconds } } }',
      { id },
      sokha,
    );
    expect(data.concern.voice).toEqual({ mediaType: 'audio/webm', seconds: 90 });
  });

  it('sent again is the same concern; its recording is taken once and its giver forgotten', async () => {
    const device = aDevice();
    const [voiceId, bytes] = [randomUUID(), aRecording(9)];
    await sendPart(world, { device }, { id: voiceId, bytes, number: 0 });
    const input = concernInput({ text: '', voiceId });
    expect(await raise(input, { device })).toEqual([]);
    const before = await rowCounts(world);
    expect(await raise(input, { device })).toEqual([]);
    expect((await sendPart(world, { device }, { id: voiceId, bytes, number: 0 })).attachment).toEqual({
      id: voiceId,
      missing: [],
    });
    expect(await rowCounts(world)).toEqual(before);
    expect((await world.em().findOneOrFail(Attachment, { id: voiceId })).giver).toBe('');
  });

  it.each<[string, (device: string) => Promise<string>]>([
    ['is not there', async () => randomUUID()],
    ['is another phone’s', async () => aSentRecording(world, { device: aDevice() })],
    [
      'is not whole',
      async (device) => {
        const id = randomUUID();
        await sendPart(world, { device }, { id, bytes: aRecording(5, 60_000), number: 1 });
        return id;
      },
    ],
    [
      'came with another concern',
      async (device) => {
        const voiceId = await aSentRecording(world, { device });
        await aConcern(world, { text: '', voiceId }, device);
        return voiceId;
      },
    ],
  ])('is refused when its recording %s, and nothing is written', async (_, recording) => {
    const device = aDevice();
    const voiceId = await recording(device);
    const before = await rowCounts(world);
    expect(await raise({ text: '', voiceId }, { device })).toEqual([{ code: 'NOT_FOUND', field: 'voiceId' }]);
    expect(await rowCounts(world)).toEqual(before);
  });

  it('is erased as its words are; a recording that nothing came with, after two days', async () => {
    const device = aDevice();
    const voiceId = await aSentRecording(world, { device });
    const { id } = await aConcern(world, { voiceId }, device);
    const untaken = await aSentRecording(world, { device });
    await world.em().nativeUpdate(Concern, { id }, { state: 'RETURNED', moderatedAt: world.clock.now() });
    const em = world.em();
    const is = async (one: string) => (await world.em().count(Attachment, { id: one })) === 1;
    await eraseUntaken({ em, clock: world.clock });
    await eraseModeratedTexts({ em, clock: world.clock });
    expect([await is(voiceId), await is(untaken)]).toEqual([true, true]);
    world.clock.advance(49 * 3_600_000);
    await eraseUntaken({ em, clock: world.clock });
    expect([await is(voiceId), await is(untaken)]).toEqual([true, false]);
    world.clock.advance(29 * 86_400_000);
    expect(await eraseModeratedTexts({ em, clock: world.clock })).toBeGreaterThan(0);
    expect(await is(voiceId)).toBe(false);
    expect(await world.em().findOneOrFail(Concern, { id })).toMatchObject({ text: null, voiceId: null });
  });
});
