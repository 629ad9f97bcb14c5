import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { answers, endService, freePort } from '../../scripts/run.ts';
import { type OpenedCase, until, type Worker, worker } from './desk-worker.ts';
import {
  addressesOf,
  neutralAddress,
  expectNothingKept,
  expectNothingTold,
  neutral,
  tracesInPublicHouse,
} from './kept.ts';
import { raiseConcern } from './story.ts';
import { expectAccessible, type Language, visit } from './visit.ts';

const commune = '140907';
const words: Readonly<Record<Language, string>> = {
  km: '[TEST] ពាក្យប្រឌិត៖ សូមសរសេរមកខ្ញុំវិញ។',
  en: '[TEST] Invented words: please write back to me.',
};
const reply: Readonly<Record<Language, string>> = {
  km: '[TEST] ខ្ញុំបានអានហើយ។ ប្អូនអាចប្រាប់ខ្ញុំបន្ថែមបានទេ?',
  en: '[TEST] I have read it. Can you tell me more?',
};
const more: Readonly<Record<Language, string>> = {
  km: '[TEST] បាទ ខ្ញុំអាចសរសេរបន្ថែម។',
  en: '[TEST] Yes, I can write more.',
};

/** From speaking up to the form in confidence. */
async function toForm(page: Page, look: () => Promise<void> = async () => undefined): Promise<void> {
  await page.goto(`/raise?commune=${commune}`);
  await page.locator('main a[href^="/safe"]').click();
  await page.goto(`/safe?commune=${commune}`);
  await look();
  await page.locator('button[name=go][value=tell]').click();
  await page.locator('textarea[name=text]').waitFor();
  await look();
}

/** Sends the form and gives the digits that are shown. */
async function send(page: Page): Promise<string> {
  await page.locator('button[name=go][value=send]').click();
  await page.locator('[data-receipt]').waitFor();
  const receipt = (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
  expect(receipt).toMatch(/^\d{16}$/);
  return receipt;
}

/** Comes back with a code; where one is still shown, it is put away first. */
async function comeBack(page: Page, receipt: string): Promise<string> {
  const kept = page.locator('main form[action$="kept"] button');
  if ((await kept.count()) > 0) await kept.click();
  await page.goto('/my');
  await page.locator('input[name=receipt]').fill(receipt);
  await page.locator('main form button').first().click();
  return page.locator('main').innerText();
}

/** The one case a worker has now and had not before. */
async function newCase(someone: Worker, before: readonly string[]): Promise<string> {
  const [id, ...others] = (await someone.inbox()).filter((each) => !before.includes(each));
  expect(others).toEqual([]);
  return id!;
}

const inKhmerDigits = (receipt: string) =>
  receipt
    .replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)))
    .replace(/(.{4})/g, '$1 ')
    .trim();

