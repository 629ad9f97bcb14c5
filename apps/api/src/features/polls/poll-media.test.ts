import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aDraft,
  anOpenPoll,
  pollDeed,
  pollInput,
  pollRefusals,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';
import { cleanSound } from '../attachments/index.ts';

let world: World;
let sokha: Staff;
let dara: Staff;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  [sokha, dara] = await twoFacilitators(world);
});
afterAll(() => world.end());

type Given = { media: { id: string; kind: string; mediaType: string } | null; problems: object[] };

async function give(pollId: string, purpose: string, bytes: Uint8Array, as: Caller = sokha) {
  const response = await fetch(`${world.address}/poll-media?poll=${pollId}&for=${purpose}`, {
    method: 'POST',
    headers: as.session ? { authorization: `Session ${as.session}` } : {},
    body: Buffer.from(bytes),
  });
  return { status: response.status, ...((await response.json()) as Given) };
}

async function look(id: string, as: Caller = {}) {
  const response = await fetch(`${world.address}/poll-media/${id}`, {
    headers: as.session ? { authorization: `Session ${as.session}` } : {},
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

/** A photo as a phone writes it: with the place where it was taken. */
function photo(red = 200): Promise<Buffer> {
  return sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: { r: red, g: 40, b: 40 } } })
    .withExif({ IFD0: { Artist: 'SECRET NAME' }, IFD3: { GPSLatitude: '13/1 5/1 48/1' } })
    .jpeg()
    .toBuffer();
}

describe('a picture of an option', () => {
  it('is drawn anew without what the camera wrote, and shown once the poll is open', async () => {
    const pollId = await aDraft(world, sokha);
    const bytes = await photo();
    expect(bytes.includes('SECRET NAME')).toBe(true);
    const { media, problems } = await give(pollId, 'OPTION', bytes);
    expect(problems).toEqual([]);
    expect(media).toMatchObject({ kind: 'PICTURE', mediaType: 'image/webp' });
    expect((await give(pollId, 'OPTION', bytes)).media?.id).toBe(media!.id);

    const input = { pollId, key: 'o1', titleEn: 'Toilets', pictureId: media!.id };
    expect(await pollRefusals(world, 'changePollOption', input, sokha)).toEqual([]);
    expect((await look(media!.id)).status).toBe(404);
    const inDraft = await look(media!.id, sokha);
    expect(inDraft.headers.get('cache-control')).toBe('no-store');

    await pollDeed(world, 'openPoll', { pollId }, sokha);
    const shown = await look(media!.id);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.headers.get('cache-control')).toContain('immutable');
    const { width, exif } = await sharp(shown.bytes).metadata();
    expect([width, exif]).toEqual([960, undefined]);
    expect(shown.bytes.includes('SECRET')).toBe(false);

    const { data } = await world.ask<{ poll: { options: { picture: object | null }[] } }>(
      `query ($id: ID!) { poll(id: $id) { options { picture { id kind mediaType } sound { id } } } }`,
      { id: pollId },
    );
    expect(data.poll.options[0]!.picture).toEqual(media);
    expect(data.poll.options[1]!.picture).toBeNull();
  });

  it('is refused when it is something else, whatever it is called, and leaves nothing', async () => {
    const pollId = await aDraft(world, sokha);
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>',
    );
    const torn = (await photo()).subarray(0, 600);
    for (const bytes of [svg, torn, Buffer.from('<script>'), Buffer.alloc(0)])
      expect((await give(pollId, 'OPTION', bytes)).problems).toEqual([
        { code: 'MEDIA_UNREADABLE', field: 'file' },
      ]);
    const large = await give(pollId, 'OPTION', Buffer.alloc(5 * 1024 * 1024 + 1));
    expect([large.status, large.problems]).toEqual([413, [{ code: 'MEDIA_TOO_LARGE', field: 'file' }]]);
    const [row] = await world
      .em()
      .execute<{ n: number }[]>(`select count(*)::int as n from poll_media where poll_id = ?`, [pollId]);
    expect(row!.n).toBe(0);
  });

  it('is given by who runs the poll, while it is a draft, to this poll alone', async () => {
    const pollId = await aDraft(world, sokha);
    const other = await aDraft(world, sokha);
    const official = await aStaffMember(world, `official ${randomUUID().slice(0, 6)}`, []);
    const bytes = await photo(90);
    expect((await give(pollId, 'OPTION', bytes, {})).status).toBe(404);
    expect((await give(pollId, 'OPTION', bytes, official)).problems).toEqual([
      { code: 'NOT_FOUND', field: 'pollId' },
    ]);
    const { media } = await give(pollId, 'OPTION', bytes);
    const elsewhere = { pollId: other, key: 'o1', titleEn: 'A', pictureId: media!.id };
    expect(await pollRefusals(world, 'changePollOption', elsewhere, sokha)).toEqual(['NOT_FOUND pictureId']);
    const asSound = { pollId, key: 'o1', titleEn: 'A', soundId: media!.id };
    expect(await pollRefusals(world, 'changePollOption', asSound, sokha)).toEqual(['NOT_FOUND soundId']);
    await pollDeed(world, 'openPoll', { pollId }, sokha);
    expect((await give(pollId, 'OPTION', await photo(10))).problems).toEqual([
      { code: 'WRONG_STATE', field: null },
    ]);
  });
});

