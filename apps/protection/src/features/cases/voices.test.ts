import { soundKind } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCase, aReceipt, type Code } from '../../testing/child.ts';
import { open } from '../../testing/desk.ts';
import { aPerson, lvea, type Person } from '../../testing/people.ts';
import { aDevice, aKey, startWorld, type World } from '../../testing/world.ts';

/** An Ogg file of two pages: the Opus head, and an end at so many seconds. */
function ogg(seconds: number): Buffer {
  const page = (granule: bigint, content: Buffer) => {
    const head = Buffer.alloc(28);
    head.write('OggS');
    head.writeBigInt64LE(granule, 6);
    head[26] = 1;
    head[27] = content.length;
    return Buffer.concat([head, content]);
  };
  const opus = Buffer.alloc(19);
  opus.write('OpusHead');
  opus.writeUInt16LE(312, 10);
  return Buffer.concat([page(0n, opus), page(BigInt(seconds * 48_000 + 312), Buffer.from('sound'))]);
}

/** A WebM file as recorders stream it: sizes unknown, no duration, one cluster with a block at so many seconds. */
function webm(seconds: number): Buffer {
  const unknown = Buffer.from('01ffffffffffffff', 'hex');
  const time = Buffer.alloc(4);
  time.writeUInt32BE(seconds * 1_000 - 500);
  return Buffer.concat([
    Buffer.from('1a45dfa384', 'hex'),
    Buffer.from('42868101', 'hex'),
    Buffer.from('18538067', 'hex'),
    unknown,
    Buffer.from('1549a966872ad7b1830f4240', 'hex'),
    Buffer.from('1f43b675', 'hex'),
    unknown,
    Buffer.from('e784', 'hex'),
    time,
    Buffer.from('a3868101f4800000', 'hex'),
  ]);
}

describe('a recording', () => {
  it('is recognised by its content', () => {
    expect(soundKind(ogg(3))).toEqual({ kind: 'audio/ogg', seconds: 3 });
    expect(soundKind(webm(3))).toEqual({ kind: 'audio/webm', seconds: 3 });
    const mp4 = Buffer.alloc(60);
    mp4.write('ftypM4A ', 4);
    mp4.write('mvhd', 16);
    mp4.writeUInt32BE(1_000, 32);
    mp4.writeUInt32BE(90_500, 36);
    expect(soundKind(mp4)).toEqual({ kind: 'audio/mp4', seconds: 90.5 });
    mp4.writeUInt32BE(0, 36);
    expect(soundKind(mp4)).toEqual({ kind: 'audio/mp4', seconds: null });
    for (const other of ['<html>', '', 'GIF89a', 'RIFF....WAVE'])
      expect(soundKind(Buffer.from(other))).toBeNull();
  });

  it('that is broken ends the reading, not the service', () => {
    for (const whole of [ogg(3), webm(3)])
      for (let length = 4; length < whole.length; length += 1)
        expect(() => soundKind(whole.subarray(0, length))).not.toThrow();
  });
});

describe('a child’s voice', () => {
  let world: World;
  let phalla: Person;
  let sopheap: Person;
  beforeAll(async () => {
    world = await startWorld();
    phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
    sopheap = await aPerson(world, 'Sopheap', { receivesIn: '17' });
  });
  afterAll(() => world.end());

  async function say(
    receipt: string,
    bytes: Buffer,
    key = aKey(),
  ): Promise<{ status: number; problems: Code[] }> {
    const response = await fetch(`${world.address}/voice`, {
      method: 'POST',
      headers: { 'x-receipt': receipt, 'x-idempotency-key': key, 'x-device': aDevice() },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, ...((await response.json()) as { problems: Code[] }) };
  }
  const listen = (caseId: string, itemId: string, as: Person) =>
    fetch(`${world.address}/cases/${caseId}/voices/${itemId}`, {
      headers: { authorization: `Session ${as.session}` },
    });
  const voicesOf = async (id: string) =>
    world
      .em()
      .execute<{ id: string }[]>(`select id from case_items where field = 'VOICE' and case_id = ?`, [id]);

  it('is kept sealed, once, and heard by the worker whose case it is', async () => {
    const { id, receipt } = await aCase(world, { text: '', voiceFollows: true });
    const key = aKey();
    expect(await say(receipt, ogg(100), key)).toEqual({ status: 200, problems: [] });
    expect(await say(receipt, ogg(100), key)).toEqual({ status: 200, problems: [] });
    const [voice, ...more] = await voicesOf(id);
    expect(more).toEqual([]);
    expect((await open(world, phalla, id)).opened?.report.text).toBe('');
    const heard = await listen(id, voice!.id, phalla);
    expect(heard.headers.get('content-type')).toBe('audio/ogg');
    expect(Buffer.from(await heard.arrayBuffer()).equals(ogg(100))).toBe(true);
    expect((await listen(id, voice!.id, sopheap)).status).toBe(404);
    const entries = await world
      .em()
      .execute(`select actor_id from audit_entries where deed = 'openVoice' and subject_id = ?`, [id]);
    expect(entries).toEqual([{ actor_id: phalla.accountId }]);
  });

  it('is refused when it is too long, too large, no sound, or the receipt is wrong', async () => {
    const { id, receipt } = await aCase(world);
    const refusal = async (receiptGiven: string, bytes: Buffer) => (await say(receiptGiven, bytes)).problems;
    expect(await refusal(receipt, ogg(123))).toEqual([{ code: 'TOO_LONG', field: 'voice' }]);
    expect(await refusal(receipt, Buffer.from('not a sound'))).toEqual([
      { code: 'UNREADABLE_TEXT', field: 'voice' },
    ]);
    expect(await refusal(aReceipt(), ogg(1))).toEqual([{ code: 'RECEIPT_NOT_RIGHT', field: 'receipt' }]);
    expect((await say(receipt, Buffer.concat([ogg(1), Buffer.alloc(1024 * 1024)]))).status).toBe(413);
    expect(await voicesOf(id)).toEqual([]);
  });
});