describe.each(['km', 'en'] as const)('a child tells in confidence, in %s', (language) => {
  it('without JavaScript: is answered, writes again, changes the code, erases all', async () => {
    await until(true, commune);
    const phalla = await worker('Phalla');
    const before = await phalla.inbox();
    const page = await visit({ language, withScript: false });
    await toForm(page);
    await expect.poll(() => page.title()).toMatch(neutral);
    expect((await page.locator('input[name=voice]').boundingBox())!.width).toBeLessThanOrEqual(328);
    await page.locator('textarea[name=text]').fill(words[language]);
    await page.locator('input[name=danger][value=NO]').check();
    const receipt = await send(page);
    expect(new URL(page.url()).pathname).toBe('/my');
    await expectNothingTold(page, receipt, 'TEST');
    await page.locator('main form[action$="kept"] button').click();
    await expect.poll(() => page.locator('main').innerText()).not.toContain(receipt.slice(0, 4));

    expect(await comeBack(page, inKhmerDigits(receipt))).not.toContain('TEST');
    await expect.poll(() => page.locator('textarea[name=text]').count()).toBe(1);
    await expectNothingTold(page, receipt);
    const caseId = await newCase(phalla, before);
    expect((await phalla.open(caseId))?.report).toMatchObject({ text: words[language], dangerNow: 'NO' });
    await phalla.reply(caseId, reply[language]);

    expect(await comeBack(page, receipt)).toContain(reply[language]);
    await page.locator('textarea[name=text]').fill(more[language]);
    await page.locator('form[action$="write"] button').click();
    await expect.poll(() => page.locator('main').innerText()).toContain(more[language]);
    expect((await phalla.open(caseId))?.messages.map(({ text }) => text)).toEqual([
      reply[language],
      more[language],
    ]);

    await page.locator('details', { has: page.locator('form[action$="changeCode"]') }).click();
    await page.locator('form[action$="changeCode"] button').click();
    const second = (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
    expect(second).not.toBe(receipt);
    await page.locator('main form[action$="kept"] button').click();
    await comeBack(page, receipt);
    await expect.poll(() => page.locator('textarea[name=text]').count()).toBe(0);
    await expect.poll(() => page.locator('main [role=alert]').count()).toBe(1);

    expect(await comeBack(page, second)).toContain(reply[language]);
    await page.locator('details', { has: page.locator('form[action$="erase"]') }).click();
    await page.locator('input[name=sure]').check();
    await page.locator('form[action$="erase"] button').click();
    await page.locator('main [role=status]').waitFor();
    await comeBack(page, second);
    await expect.poll(() => page.locator('main [role=alert]').count()).toBe(1);
    expect(await phalla.inbox()).not.toContain(caseId);
  });

  it('with JavaScript, every screen accessible', async () => {
    const page = await visit({ language });
    const addresses = addressesOf(page);
    const look = async (...secrets: string[]) => {
      await expectAccessible(page);
      await expectNothingKept(page, ...secrets);
    };
    await toForm(page, look);
    await page.goto('/safe?area=');
    await look();
    await page.goto(`/safe?commune=${commune}`);
    await page.locator('button[name=go][value=tell]').click();
    await page.locator('button[name=go][value=send]').click();
    await page.locator('main [role=alert]:visible').waitFor();
    await look();
    await page.locator('details summary').first().click();
    await look();
    await page.locator('textarea[name=text]').fill(words[language]);
    await expectNothingKept(page, words[language]);
    const receipt = await send(page);
    const digits = [receipt, receipt.replace(/(.{4})(?=.)/g, '$1 '), words[language]];
    await look(...digits);
    await comeBack(page, receipt);
    await look(...digits);
    await page.locator('textarea[name=text]').fill(more[language]);
    await page.locator('form[action$="write"] button').click();
    for (const summary of await page.locator('main details summary').all()) await summary.click();
    await look(...digits, more[language]);
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect(address).toMatch(neutralAddress);
  });
});

describe('what was told in confidence', () => {
  it('is nowhere in the house of the public: not its database, backup, feeds, sitemap or pages', async () => {
    const { pages } = inject('product');
    const secrets = [words.km, words.en, more.km, more.en].map((text) => text.replace('[TEST] ', ''));
    const known = 'Lvea';
    expect((await tracesInPublicHouse([known])).length).toBeGreaterThan(1);
    expect(await tracesInPublicHouse(secrets)).toEqual([]);
    const addresses = [
      `/issues?commune=${commune}`,
      `/feeds/${commune}.rss`,
      `/feeds/${commune}.json`,
      '/sitemap.xml',
      '/',
    ];
    for (const address of addresses) {
      const reply = await fetch(`${pages}${address}`, { headers: { cookie: 'language=en' } });
      const text = await reply.text();
      for (const secret of [...secrets, words.en]) expect(text, address).not.toContain(secret);
    }
  });
});

describe('leaving quickly', () => {
  it.each([true, false])('takes the form away; Back does not show it (script: %s)', async (withScript) => {
    const page = await visit({ language: 'en', withScript });
    await toForm(page);
    await page.locator('textarea[name=text]').fill(words.en);
    await page.locator('header [data-leave]').click();
    await page.waitForURL('**/quick-exit');
    expect(await page.content()).not.toContain('TEST');
    await page.goBack({ waitUntil: 'commit' }).catch(() => null);
    await page.waitForTimeout(500);
    expect(await page.content()).not.toContain('<textarea');
    expect(await page.content()).not.toContain('TEST');
    await page.goto('/safe').catch(() => page.goto('/safe'));
    if (withScript) {
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
        (await caches.keys()).length,
      ]);
      expect(kept).toEqual([0, 0, 0, 0]);
    }
    const cookies = (await page.context().cookies()).map(({ name }) => name).sort();
    expect(cookies).toEqual(['device', 'language']);
  });

  it('from the page with the code leaves no way back to it', async () => {
    const page = await visit({ language: 'km', withScript: false });
    await toForm(page);
    await page.locator('textarea[name=text]').fill(words.km);
    const receipt = await send(page);
    await page.locator('header [data-leave]').click();
    await page.waitForURL('**/quick-exit');
    await page.goBack().catch(() => null);
    expect((await page.content()).replace(/\s/g, '')).not.toContain(receipt);
    await page.goto('/my').catch(() => page.goto('/my'));
    await expect.poll(() => page.locator('[data-receipt]').count()).toBe(0);
  });
});

