import { persona } from '@samleng/personas';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aRecording } from './a-recording.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

const words: Readonly<Record<Language, string>> = {
  km: 'រនាំងស្ពានឈើនៅមុខវត្តបាក់អស់ហើយ ក្មេងៗខ្លាចធ្លាក់ទឹក។',
  en: 'The rail of the wooden bridge by the pagoda is gone and small children may fall into the water.',
};

/** Through the three screens, from the link of the commune, to the receipt. Gives its digits. */
async function raise(page: Page, language: Language, withAxe: boolean): Promise<string> {
  const look = async () => {
    if (withAxe) await expectAccessible(page);
  };
  await page.goto('/raise?commune=140907');
  await look();
  await page.locator('button[name=go][value=about]').click();
  await page.locator('input[name=category][value=ROAD_SAFETY]').check();
  await page.locator('select[name=village]').selectOption('14090704');
  await look();
  await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
  await page.locator('textarea[name=text]').fill(words[language]);
  await look();
  await page.locator('main button[name=go][value=send]:not([aria-hidden])').first().click();
  const sendAnyway = page.locator('main button[name=go][value=sendNew]');
  await page.locator('[data-receipt]').or(sendAnyway).first().waitFor();
  if ((await sendAnyway.count()) > 0) await sendAnyway.first().click();
  await page.locator('[data-receipt]').waitFor();
  await look();
  const receipt = (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
  expect(receipt).toMatch(/^\d{16}$/);
  return receipt;
}

describe.each(['km', 'en'] as const)('Sreymom raises a concern, in %s', (language) => {
  it('without JavaScript, and comes back with the receipt in Khmer digits', async () => {
    const page = await visit({ language, withScript: false });
    const receipt = await raise(page, language, false);
    const khmer = receipt.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)));
    await page.goto('/my');
    await page.locator('input[name=receipt]').fill(khmer.replace(/(.{4})/g, '$1 '));
    await page.locator('main form button').first().click();
    await expect.poll(() => page.locator('main').innerText()).toContain(words[language]);
    expect(page.url()).not.toContain(receipt);
  });

  it('with JavaScript, every screen accessible', async () => {
    const page = await visit({ language });
    const receipt = await raise(page, language, true);
    await page.goto('/my');
    await expectAccessible(page);
    await page.locator('input[name=receipt]').fill(receipt);
    await page.locator('main form button').first().click();
    await expectAccessible(page);
    await expect.poll(() => page.locator('main').innerText()).toContain(words[language]);
  });
});

