import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aRecording } from './a-recording.ts';
import { type CutLine, layLine } from './cut-line.ts';
import { closeByTwo, fillOptions, openPoll } from './polls-steps.ts';
import { addQuestion, goOn, planTopic, tickAll } from './research-steps.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

let line: CutLine;

beforeAll(async () => {
  line = await layLine(inject('product').pages);
});
afterAll(() => line.cut());

const words: Readonly<Record<Language, string>> = {
  km: 'ផ្លូវទៅអណ្ដូងទឹកមានថ្មស្រួចៗ ក្មេងៗដើរជើងទទេមុតជើង។',
  en: 'The path to the well is full of sharp stones and cuts the feet of small children.',
};

/** A phone that has been here once, so that its worker stands and has fetched what it keeps. */
async function phone(language: Language): Promise<Page> {
  await line.restore();
  const page = await visit({ language });
  await page.goto(`${line.pages}/issues?commune=140907`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await kept(page, ['/help', '/outbox', '/offline', '/raise/short', '/my', '/polls']);
  return page;
}

/** Waits until these pages lie on the phone. */
async function kept(page: Page, addresses: readonly string[]): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async (wanted) => {
          const found = await Promise.all(wanted.map((address) => caches.match(address)));
          return wanted.filter((_, number) => !found[number]);
        }, addresses),
      { timeout: 20_000 },
    )
    .toEqual([]);
}

/** To the last screen of raising, and the words typed there. */
async function write(page: Page, language: Language): Promise<void> {
  await page.goto(`${line.pages}/raise?commune=140907`);
  await page.locator('button[name=go][value=about]').click();
  await page.locator('input[name=category][value=ROAD_SAFETY]').check();
  await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
  await page.locator('textarea[name=text]').fill(words[language]);
  // "Is it this?" has been answered.
  await page
    .locator('input[name=seenSimilar]')
    .evaluate((field) => ((field as HTMLInputElement).value = 'yes'));
}

async function send(page: Page): Promise<void> {
  await page.locator('main button[name=go][value=send]:not([aria-hidden])').first().click();
}

/** The code the outbox shows. */
async function codeOf(page: Page): Promise<string> {
  const shown = page.locator('[data-receipt]').first();
  await shown.waitFor();
  const receipt = (await shown.innerText()).replace(/\D/g, '');
  expect(receipt).toMatch(/^\d{16}$/);
  return receipt;
}

/** What the code opens, on another phone over a line that always stands. */
async function openedBy(receipt: string): Promise<string> {
  const page = await visit({ withScript: false });
  await page.goto('/my');
  await page.locator('input[name=receipt]').fill(receipt);
  await page.locator('main form button').first().click();
  const text = await page.locator('main').innerText();
  await page.context().close();
  return text;
}

async function sent(page: Page): Promise<void> {
  await page
    .locator('.tag', { hasText: /sent|បានផ្ញើហើយ/ })
    .first()
    .waitFor();
}