describe('who reads it', () => {
  it('is said with names; at night it says that nobody is there, and takes it in all the same', async () => {
    await until(true, commune);
    const page = await visit({ language: 'en', withScript: false });
    // The address on the commune's poster.
    await page.goto(`/c/${commune}`);
    await page.locator(`main a[href="/safe?commune=${commune}"]`).click();
    await expect.poll(() => page.locator('main').innerText()).toContain('Phalla');
    await expect.poll(() => page.locator('main').innerText()).toContain('Somebody is there now.');
    await until(false, commune);
    await page.goto(`/safe?commune=${commune}`);
    await expect
      .poll(() => page.locator('main').innerText())
      .toMatch(/Nobody is there just now\. .*\d\d:\d\d/);
    await expect.poll(() => page.locator('main a[href="tel:1280"]').count()).toBeGreaterThan(0);
    await page.locator('button[name=go][value=tell]').click();
    await page.locator('textarea[name=text]').fill(words.en);
    await send(page);
  });

  it('follows the place, which is found by its name without JavaScript', async () => {
    const page = await visit({ language: 'km', withScript: false });
    await page.goto('/polls');
    await page.locator('footer a[href="/safe"]').click();
    await page.locator('main a[href="/safe?area="]').click();
    await page.locator('input[name=placeText]').fill('ល្វា');
    await page.locator('button[name=go][value=findPlace]:not([aria-hidden])').click();
    await page.locator(`button[name=go][value="place:${commune}"]`).click();
    expect(new URL(page.url()).search).toBe(`?commune=${commune}`);
    await expect.poll(() => page.locator('main').innerText()).toContain('Phalla');
    await page.locator('button[name=go][value=tell]').click();
    await expect.poll(() => page.locator('input[name=commune]').inputValue()).toBe(commune);
  });

  it('is not the person the child names, who finds nothing', async () => {
    const [phalla, chea] = [await worker('Phalla'), await worker('Chea')];
    const [hers, his] = [await phalla.inbox(), await chea.inbox()];
    const page = await visit({ language: 'en', withScript: false });
    await toForm(page);
    await page.locator('textarea[name=text]').fill(words.en);
    await page.locator('input[name=charge][value=YES]').check();
    await page.locator('details summary').first().click();
    await page.locator('label.choice', { hasText: 'Phalla' }).locator('input').check();
    await send(page);
    expect(await phalla.inbox()).toEqual(hers);
    const caseId = await newCase(chea, his);
    expect(await phalla.open(caseId)).toBeNull();
    expect((await chea.open(caseId))?.report.aboutSomeoneInCharge).toBe('YES');
  });
});

describe('a recording', () => {
  const opened = async (before: readonly string[], someone: Worker): Promise<OpenedCase | null> =>
    someone.open(await newCase(someone, before));

  it('is sent without JavaScript from a file, and words may be missing', async () => {
    const phalla = await worker('Phalla');
    const before = await phalla.inbox();
    const page = await visit({ language: 'km', withScript: false });
    await toForm(page);
    const sound = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(150_000, 7)]);
    await page
      .locator('input[name=voice]')
      .setInputFiles({ name: 'my name.ogg', mimeType: 'audio/ogg', buffer: sound });
    await send(page);
    const { report, voices } = (await opened(before, phalla))!;
    expect([report.text, voices.length]).toEqual(['', 1]);
  });

  it('that is none, or too long, is refused in words, and what was written is sent without it', async () => {
    const page = await visit({ language: 'en', withScript: false });
    await toForm(page);
    const file = (buffer: Buffer) => ({ name: 'a.mp3', mimeType: 'audio/mpeg', buffer });
    for (const wrong of [Buffer.from('no sound at all'), Buffer.alloc(1024 * 1024 + 1)]) {
      await page.locator('input[name=voice]').setInputFiles(file(wrong));
      await page.locator('button[name=go][value=send]').click();
      await expect.poll(() => page.locator('main [role=alert]').first().innerText()).toContain('NOT sent');
    }
    await page.locator('textarea[name=text]').fill(words.en);
    await page.locator('input[name=voice]').setInputFiles(file(Buffer.from('no sound at all')));
    await send(page);
    await expect.poll(() => page.locator('main').innerText()).toContain('The recording has not');
  });

  it('is made in the page where there is script', async () => {
    const phalla = await worker('Phalla');
    const before = await phalla.inbox();
    const page = await visit({ language: 'en' });
    // No machine that runs this has a microphone: the page is given a tone.
    await page.addInitScript(() => {
      const tone = () => {
        const context = new AudioContext();
        const source = context.createOscillator();
        const sink = context.createMediaStreamDestination();
        source.connect(sink);
        source.start();
        return Promise.resolve(sink.stream);
      };
      Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: tone } });
    });
    await toForm(page);
    await page.locator('[data-speak-start]').click();
    await page.locator('[data-speak-stop]').waitFor();
    await page.waitForTimeout(1_500);
    await page.locator('[data-speak-stop]').click();
    await page.locator('[data-speak-drop]').waitFor();
    await expectAccessible(page);
    await send(page);
    expect((await opened(before, phalla))?.voices.length).toBe(1);
  });
});

