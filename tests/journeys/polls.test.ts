import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, signIn, visit } from './visit.ts';

/** The addresses of the polls in a list of all places: those open, or those over. */
async function pollsIn(page: Page, list: 'open' | 'closed'): Promise<readonly string[]> {
  await page.goto('/polls?commune=all');
  const items = page.locator('main ul.stack').nth(list === 'open' ? 0 : 1);
  const links = await items.locator('h3 a').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
}

describe('Bopha answers the open polls of the demonstration', () => {
  it('by tapping alone, without JavaScript, and may answer again', async () => {
    const page = await visit({ withScript: false });
    const polls = await pollsIn(page, 'open');
    expect(polls.length).toBeGreaterThan(2);
    for (const address of polls) {
      await page.goto(address);
      const tick = page.locator('main input[type=checkbox]').first();
      if ((await tick.count()) > 0) {
        await tick.check();
        await page.locator('main button[value=done]').click();
      } else {
        await page.locator('main button.ballot-option').first().click();
      }
      const openly = page.locator('main button[value=castOpen]');
      if ((await openly.count()) > 0) {
        await openly.click();
        await page.waitForURL(/\?thanks/);
        expect(await page.locator('main .card-good').count()).toBe(1);
        await page.locator('main form button').first().click();
        expect(await page.locator('main button.ballot-option').count()).toBeGreaterThan(1);
      } else {
        await page.locator('main input[name=card]').fill('ACDE-3467');
        await page.locator('main button[value=cast]').click();
        expect(await page.locator('main .mistakes').count()).toBe(1);
        expect(await page.locator('main .ballot-summary li').count()).toBe(1);
      }
    }
  });

  it('and sees no result before they are closed', async () => {
    const page = await visit({ withScript: false });
    for (const address of await pollsIn(page, 'open')) {
      await page.goto(address);
      expect(await page.locator('main .poll-chart').count()).toBe(0);
    }
  });
});

describe.each(['km', 'en'] as const)('Dara reads the polls, in %s', (language) => {
  it('on pages everybody can use', async () => {
    const page = await visit({ language });
    const open = await pollsIn(page, 'open');
    await expectAccessible(page);
    await page.goto(open[0] ?? '');
    await expectAccessible(page);
    await page.locator('main button.ballot-option, main button[value=done]').first().click();
    await expectAccessible(page);
  });

  it('with the result of each closed one in words, as a picture and as a table', async () => {
    const page = await visit({ language });
    const closed = await pollsIn(page, 'closed');
    expect(closed.length).toBeGreaterThan(3);
    for (const address of closed) {
      await page.goto(address);
      expect((await page.locator('main .lead').first().textContent())?.trim()).not.toBe('');
      expect(await page.locator('main .poll-chart svg').count()).toBeGreaterThan(1);
      for (const part of await page.locator('main details > summary').all()) await part.click();
      expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(1);
      expect(await page.locator('main details ol li').count()).toBeGreaterThan(2);
      await expectAccessible(page);
    }
    const file = await page.locator('main a[download]').first().getAttribute('href');
    const reply = await page.request.get(file ?? '');
    expect(reply.status()).toBe(200);
    expect(reply.headers()['content-disposition']).toContain('attachment');
  });
});

describe('Sokha asks the children of a club what comes first', () => {
  it('with cards, and a second person closes the poll with her', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/polls/new?template=commune-first');
    await expectAccessible(sokha);
    await sokha.locator('#opensAt').fill(dayFromNow(0));
    await sokha.locator('#closesAt').fill(dayFromNow(300));
    await sokha.locator('form[action="?/make"] button').last().click();
    await sokha.waitForURL(/done=made/);
    await sokha.locator('form[action="?/open"] button').click();
    await sokha.waitForURL(/done=opened/);
    await expectAccessible(sokha);
    const poll = sokha.url().split('?')[0] ?? '';
    await sokha.locator('form[action="?/cards"] button').last().click();
    const codes = await sokha.locator('.card-sheet strong').allTextContents();
    expect(codes.length).toBeGreaterThan(1);
    await expectAccessible(sokha);

    let child = sokha;
    for (const code of codes.slice(0, 3)) {
      child = await visit({ withScript: false });
      await child.goto(`/polls?card=${code.trim()}`);
      expect(child.url()).not.toContain('card');
      const options = child.locator('main .ballot-option');
      while ((await options.count()) > 0) await options.first().click();
      await child.locator('main button[value=cast]').click();
      await child.waitForURL(/thanks/);
    }

    await sokha.goto(poll);
    await sokha.locator('form[action="?/close"] button').click();
    await sokha.waitForURL(/done=asked/);
    expect(await sokha.locator('form[action="?/confirm"]').count()).toBe(0);

    const second = await visit({ language: 'en' });
    await signIn(second, 'rotha');
    await second.goto(poll);
    await second.locator('form[action="?/confirm"] button').click();
    await second.waitForURL(/done=closed/);
    await child.goto(poll.replace('/facilitate', ''));
    expect(await child.locator('main .poll-chart').count()).toBe(1);
  });
});

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