describe.each(['km', 'en'] as const)('Sreymom without a network, in %s', (language) => {
  it('is cut while raising: the concern waits, survives a reload, and arrives once', async () => {
    const page = await phone(language);
    await write(page, language);
    await line.cut();
    await send(page);
    await page.waitForURL(/\/outbox$/);
    const receipt = await codeOf(page);
    await expectAccessible(page);
    await page.reload();
    expect(await codeOf(page)).toBe(receipt);
    await expect.poll(() => page.locator('main').innerText()).not.toContain(words[language]);
    expect(await openedBy(receipt)).not.toContain(words[language]);
    await page.goto(`${line.pages}/help`);
    await page.locator('[data-waiting] a').waitFor();
    await expect
      .poll(() => page.locator('[data-waiting] a').innerText())
      .toMatch(language === 'km' ? /១/ : /1 waiting/);
    await expectAccessible(page);
    await line.restore();
    await page.goto(`${line.pages}/outbox`);
    await sent(page);
    expect(await openedBy(receipt)).toContain(words[language]);
    await page.locator('[data-item-kept]').click();
    await page.locator('[data-outbox-none]').waitFor();
    await page.context().close();
  });

  it('reads help, her commune and the polls, and is told what is not there', async () => {
    const page = await phone(language);
    await line.cut();
    for (const address of ['/help', '/issues?commune=140907', '/polls', '/my', '/']) {
      await page.goto(`${line.pages}${address}`);
      expect(await page.locator('[data-kept]').isVisible(), address).toBe(true);
      await expect.poll(() => page.locator('footer a[href="tel:1280"]').isVisible()).toBe(true);
      await expectAccessible(page);
    }
    await page.goto(`${line.pages}/notices`);
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/network|អ៊ីនធឺណិត/);
    await expectAccessible(page);
    await page.context().close();
  });

  it('begins a concern without a network: its code is made on the phone', async () => {
    const page = await phone(language);
    await line.cut();
    const codes: string[] = [];
    for (const number of ['1', '2']) {
      await page.goto(`${line.pages}/raise/short`);
      await expectAccessible(page);
      await page.locator('textarea[name=text]').fill(`${words[language]} (${number})`);
      await send(page);
      await page.waitForURL(/\/outbox$/);
      codes.push(await codeOf(page));
      await page.locator('[data-item-kept]').first().click();
      await page.locator('[data-item-kept]').waitFor({ state: 'detached' });
    }
    expect(new Set(codes).size).toBe(2);
    await line.restore();
    await page.goto(`${line.pages}/outbox`);
    await page.locator('[data-outbox-none]').waitFor();
    expect(await openedBy(codes[0]!)).toContain('(1)');
    expect(await openedBy(codes[1]!)).toContain('(2)');
    await page.context().close();
  });

  it('finds no room left: the words stay on the screen, and nothing is kept', async () => {
    const page = await phone(language);
    await write(page, language);
    const worker = page.context().serviceWorkers()[0]!;
    await worker.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await line.cut();
    await send(page);
    await page.locator('[data-offline-said=full]').waitFor();
    await expect.poll(() => page.locator('textarea[name=text]').inputValue()).toBe(words[language]);
    await expectAccessible(page);
    await page.context().close();
  });
});

describe('the outbox', () => {
  it('counts a concern once whose answer was lost', async () => {
    const page = await phone('en');
    await write(page, 'en');
    line.loseAnswers();
    await send(page);
    await page.waitForURL(/\/outbox$/);
    const receipt = await codeOf(page);
    // It arrived, though the phone cannot know.
    expect(await openedBy(receipt)).toContain(words.en);
    await line.restore();
    await page.goto(`${line.pages}/outbox`);
    await sent(page);
    expect(await openedBy(receipt)).toContain(words.en);
    await page.context().close();
  });

  it('speaks: the recording waits, goes on where it broke off, and arrives once', async () => {
    const page = await phone('km');
    await write(page, 'km');
    await page.locator('textarea[name=text]').fill('');
    await page.locator('input[name=sound]').setInputFiles(aRecording(400_000));
    await line.cut();
    await send(page);
    await page.waitForURL(/\/outbox$/);
    const receipt = await codeOf(page);
    await page.reload();
    await line.restore();
    await page.goto(`${line.pages}/outbox`);
    // Some parts go through, the next is cut off.
    await page.waitForTimeout(150);
    await line.cut();
    await line.restore();
    await page.goto(`${line.pages}/outbox`);
    await sent(page);
    expect(await openedBy(receipt)).toContain('ប្អូនបានផ្ញើសំឡេង។');
    await page.context().close();
  });

  it('keeps a support and its withdrawal as one, and sends the last', async () => {
    const page = await phone('en');
    const link = await page.locator('.issue-card a').nth(2).getAttribute('href');
    await page.goto(`${line.pages}${link}`);
    const button = page.locator('form[action*="?/support"] button').first();
    await button.waitFor();
    await line.cut();
    await button.click();
    await page.waitForURL(/\/outbox$/);
    await page.locator('[data-item-state]').first().waitFor();
    await line.restore();
    await page.goto(`${line.pages}/outbox`);
    await page.locator('[data-outbox-none]').waitFor();
    await page.goto(`${line.pages}${link}`);
    await expect.poll(() => page.locator('form[action*="?/withdraw"]').count()).toBe(1);
    await page.context().close();
  });

  it('sends an open vote once the network is back; a poll that closed meanwhile says so', async () => {
    await line.restore();
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    const id = await openPoll(sokha, 'type=SINGLE_CHOICE', async (page) => {
      await page.locator('#questionEn').fill('Where should the lamp stand?');
      await page.locator('input[name=electorate][value=OPEN]').check();
      await fillOptions(page, [
        ['ស្ពាន', 'At the bridge'],
        ['សាលា', 'At the school'],
      ]);
    });
    const vote = async () => {
      const page = await phone('en');
      await page.goto(`${line.pages}/polls/${id}`);
      await page.locator('main button.ballot-option').first().click();
      await page.locator('main button[value=castOpen]').waitFor();
      await line.cut();
      await page.locator('main button[value=castOpen]').click();
      await page.waitForURL(/\/outbox$/);
      await page.locator('[data-item-state]').first().waitFor();
      await line.restore();
      return page;
    };
    const first = await vote();
    await first.goto(`${line.pages}/outbox`);
    await first.locator('[data-outbox-none]').waitFor();
    const late = await vote();
    await closeByTwo(sokha, id);
    await late.goto(`${line.pages}/outbox`);
    const why = late.locator('[data-item-why]');
    await why.waitFor();
    await expect.poll(() => why.innerText()).toContain('closed');
    await expectAccessible(late);
    await late.locator('[data-item-drop]').click();
    await late.locator('[data-outbox-none]').waitFor();
    await late.context().close();
    await first.context().close();
  });

  it('is cleared by leaving, with and without a network', async () => {
    for (const isCut of [true, false]) {
      const page = await phone('en');
      await write(page, 'en');
      await line.cut();
      await send(page);
      await page.waitForURL(/\/outbox$/);
      await codeOf(page);
      if (!isCut) await line.restore();
      await page.locator('a[data-leave]').click();
      await page.getByText('1 × 1').first().waitFor();
      await line.restore();
      await page.goto(`${line.pages}/outbox`);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await expect.poll(() => page.locator('[data-outbox-none]').isVisible()).toBe(true);
      await page.context().close();
    }
  });

  it('never holds what is told in confidence, nor a page a code opens', async () => {
    const page = await phone('en');
    await page.goto(`${line.pages}/safe`);
    await page.goto(`${line.pages}/raise`);
    await kept(page, ['/raise']);
    const addresses = await page.evaluate(async () =>
      (await (await caches.open('pages')).keys()).map(({ url }) => new URL(url).pathname),
    );
    expect(addresses.filter((address) => /safe|protect|facilitate|office|notices/.test(address))).toEqual([]);
    await line.cut();
    await page.goto(`${line.pages}/safe`).catch(() => undefined);
    await expect.poll(() => page.locator('[data-tell]').count()).toBe(0);
    await page.context().close();
  });
});