describe('Dara speaks instead of writing', () => {
  it('records, hears it and sends it; Sokha hears it in the queue', async () => {
    const page = await visit({ language: 'en' });
    await page.goto('/raise?commune=140907');
    await page.locator('button[name=go][value=about]').click();
    await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
    await page.locator('[data-speak-start]').click();
    await page.waitForTimeout(1_500);
    await page.locator('[data-speak-stop]').click();
    await page.locator('[data-speak-play]').waitFor();
    await expectAccessible(page);
    const canPlay = () =>
      page.locator('[data-speak-play]').evaluate((sound) => (sound as HTMLAudioElement).error === null);
    expect(await canPlay()).toBe(true);
    await page.locator('main button[name=go][value=send]:not([aria-hidden])').first().click();
    await page.locator('[data-receipt]').waitFor();
    const receipt = (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
    await page.goto('/my');
    await page.locator('input[name=receipt]').fill(receipt);
    await page.locator('main form button').first().click();
    await expect.poll(() => page.locator('main').innerText()).toContain('You sent a recording.');

    const desk = await visit({ language: 'en', width: 1280 });
    await signIn(desk, 'sokha');
    await desk.goto('/facilitate/concerns');
    await desk
      .locator('main a', { hasText: 'The child\u2019s voice' })
      .or(desk.locator('main a', { hasText: "The child's voice" }))
      .first()
      .click();
    const heard = desk.locator('main audio');
    await expectAccessible(desk);
    const address = await heard.first().getAttribute('src');
    const reply = await desk.request.get(address!);
    expect([reply.status(), reply.headers()['content-type']]).toEqual([200, 'audio/webm']);
    expect((await reply.body()).length).toBeGreaterThan(1_000);
    expect((await page.request.get(address!)).url()).not.toContain('/voice');
  });

  it('sends a file of the phone’s recorder without JavaScript; a file that is no sound stays in the form', async () => {
    const page = await visit({ withScript: false });
    await page.goto('/raise?commune=140907');
    await page.locator('button[name=go][value=about]').click();
    await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
    const send = page.locator('main button[name=go][value=send]:not([aria-hidden])').first();
    const file = page.locator('input[name=sound]');
    await file.setInputFiles({ name: 'x.webm', mimeType: 'audio/webm', buffer: Buffer.from('no sound') });
    await send.click();
    await page.locator('main [role=alert]').waitFor();
    await file.setInputFiles(aRecording(70_000));
    await send.click();
    await page.locator('[data-receipt]').waitFor();
  });
});

/** A device with voices for these languages, that says at once what it is given; what it said stands in the page. */
async function withVoices(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((spoken) => {
    const said: string[] = [];
    const voices = spoken.map((lang) => ({ lang, localService: true }));
    const synth = {
      getVoices: () => voices,
      addEventListener: () => undefined,
      cancel: () => undefined,
      speak(words: SpeechSynthesisUtterance) {
        said.push(words.text);
        setTimeout(() => words.dispatchEvent(new Event('end')));
      },
    };
    class Words extends EventTarget {
      constructor(readonly text: string) {
        super();
      }
    }
    Object.assign(window, { said, SpeechSynthesisUtterance: Words });
    Object.defineProperty(window, 'speechSynthesis', { value: synth });
  }, languages);
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

describe('Vuthy does not read', () => {
  it('hears the page and each choice, and sees pictures instead of words', async () => {
    const page = await visit();
    await withVoices(page, ['km-KH']);
    await page.goto('/');
    await page.locator('[data-aloud-page]').click();
    await expect.poll(() => said(page)).toContain('ប្រាប់យើង។ មានអ្នកត្រូវឆ្លើយ។');
    await page.locator('.aloud a').click();
    await page.waitForLoadState();
    expect(new URL(page.url()).pathname).toBe('/');
    await expectAccessible(page);
    await page.locator('.door-first').click();
    await page.locator('button[name=go][value=about]').click();
    const choice = page.locator('label.choice', { has: page.locator('input[value=HEALTH]') });
    await choice.locator('[data-aloud-say]').click();
    await expect.poll(() => said(page)).toEqual(['សុខភាព']);
    await expect.poll(() => choice.locator('input').isChecked()).toBe(false);
    await expectAccessible(page);
    await page.goto('/?pictures=no');
    await expect.poll(() => page.locator('html[data-pictures]').count()).toBe(0);
  });

  it('finds no button where the device has no voice of the language, or has one that is elsewhere', async () => {
    const page = await visit();
    await withVoices(page, ['en-GB']);
    await page.goto('/help');
    await expect.poll(() => page.locator('[data-aloud-page]').isVisible()).toBe(false);
  });
});

describe('a club’s tablet', () => {
  it('goes from child to child: each starts clean, and staff’s pages are shut meanwhile', async () => {
    const tablet = await visit({ language: 'en' });
    await signIn(tablet, 'sokha');
    await tablet.goto('/facilitate/tablet');
    await expectAccessible(tablet);
    await tablet.locator('main form button').click();
    const turn = await tablet.locator('input[name=turn]').getAttribute('value');
    const receipt = await raise(tablet, 'en', false);
    await expectAccessible(tablet);
    await tablet.goto('/facilitate/concerns');
    expect(new URL(tablet.url()).pathname).toBe('/facilitate/tablet');
    await tablet.goto('/raise');
    await tablet.locator('.next-child button').click();
    await tablet.locator('button[name=go][value=about]').waitFor();
    // "Back", and sending the form of the child before once more.
    const form = { receipt, key: crypto.randomUUID(), text: words.en, turn: turn!, go: 'send' };
    const again = await tablet.request.post('/raise?/go', { form });
    expect([again.status(), (await again.text()).includes(receipt)]).toEqual([200, false]);
    await tablet.goto('/facilitate/tablet');
    await tablet.locator('input[name=passphrase]').fill('not the passphrase');
    await tablet.locator('main form button').click();
    await tablet.locator('main [role=alert]').waitFor();
    await tablet.locator('input[name=passphrase]').fill(persona('sokha').signIn.passphrase);
    await tablet.locator('main form button').click();
    await tablet.waitForURL(/\/facilitate\/concerns$/);
  });
});
