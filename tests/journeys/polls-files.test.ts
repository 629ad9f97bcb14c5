import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeByTwo, dayFromNow, fillOptions } from './polls-steps.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

/** Opus in Ogg, one second of silence: a head, an empty list of comments, and a page that ends at 48,000 samples. */
function aRecording(): Buffer {
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
  const comments = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);
  return Buffer.concat([page(start, 0n), page(comments, 0n), page(Buffer.alloc(10), 48_000n)]);
}

/** A photo of more than 5 MB, as a phone takes it: noise does not pack. */
function aLargePhoto(): Buffer {
  const [width, height] = [1_600, 1_150];
  const points = randomBytes((width * 3 + 1) * height);
  for (let row = 0; row < height; row += 1) points[row * (width * 3 + 1)] = 0;
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  const part = (name: string, content: Buffer) => {
    const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name), content, Buffer.alloc(4)]);
    whole.writeUInt32BE(content.length);
    whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
    return whole;
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', deflateSync(points, { level: 0 })),
    part('IEND', Buffer.alloc(0)),
  ]);
}

async function give(
  page: Page,
  field: string,
  name: string,
  mimeType: string,
  buffer: Buffer,
): Promise<void> {
  await page.locator(`#${field}`).setInputFiles({ name, mimeType, buffer });
}

async function addressOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().getAttribute('src')) ?? '';
}

async function statusFor(page: Page, address: string): Promise<number> {
  return (await page.request.get(address)).status();
}

/**
 * Without script a phone's whole photo is refused, and comes back with what was typed; with script it is drawn smaller
 * before it is sent.
 */
async function sendLargePhoto(sokha: Page, id: string): Promise<void> {
  const photo = { name: 'sheet.png', mimeType: 'image/png', buffer: aLargePhoto() };
  const reply = await sokha.request.post(`/facilitate/polls/${id}/papers?/enter`, {
    multipart: { papers: '4', 'count-o1-chosen': '37', signer1: 'Teacher of grade 5', photo },
    headers: { origin: new URL(sokha.url()).origin, accept: 'text/html' },
  });
  expect(reply.status()).toBe(400);
  const page = await reply.text();
  expect(page).toContain('៥ MB');
  expect(page).toContain('value="37"');
  await sokha.locator('#photo').setInputFiles(photo);
  const sizeOf = (field: HTMLInputElement) => field.files?.[0]?.size ?? 0;
  await expect.poll(() => sokha.locator('#photo').evaluate(sizeOf)).toBeLessThan(5 * 1024 * 1024);
}

describe.each(['km', 'en'] as const)(
  'Sokha gives a poll pictures and recordings, in %s',
  (language: Language) => {
    it('a child sees and hears them, and the photo of a tally sheet is for the two alone', async () => {
      const sokha = await visit({ language });
      await signIn(sokha, 'sokha');
      await sokha.goto('/facilitate/polls/new?type=SINGLE_CHOICE');
      await sokha.locator('#questionKm').fill('តើកន្លែងលេងគួរនៅឯណា?');
      await sokha.locator('#questionEn').fill('Where should the playground be?');
      await sokha.locator('input[name=electorate][value=OPEN]').check();
      await sokha.locator('#opensAt').fill(dayFromNow(-1));
      await sokha.locator('#closesAt').fill(dayFromNow(300));
      await fillOptions(sokha, [
        ['ក្បែរសាលា', 'Beside the school'],
        ['ក្បែរវត្ត', 'Beside the pagoda'],
      ]);
      await sokha.locator('form[action="?/make"] > button').click();
      await sokha.waitForURL(/done=made/);
      const id = /polls\/([0-9a-f-]{36})/.exec(sokha.url())?.[1] ?? '';
      const picture = await sokha.screenshot();

      await sokha.goto(`/facilitate/polls/${id}/options/o1`);
      await give(sokha, 'option-photo', 'school.png', 'image/png', Buffer.from('no picture at all'));
      await sokha.locator('main form > button').click();
      await expect.poll(() => sokha.locator('.mistakes').textContent()).toContain('WebM');
      await expectAccessible(sokha);
      await give(sokha, 'option-photo', 'school.png', 'image/png', picture);
      await give(sokha, 'option-sound', 'school.ogg', 'audio/ogg', aRecording());
      await sokha.locator('main form > button').click();
      await sokha.waitForURL(/done=rewritten/);

      // The question's own recording stays when only words change.
      await sokha.goto(`/facilitate/polls/${id}/change`);
      await give(sokha, 'sound', 'question.ogg', 'audio/ogg', aRecording());
      await sokha.locator('main form > button').click();
      await sokha.waitForURL(/done=changed/);
      await sokha.goto(`/facilitate/polls/${id}/change`);
      await expectAccessible(sokha);
      await sokha.locator('#questionEn').fill('Where do we want the playground?');
      await sokha.locator('main form > button').click();
      await sokha.waitForURL(/done=changed/);
      await sokha.locator('form[action="?/open"] button').click();
      await sokha.waitForURL(/done=opened/);

      const child = await visit({ language, withScript: false });
      await child.goto(`/polls/${id}`);
      await expect.poll(() => child.locator('main audio').count()).toBe(2);
      const seen = await addressOf(child, 'main img[src^="/polls/media/"]');
      for (const address of [seen, await addressOf(child, 'main audio')])
        expect(await statusFor(child, address)).toBe(200);
      const listener = await visit({ language });
      await listener.goto(`/polls/${id}`);
      await expectAccessible(listener);

      await sokha.goto(`/facilitate/polls/${id}/papers`);
      await sokha.locator('#papers').fill('4');
      for (const [row, count] of ['3', '1'].entries())
        await sokha.locator(`input[name="count-o${String(row + 1)}-chosen"]`).fill(count);
      await sokha.locator('#signer1').fill('Teacher of grade 5');
      await sokha.locator('#signer2').fill('Head of the club');
      if (language === 'km') await sendLargePhoto(sokha, id);
      else await give(sokha, 'photo', 'sheet.png', 'image/png', picture);
      await sokha.locator('form[action="?/enter"] button').click();
      await sokha.waitForURL(/done=entered/);
      await expectAccessible(sokha);
      const sheet = (await sokha.locator('main a[href^="/polls/media/"]').getAttribute('href')) ?? '';
      const second = await closeByTwo(sokha, id, language);
      const chan = await visit({ language });
      await signIn(chan, 'chan');
      const statuses = await Promise.all([sokha, second, chan, child].map((page) => statusFor(page, sheet)));
      expect(statuses).toEqual([200, 200, 404, 404]);

      // Everybody of the commune hears that it is over, whether or not they answered.
      const reader = await visit({ language });
      await reader
        .context()
        .addCookies([{ name: 'commune', value: '140907', domain: 'localhost', path: '/' }]);
      await reader.goto('/notices');
      await expect.poll(() => reader.locator(`#polls a[href="/polls/${id}"]`).count()).toBe(1);
      await expectAccessible(reader);
    });
  },
);