it('without script nothing changes', async () => {
  await line.restore();
  const page = await visit({ withScript: false, language: 'en' });
  await page.goto(`${line.pages}/raise/short`);
  await page.locator('textarea[name=text]').fill(words.en);
  await send(page);
  await codeOf(page);
  await page.context().close();
});

it('Sokha asks in a village without a network: each person’s answers wait on her phone and arrive once', async () => {
  await line.restore();
  const page = await visit({ language: 'km' });
  await signIn(page, 'sokha');
  const here = await planTopic(page, { km: 'ទឹកក្នុងភូមិ', en: 'Water here' }, 'WATER_SANITATION');
  await goOn(page, here, 'PLAN');
  await addQuestion(page, here, 'SELECT_MULTIPLE', 'តើមានអ្វី?');
  await goOn(page, here, 'ETHICS');
  await tickAll(page, here);
  await goOn(page, here, 'FIELDWORK');
  const collect = `${new URL(here).pathname}/collect`;
  await page.goto(`${line.pages}${collect}`);
  await kept(page, [collect]);
  await line.cut();
  const ids: string[] = [];
  for (const count of ['១', '២']) {
    await page.goto(`${line.pages}${collect}`);
    ids.push(await page.locator('input[name=id]').inputValue());
    for (const choice of ['yes', 'no']) await page.locator(`[name="a.q1"][value=${choice}]`).check();
    await page.locator('main form button').last().click();
    await page.locator('[data-sheets-waiting]', { hasText: count }).waitFor();
  }
  expect(new Set(ids).size).toBe(2);
  await expectAccessible(page);
  await line.restore();
  line.loseAnswers();
  await page.goto(`${line.pages}${collect}`);
  await line.restore();
  await page.goto(`${line.pages}${collect}`);
  await page.locator('[data-sheets]').waitFor({ state: 'hidden' });
  await goOn(page, here, 'ANALYSIS');
  await page.goto(`${here}/results`);
  // Two people, each counted once though an answer was lost.
  expect(await page.locator('main').innerText()).toContain('ចម្លើយមកទល់ពេលនេះ៖ ២');
  await page.context().close();
});
