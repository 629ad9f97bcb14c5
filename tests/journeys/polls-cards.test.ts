import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPoll } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

async function codesOn(page: Page): Promise<readonly string[]> {
  await page.locator('.card-sheet').waitFor();
  return (await page.locator('.card-sheet strong').allTextContents()).map((code) => code.trim());
}

/** Sends a card's answer as a browser without script does. */
async function answer(page: Page, id: string, card: string, option: string): Promise<void> {
  const reply = await page.request.post(`/polls/${id}?/go`, {
    form: { draft: `${option}:1`, turn: '', card, go: 'cast' },
    headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
    maxRedirects: 0,
  });
  expect([reply.status(), reply.headers()['location']]).toEqual([303, `/polls/${id}?thanks`]);
}

async function askForCards(page: Page, id: string, group: string): Promise<void> {
  await page.goto(`/facilitate/polls/${id}`);
  const form = page.locator('form[action="?/cards"]');
  if (!(await form.isVisible())) await form.locator('xpath=..').locator('summary').click();
  await form.locator('#voters').fill('12');
  await form.locator('#size').fill('12');
  await form.locator('#group').selectOption(group);
  await form.locator('button').last().click();
}

describe('a school answers with cards', () => {
  it('of which more wait for a second person, who doubts a batch: the result is shown with and without it', async () => {
    const sokha = await visit({ language: 'en', width: 1280 });
    await signIn(sokha, 'sokha');
    const id = await openPoll(sokha, 'template=soap-and-water', async (page) => {
      await page.locator('#schoolOfficeId').selectOption({ index: 1 });
    });
    await askForCards(sokha, id, 'sex:GIRL');
    const girls = await codesOn(sokha);
    expect(girls.length).toBe(12);
    // The school has had its cards: more of them are drawn by somebody else.
    await askForCards(sokha, id, 'sex:BOY');
    await sokha.locator('main .card-late').first().waitFor();
    await expect.poll(() => sokha.locator('.card-sheet').count()).toBe(0);
    await expect.poll(() => sokha.locator('form[action="?/approve"]').count()).toBe(0);
    await expectAccessible(sokha);

    const rotha = await visit({ language: 'en' });
    await signIn(rotha, 'rotha');
    await rotha.goto(`/facilitate/polls/${id}`);
    await expectAccessible(rotha);
    await rotha.locator('form[action="?/approve"] button').click();
    const boys = await codesOn(rotha);
    expect(boys.length).toBe(12);

    // Girls answer on the facilitator's tablet; twelve cards of boys come from one phone within a minute.
    for (const code of girls) await answer(sokha, id, code, 'o1');
    const phone = await visit({ withScript: false });
    await phone.goto('/polls');
    for (const [number, code] of boys.entries()) await answer(phone, id, code, number < 10 ? 'o1' : 'o2');

    await sokha.goto(`/facilitate/polls/${id}`);
    await sokha.locator('form[action="?/close"] button').click();
    await sokha.waitForURL(/done=asked/);
    await expect.poll(() => sokha.locator('form[action="?/review"]').count()).toBe(0);
    for (const batch of ['Girls', 'Boys']) {
      await rotha.goto(`/facilitate/polls/${id}`);
      const review = batch === 'Boys' ? 'DOUBTFUL' : 'NOTHING_WRONG';
      const button = rotha
        .locator('article.batch', { has: rotha.locator('h3', { hasText: batch.slice(0, -1) }) })
        .locator(`button[value=${review}]`);
      // Without a register of draws the girls' batch has nothing to be looked at.
      if (batch === 'Girls' && (await button.count()) === 0) continue;
      await expectAccessible(rotha);
      await button.click();
      await rotha.waitForURL(/done=reviewed/);
    }
    await rotha.locator('form[action="?/confirm"] button').click();
    await rotha.waitForURL(/done=closed/);

    for (const language of ['km', 'en'] as const) {
      const child = await visit({ language });
      await child.goto(`/polls/${id}`);
      const numbers = await child
        .locator('main .poll-chart')
        .evaluateAll((charts) => charts.map((chart) => chart.querySelector('.figure')?.textContent?.trim()));
      expect(numbers).toEqual(language === 'km' ? ['២២', '១២'] : ['22', '12']);
      for (const part of await child.locator('main details > summary').all()) await part.click();
      await expectAccessible(child);
      // Two boys chose otherwise: no cell tells it, nor what is left when the others are taken away.
      const table = child.locator('main table', { has: child.locator('thead th:nth-child(3)') });
      const cells = (await table.locator('td').allTextContents()).map((text) => text.trim());
      expect(cells.slice(-2)).toEqual(language === 'km' ? ['១២', '១២'] : ['12', '12']);
      expect(cells).not.toContain(language === 'km' ? '២' : '2');
      expect(cells).not.toContain(language === 'km' ? '១០' : '10');
    }
  });
});