describe('when it is not all well', () => {
  it('words of danger cannot be erased by whoever holds the phone, and the page says why', async () => {
    const page = await visit({ language: 'en', withScript: false });
    await toForm(page);
    await page.locator('textarea[name=text]').fill(words.en);
    await page.locator('input[name=danger][value=YES]').check();
    await comeBack(page, await send(page));
    await expect.poll(() => page.locator('form[action$="erase"]').count()).toBe(0);
    await page.locator('main details summary').last().click();
    await expect.poll(() => page.locator('main').innerText()).toContain('cannot be erased');
  });

  it('a phone on which many opened their concerns still opens a case', async () => {
    const page = await visit({ language: 'en', withScript: false });
    const concern = await raiseConcern(page, 'The pump at the corner is dry.');
    await toForm(page);
    await page.locator('textarea[name=text]').fill(words.en);
    const receipt = await send(page);
    for (let time = 0; time < 7; time += 1) {
      await comeBack(page, concern);
      await expect.poll(() => page.locator('.beside').count()).toBe(1);
    }
    await comeBack(page, receipt);
    await expect.poll(() => page.locator('textarea[name=text]').count()).toBe(1);
  });

  it('digits that are none, and digits nobody has, say the same and keep nothing', async () => {
    const page = await visit({ language: 'en', withScript: false });
    for (const digits of ['12', '0000 0000 0000 0000']) {
      await comeBack(page, digits);
      await expect
        .poll(() => page.locator('main [role=alert]').innerText())
        .toContain('do not open anything');
      await expect.poll(() => page.locator('input[name=receipt]').inputValue()).toBe('');
    }
    const cookies = (await page.context().cookies()).map(({ name }) => name).sort();
    expect(cookies).toEqual(['device', 'language']);
  });

  it('without a network nothing is sent, nothing is put aside, and the page says so', async () => {
    const page = await visit({ language: 'en' });
    await toForm(page);
    await page.locator('textarea[name=text]').fill(words.en);
    await page.context().setOffline(true);
    await page.locator('button[name=go][value=send]').click();
    await expect
      .poll(() => page.locator('[data-offline]').innerText())
      .toContain('Nothing was sent, and nothing is kept');
    await expect.poll(() => page.locator('textarea[name=text]').inputValue()).toBe(words.en);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await page.context().setOffline(false);
    await send(page);
  });

  it('a desk that is away is said to be away: nothing is pretended, the words come back in the form alone', async () => {
    const port = await freePort(43_610);
    const here = `http://localhost:${port}`;
    const web = startAlone(port);
    let log = '';
    web.stderr?.on('data', (part: Buffer) => (log += part.toString()));
    try {
      expect(await answers(`${here}/health/live`, web, 60)).toBe(true);
      const page = await (await fetch(`${here}/safe`, { headers: { cookie: 'language=en' } })).text();
      expect(page).toContain('We cannot receive anything here just now');
      expect(page).toContain('tel:1280');
      expect(page).not.toContain('value="tell"');
      const form = new FormData();
      const secret = 'CANARY-4711 these words stand nowhere else';
      form.set('receipt', '1234123412341234');
      form.set('key', crypto.randomUUID());
      form.set('voiceKey', crypto.randomUUID());
      form.set('text', secret);
      form.set('go', 'send');
      const sent = await fetch(`${here}/safe?/go`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html', cookie: 'language=en' },
        body: form,
      });
      const shown = await sent.text();
      expect(sent.status).toBe(503);
      expect(sent.headers.get('cache-control')).toBe('no-store');
      expect(shown).toContain(secret);
      expect(shown).toContain('NOT sent');
      expect(log).not.toContain('CANARY');
      expect(log).not.toContain('1234123412341234');
    } finally {
      await endService(web, 10);
    }
  });
});

/** The pages without either service. */
function startAlone(port: number): ChildProcess {
  return spawn(process.execPath, ['server.ts'], {
    cwd: fileURLToPath(new URL('../../apps/web/', import.meta.url)),
    env: {
      ...process.env,
      PORT: String(port),
      API_URL: 'http://127.0.0.1:9',
      PROTECTION_URL: 'http://127.0.0.1:9',
      PUBLIC_URL: inject('product').pages,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
