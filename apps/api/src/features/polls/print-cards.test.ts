import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aClub, anOpenPoll, pollDeed, someCards, type Staff, twoFacilitators } from '../../testing/a-poll.ts';
import { somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';
import { pictureCode } from './card-sheet.ts';

let world: World;
let sokha: Staff;
let dara: Staff;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  [sokha, dara] = await twoFacilitators(world);
});
afterAll(() => world.end());

type Sheet = { fileName: string; mediaType: string; base64: string };

async function print(batchId: string, codes: readonly string[], as: Caller) {
  const { data, errors } = await world.ask<{ cardSheet: { sheet: Sheet | null; problems: object[] } }>(
    `query ($batchId: ID!, $codes: [String!]!) { cardSheet(batchId: $batchId, codes: $codes) {
       sheet { fileName mediaType base64 } problems { code field } } }`,
    { batchId, codes },
    as,
  );
  expect(errors).toEqual([]);
  return data.cardSheet;
}

it('prints the cards of a batch on A4, ten a page, with the Khmer letters laid in', async () => {
  const pollId = await anOpenPoll(world, sokha, { questionKm: 'តើឃុំគួរដោះស្រាយអ្វីមុនគេ?' });
  const { batchId, codes } = await someCards(world, sokha, { pollId, clubId: await aClub(world, 12, 11) });
  expect(codes).toHaveLength(26);
  const { sheet, problems } = await print(batchId, codes, sokha);
  expect(problems).toEqual([]);
  expect(sheet).toMatchObject({ mediaType: 'application/pdf' });
  expect(sheet!.fileName).toMatch(/^cards-2026-11-30-[0-9a-f]{4}\.pdf$/);
  const pdf = Buffer.from(sheet!.base64, 'base64');
  const text = pdf.toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(textsWithin(pdf)).toMatch(/\/Count 3\b/);
  expect(textsWithin(pdf)).toContain('NotoSansKhmer');
});

it('prints only for who was shown the codes, only these, and nothing of a batch that is void', async () => {
  const pollId = await anOpenPoll(world, sokha);
  const clubId = await aClub(world, 3, 3);
  const one = await someCards(world, sokha, { pollId, clubId, size: 3 });
  const other = await someCards(world, sokha, { pollId, clubId, size: 3 });
  const wrong = [{ code: 'CARD_NOT_RIGHT', field: 'codes' }];
  expect((await print(one.batchId, one.codes, {})).problems).toEqual([
    { code: 'NOT_FOUND', field: 'batchId' },
  ]);
  expect((await print(one.batchId, one.codes, dara)).problems).toEqual([
    { code: 'WRONG_STATE', field: null },
  ]);
  expect((await print(one.batchId, other.codes, sokha)).problems).toEqual(wrong);
  expect((await print(one.batchId, [], sokha)).problems).toEqual(wrong);
  expect((await print(one.batchId, [...one.codes, one.codes[0]!], sokha)).problems).toEqual(wrong);
  expect((await print(one.batchId, ['#eval("1")'], sokha)).problems).toEqual(wrong);
  await pollDeed(world, 'voidCards', { batchId: one.batchId }, dara, 'batch { id }');
  expect((await print(one.batchId, one.codes, sokha)).problems).toEqual([
    { code: 'WRONG_STATE', field: null },
  ]);
});

it('prints a picture code that a phone reads as the address of the question with the card laid ready', async () => {
  const address = 'https://samleng.example/polls?card=7K4M-Q2XW';
  // As it is printed: 34 mm at 150 dots an inch, and turned a little in the hand.
  const drawn = sharp(Buffer.from(pictureCode(address)))
    .resize(200)
    .flatten({ background: '#fff' });
  const { data, info } = await drawn
    .rotate(4, { background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(decodeQR({ width: info.width, height: info.height, data })).toBe(address);
});

/** What a PDF says, its packed parts too. */
function textsWithin(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at);
    try {
      parts.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not every part is packed.
    }
  }
  return parts.join('\n');
}