describe('the photo of a tally sheet', () => {
  it('is for who typed it in and for the second person, nobody else', async () => {
    const pollId = await anOpenPoll(world, sokha, { ballotType: 'SINGLE_CHOICE' });
    const { media } = await give(pollId, 'SHEET', await photo(30));
    expect(media).toMatchObject({ kind: 'PICTURE', mediaType: 'image/jpeg' });
    const input = {
      idempotencyKey: randomUUID(),
      pollId,
      papers: 3,
      counts: [{ option: 'o1', columns: [3] }],
      photoId: media!.id,
      signers: ['Bopha', 'Vanna'],
    };
    expect(await pollRefusals(world, 'enterPaperCounts', input, sokha)).toEqual([]);
    expect((await look(media!.id, sokha)).status).toBe(200);
    expect((await look(media!.id)).status).toBe(404);
    expect((await look(media!.id, dara)).status).toBe(404);
    await pollDeed(world, 'closePoll', { pollId }, sokha);
    expect((await look(media!.id, dara)).headers.get('cache-control')).toBe('no-store');
    const seen = async (as: Caller) =>
      (
        await world.ask<{ poll: { paperSheets: { photo: object | null }[] } }>(
          `query ($id: ID!) { poll(id: $id) { paperSheets { photo { id } } } }`,
          { id: pollId },
          as,
        )
      ).data.poll.paperSheets;
    expect(await seen(dara)).toEqual([{ photo: { id: media!.id } }]);
    expect(await seen({})).toEqual([]);
  });

  it('may stay away when it is said where the sheet lies, and is no sound', async () => {
    const pollId = await anOpenPoll(world, sokha, { ballotType: 'SINGLE_CHOICE' });
    const ogg = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(40)]);
    expect((await give(pollId, 'SHEET', ogg)).problems).toEqual([
      { code: 'MEDIA_UNREADABLE', field: 'file' },
    ]);
    const input = {
      idempotencyKey: randomUUID(),
      pollId,
      papers: 1,
      counts: [{ option: 'o1', columns: [1] }],
      signers: ['Bopha', 'Vanna'],
    };
    expect(await pollRefusals(world, 'enterPaperCounts', input, sokha)).toEqual(['REQUIRED photoKey']);
    expect(await pollRefusals(world, 'enterPaperCounts', { ...input, photoKey: 'folder-3' }, sokha)).toEqual(
      [],
    );
  });
});

