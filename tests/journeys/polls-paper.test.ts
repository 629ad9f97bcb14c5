import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { closeByTwo, fillOptions, openPoll, sendBallot } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

async function sign(page: Page): Promise<void> {
  await page.locator('#signer1').fill('Teacher of grade 5');
  await page.locator('#signer2').fill('Head of the club');
  await page.locator('#photoKey').fill('box-3/12');
}

describe('Sokha types in what was counted on paper', () => {
  it('from a tally sheet: it is merged with what came online, and the sum is the one made by hand', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    const id = await openPoll(sokha, 'template=beer-in-shops');
    for (const option of ['o1', 'o2', 'o2']) await sendBallot(sokha, id, `${option}:1`);
    await sokha.goto(`/facilitate/polls/${id}/papers`);
    await expectAccessible(sokha);

    const type = async (papers: string, counts: readonly string[]) => {
      await sokha.locator('#papers').fill(papers);
      for (const [row, count] of counts.entries())
        await sokha.locator(`input[name="count-o${String(row + 1)}-chosen"]`).fill(count);
      await sign(sokha);
      await sokha.locator('form[action="?/enter"] button').click();
    };
    // More marks than papers cannot be: what was typed stays to be mended.
    await type('10', ['6', '4', '3', '1']);
    await expect.poll(() => sokha.locator('.mistakes').count()).toBe(1);
    await expect.poll(() => sokha.locator('input[name="count-o1-chosen"]').inputValue()).toBe('6');
    await type('10', ['6', '2', '1', '1']);
    await sokha.waitForURL(/done=entered/);
    await expectAccessible(sokha);

    // A sheet typed in twice is taken back and stays on record.
    await sokha.goto(`/facilitate/polls/${id}/papers`);
    await type('10', ['6', '2', '1', '1']);
    await sokha.waitForURL(/done=entered/);
    await sokha.locator('form[action="?/withdraw"] button').last().click();
    await sokha.waitForURL(/done=withdrawn/);
    await expect.poll(() => sokha.locator('.tag', { hasText: 'Taken back' }).count()).toBe(1);

    await closeByTwo(sokha, id);
    await sokha.goto(`/polls/${id}`);
    await expectAccessible(sokha);
    await expect.poll(() => sokha.locator('main').textContent()).toContain('13 answers, 10 of them on paper');
    const figures = await sokha.locator('main .poll-chart .figure').allTextContents();
    expect(figures.map((text) => text.trim())).toEqual(['7', '4', '1', '1']);
  });

  it('one by one where each paper is an order, without JavaScript, in Khmer', async () => {
    const sokha = await visit({ withScript: false });
    await signIn(sokha, 'sokha');
    const id = await openPoll(sokha, 'type=RANKED', async (page) => {
      await page.locator('#questionKm').fill('តើអ្វីសំខាន់ជាងគេ?');
      await page.locator('input[name=electorate][value=OPEN]').check();
      await fillOptions(page, [
        ['ទឹក', 'Water'],
        ['ផ្លូវ', 'Road'],
        ['ភ្លើង', 'Light'],
      ]);
    });
    await sokha.goto(`/facilitate/polls/${id}/papers`);
    const add = async (places: readonly string[], same = '') => {
      for (const [row, place] of places.entries())
        await sokha.locator(`#mark-o${String(row + 1)}`).fill(place);
      await sokha.locator('#same').fill(same);
      await sokha.locator('form[action^="?/add"] > button').click();
    };
    await add(['១', '២', '៣'], '៣');
    await add(['2', '1', ''], '2');
    // Two first places are no order: nothing of it is taken.
    await add(['1', '1', '']);
    await expect.poll(() => sokha.locator('.mistakes').count()).toBe(1);
    await add(['', '1', '2'], '4');
    const lines = sokha.locator('#entered .row');
    await expect.poll(() => lines.count()).toBe(3);
    await lines.nth(1).locator('button').click();
    await expect.poll(() => lines.count()).toBe(2);
    await expect.poll(() => sokha.locator('#papers').inputValue()).toBe('7');
    await sign(sokha);
    await sokha.locator('form[action="?/enter"] button').click();
    await sokha.waitForURL(/done=entered/);

    await closeByTwo(sokha, id, 'km');
    await sokha.goto(`/polls/${id}`);
    // Three say water, road, light; four say road, light: the road beats both, by four to three and by seven to none.
    await expect.poll(() => sokha.locator('main .poll-chart-title').first().textContent()).toContain('★ ផ្លូវ');
  });
});
