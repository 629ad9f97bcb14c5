import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeByTwo, openPoll, recount } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

/** The addresses of the polls in a list of all places: those open, or those over. */
async function pollsIn(page: Page, list: 'open' | 'closed'): Promise<readonly string[]> {
  await page.goto('/polls?commune=all');
  const links = await page.locator(`#${list}`).locator('h3 a').all();
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
        await expect.poll(() => page.locator('main .card-good').count()).toBe(1);
        await page.locator('main form button').first().click();
        await expect.poll(() => page.locator('main button.ballot-option').count()).toBeGreaterThan(1);
      } else {
        await page.locator('main input[name=card]').fill('ACDE-3467');
        await page.locator('main button[value=cast]').click();
        await expect.poll(() => page.locator('main .mistakes').count()).toBe(1);
        await expect.poll(() => page.locator('main .ballot-summary li').count()).toBe(1);
      }
    }
  });

  it('and sees no result before they are closed', async () => {
    const page = await visit({ withScript: false });
    for (const address of await pollsIn(page, 'open')) {
      await page.goto(address);
      await expect.poll(() => page.locator('main .poll-chart').count()).toBe(0);
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
      await expect.poll(() => page.locator('main .poll-chart svg').count()).toBeGreaterThan(1);
      for (const part of await page.locator('main details > summary').all()) await part.click();
      await expect.poll(() => page.locator('main table tbody tr').count()).toBeGreaterThan(1);
      await expect.poll(() => page.locator('main details ol li').count()).toBeGreaterThan(2);
      await expectAccessible(page);
    }
    const file = await page.locator('main a[download]').first().getAttribute('href');
    const reply = await page.request.get(file ?? '');
    expect(reply.status()).toBe(200);
    expect(reply.headers()['content-disposition']).toContain('attachment');
  });
});

describe('Sokha asks the children of a club what comes first', () => {
  it('with twenty-five cards, and a second person closes the poll with her', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    await sokha.goto('/facilitate/polls/new');
    await expectAccessible(sokha);
    const id = await openPoll(sokha, 'template=commune-first', expectAccessible);
    await expectAccessible(sokha);
    const poll = `/facilitate/polls/${id}`;
    const cards = sokha.locator('form[action="?/cards"]');
    await cards.locator('#size').fill('25');
    await cards.locator('button').last().click();
    await sokha.locator('.card-sheet').waitFor();
    const codes = (await sokha.locator('.card-sheet strong').allTextContents()).map((code) => code.trim());
    expect(new Set(codes).size).toBe(25);
    const pdf = await sokha.request.post(`${poll}/cards`, {
      form: { batchId: await sokha.locator('input[name=batchId]').inputValue(), codes: codes.join(' ') },
      headers: { origin: new URL(sokha.url()).origin },
    });
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await expectAccessible(sokha);

    // The register says that a child drew, never which card; nobody draws twice.
    for (const [member, isTaken] of [
      ['s-01', true],
      ['s-02', true],
      ['s-01', false],
    ] as const) {
      await sokha.goto(poll);
      await sokha.locator('summary', { hasText: 'Register of draws' }).click();
      await sokha.locator('input[name=member]').fill(member);
      await sokha.locator('form[action="?/drawn"] button').click();
      expect(sokha.url().includes('done=drawn')).toBe(isTaken);
    }

    // Thirteen put the second choice first, eleven the first one; one card is lost before it answers.
    let child = sokha;
    for (const [number, code] of codes.slice(0, 24).entries()) {
      child = await visit({ withScript: false });
      await child.goto(`/polls?card=${code}`);
      expect(child.url()).not.toContain('card');
      const options = child.locator('main .ballot-option');
      const order = number < 13 ? [1, 0] : [0, 0];
      for (const place of order) await options.nth(place).click();
      await child.locator('main button[value=done]').click();
      await child.locator('main button[value=cast]').click();
      await child.waitForURL(/thanks/);
      if (number < 23) await child.context().close();
    }
    await sokha.goto(poll);
    await sokha.locator('summary', { hasText: 'A single card was lost' }).click();
    await sokha.locator('form[action="?/voidCard"] input[name=card]').fill(codes[24] ?? '');
    await sokha.locator('form[action="?/voidCard"] button').click();
    await sokha.waitForURL(/done=voidedOne/);
    await expect.poll(() => sokha.locator('p.figure').textContent()).toContain('24');

    const second = await closeByTwo(sokha, id);
    await expectAccessible(second);
    await child.goto(`/polls/${id}`);
    await expect.poll(() => child.locator('main .poll-chart').count()).toBe(1);
    const winner = await child.locator('main .poll-chart-title').first().textContent();
    expect(winner).toContain('★ ផ្លូវមានសុវត្ថិភាព');

    const file = `/polls/${id}/file/verified`;
    expect(await (await child.request.get(`${file}?format=blt`)).text()).toMatch(/^6 1\n/);
    expect(await (await child.request.get(`${file}?format=preflib`)).text()).toContain('# NUMBER VOTERS: 24');
    expect(JSON.parse(await (await child.request.get(file)).text())).toMatchObject({ ballotType: 'RANKED' });
    expect((await child.request.get(`${file}?format=pabulib`)).status()).toBe(404);

    expect(await recount(id)).toEqual([]);
    expect(await recount(id, true)).not.toEqual([]);
    expect(await recount(id)).toEqual([]);
  });
});