describe('options of a draft', () => {
  it('are rewritten and ordered; keys stay', async () => {
    const pollId = await aDraft(world, sokha);
    const rewritten = { pollId, key: 'o2', titleEn: 'A safe road', titleKm: 'ផ្លូវ' };
    expect(await pollRefusals(world, 'changePollOption', rewritten, sokha)).toEqual([]);
    const order = { pollId, keys: ['o3', 'o2', 'o1'] };
    const { poll } = await pollDeed<{ poll: { options: { key: string; titleEn: string }[] } }>(
      world,
      'orderPollOptions',
      order,
      sokha,
      'poll { options { key titleEn } }',
    );
    expect(poll.options).toEqual([
      { key: 'o3', titleEn: 'Lights' },
      { key: 'o2', titleEn: 'A safe road' },
      { key: 'o1', titleEn: 'Toilets' },
    ]);
    for (const keys of [
      ['o1', 'o2'],
      ['o1', 'o2', 'o2'],
      ['o1', 'o2', 'o9'],
    ])
      expect(await pollRefusals(world, 'orderPollOptions', { pollId, keys }, sokha)).toEqual([
        'OPTION_UNKNOWN keys',
      ]);
    await pollDeed(world, 'openPoll', { pollId }, sokha);
    expect(await pollRefusals(world, 'changePollOption', rewritten, sokha)).toEqual(['WRONG_STATE']);
    expect(await pollRefusals(world, 'orderPollOptions', order, sokha)).toEqual(['WRONG_STATE']);
  });

  it('is heard: the question of a draft has a recording of its own', async () => {
    const pollId = await aDraft(world, sokha);
    const { media } = await give(pollId, 'OPTION', await photo(7));
    const { options: _options, idempotencyKey: _key, ...input } = pollInput(world);
    expect(await pollRefusals(world, 'changePoll', { ...input, pollId, soundId: media!.id }, sokha)).toEqual([
      'NOT_FOUND soundId',
    ]);
    const sound = await give(pollId, 'OPTION', oggWith('SECRET NAME'));
    expect(sound.media).toMatchObject({ kind: 'SOUND', mediaType: 'audio/ogg' });
    expect(
      await pollRefusals(world, 'changePoll', { ...input, pollId, soundId: sound.media!.id }, sokha),
    ).toEqual([]);
    expect((await look(sound.media!.id, sokha)).bytes.includes('SECRET')).toBe(false);
    const heard = async (): Promise<string | undefined> => {
      const { data } = await world.ask<{ poll: { sound: { id: string } | null } }>(
        `query ($id: ID!) { poll(id: $id) { sound { id } } }`,
        { id: pollId },
        sokha,
      );
      return data.poll.sound?.id;
    };
    // Who changes words alone keeps the recording; only null takes it out.
    expect(await pollRefusals(world, 'changePoll', { ...input, pollId }, sokha)).toEqual([]);
    expect(await heard()).toBe(sound.media!.id);
    expect(await pollRefusals(world, 'changePoll', { ...input, pollId, soundId: null }, sokha)).toEqual([]);
    expect(await heard()).toBeUndefined();
  });
});

describe('a recording', () => {
  it('keeps its sound and loses what stood beside it', () => {
    const webm = Buffer.concat([
      element([0x1a, 0x45, 0xdf, 0xa3], Buffer.from([0x42, 0x86, 0x81, 1])),
      element(
        [0x18, 0x53, 0x80, 0x67],
        Buffer.concat([
          element([0x15, 0x49, 0xa9, 0x66], element([0x7b, 0xa9], Buffer.from('SECRET NAME'))),
          element([0x12, 0x54, 0xc3, 0x67], Buffer.from('SECRET PLACE')),
          element([0x1f, 0x43, 0xb6, 0x75], Buffer.from([0xa3, 0x84, 0x81, 0, 1, 0])),
        ]),
      ),
    ]);
    const box = (type: string, content: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(content.length + 8);
      head.write(type, 4);
      return Buffer.concat([head, content]);
    };
    const mp4 = Buffer.concat([
      box('ftyp', Buffer.from('M4A ')),
      box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), box('udta', Buffer.from('SECRET'))])),
      box('mdat', Buffer.from('sound')),
    ]);
    for (const [bytes, mediaType] of [
      [webm, 'audio/webm'],
      [mp4, 'audio/mp4'],
      [oggWith('SECRET'), 'audio/ogg'],
    ] as const) {
      const clean = cleanSound(bytes)!;
      expect(clean.mediaType).toBe(mediaType);
      expect(clean.bytes.length).toBe(bytes.length);
      expect(Buffer.from(clean.bytes).includes('SECRET')).toBe(false);
      expect(cleanSound(clean.bytes)).toEqual(clean);
    }
    expect(Buffer.from(cleanSound(webm)!.bytes).includes(Buffer.from([0xa3, 0x84, 0x81, 0, 1, 0]))).toBe(
      true,
    );
    expect(cleanSound(mp4.subarray(0, 40))).toBeNull();
    expect(cleanSound(webm.subarray(0, webm.length - 2))).toBeNull();
  });
});

function element(id: readonly number[], content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([...id, 0x80 | content.length]), content]);
}

/** Opus in Ogg: a head, a list of comments, one second of silence. The sums of its pages are not looked at. */
function oggWith(comment: string): Buffer {
  const page = (content: Buffer, position: bigint) => {
    const head = Buffer.alloc(28);
    head.write('OggS');
    head.writeBigInt64LE(position, 6);
    head[26] = 1;
    head[27] = content.length;
    return Buffer.concat([head, content]);
  };
  const start = Buffer.alloc(19);
  start.write('OpusHead');
  const comments = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8), Buffer.from(comment)]);
  return Buffer.concat([page(start, 0n), page(comments, 0n), page(Buffer.alloc(10), 48_000n)]);
}
