import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, signIn, visit } from './visit.ts';

const lvea = '/c/140907/meetings';
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

async function planToday(page: Page): Promise<void> {
  await page.goto('/facilitate/meetings');
  await page.locator('main details summary').first().click();
  await page.locator('#on').fill(today());
  await page.locator('#at').fill('00:01');
  await page.locator('#other').fill('Opening\nបិទកិច្ចប្រជុំ');
  await page.locator('form[action="?/plan"] button').click();
  await page.waitForURL(/done=saved/);
}

describe.each(['km', 'en'] as const)('Sokha brings issues to a meeting, in %s', (language) => {
  it('plans, prints, records; everybody reads the decision, without JavaScript', async () => {
    const page = await visit({ language, withScript: false });
    await signIn(page, 'sokha');
    await planToday(page);
    const meeting = page.url().split('?')[0] ?? '';
    await expect.poll(() => page.locator('.agenda > li').count()).toBeGreaterThan(2);
    await page.goto(`${meeting}/print`);
    await expect.poll(() => page.locator('.paper .write').count()).toBeGreaterThan(1);

    await page.goto(`${meeting}/record`);
    await page.locator('select[name^="outcome."]').first().selectOption('DECIDED');
    const decision = language === 'km' ? 'ឃុំនឹងជួសជុលទ្វារ។' : 'The commune mends the doors.';
    await page.locator('input[name^="decision."]').first().fill(decision);
    await page.locator('input[name="heads.CHILD.FEMALE.AGE_10_13.NO"]').fill('3');
    await page.locator('input[name=HAPPY]').fill('3');
    await page.locator('main form button').last().click();
    await page.waitForURL(/done=saved/);
    await expect.poll(() => page.locator('main').textContent()).toContain(decision);
    // Three girls came and none is written down as having spoken.
    await expect.poll(() => page.locator('main .card-late').count()).toBe(1);

    const child = await visit({ language, withScript: false });
    await child.goto(lvea);
    const words = (await child.locator('main').textContent()) ?? '';
    expect(words).toContain(decision);
    await expect.poll(() => child.locator('main .card-late').count()).toBe(0);
  });

  it('on pages everybody can use', async () => {
    const page = await visit({ language });
    await signIn(page, 'sokha');
    await page.goto('/facilitate/meetings');
    await page.locator('main details summary').first().click();
    await expectAccessible(page);
    await page.locator('.meetings a').last().click();
    await page.waitForURL(/meetings\/./);
    for (const part of await page.locator('main details > summary').all()) await part.click();
    await expectAccessible(page);
    await page.goto(`${page.url()}/print`);
    await expectAccessible(page);
    const child = await visit({ language });
    await child.goto(lvea);
    await expectAccessible(child);
    const chan = await visit({ language });
    await signIn(chan, 'chan');
    await chan.goto('/office/meetings');
    await expectAccessible(chan);
    await chan.locator('.meetings a').last().click();
    await chan.waitForURL(/meetings\/./);
    await expectAccessible(chan);
  });
});

it('Sokha makes an address for her calendar and ends it', async () => {
  const page = await visit({ language: 'en' });
  await signIn(page, 'sokha');
  await page.goto('/facilitate/meetings');
  await page.locator('form[action="?/calendar"] button').click();
  const address = (await page.locator('main code').textContent())?.trim() ?? '';
  const path = new URL(address).pathname;
  const calendar = await page.request.get(path);
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
  await page.locator('form[action="?/endCalendar"] button').first().click();
  await page.waitForURL(/done=saved/);
  expect((await page.request.get(path)).status()).toBe(404);
});

it('Sokha writes a meeting down where no network is: what she wrote last arrives, once', async () => {
  const page = await visit({ language: 'en', width: 800 });
  await signIn(page, 'sokha');
  await planToday(page);
  const meeting = page.url().split('?')[0] ?? '';
  await page.goto(`${meeting}/record`);
  const keptHere = () =>
    page.evaluate(
      (path) => caches.match(path).then((reply) => reply !== undefined),
      new URL(page.url()).pathname,
    );
  await expect.poll(keptHere, { timeout: 15_000 }).toBe(true);

  await page.context().setOffline(true);
  await page.locator('input[name="heads.CHILD.FEMALE.AGE_10_13.NO"]').fill('4');
  await page.locator('textarea[name=notes]').fill('They spoke about the well.');
  await page.locator('main form button').last().click();
  await expect
    .poll(() => page.locator('[data-sheets-waiting]').innerText())
    .toContain('wait on this device: 1');
  // Looked at again, and written down again: it is one record that waits.
  await page.reload();
  await expect
    .poll(() => page.locator('textarea[name=notes]').inputValue())
    .toBe('They spoke about the well.');
  await page.locator('input[name="heads.CHILD.FEMALE.AGE_10_13.NO"]').fill('5');
  await page.locator('main form button').last().click();
  await expect
    .poll(() => page.locator('[data-sheets-waiting]').innerText())
    .toContain('wait on this device: 1');

  await page.context().setOffline(false);
  await expect.poll(() => page.locator('[data-sheets]').isVisible(), { timeout: 60_000 }).toBe(false);
  await page.goto(`${meeting}/record`);
  const girls = page.locator('input[name="heads.CHILD.FEMALE.AGE_10_13.NO"]');
  await expect.poll(() => girls.inputValue(), { timeout: 15_000 }).toBe('5');
  await expect
    .poll(() => page.locator('textarea[name=notes]').inputValue())
    .toBe('They spoke about the well.');

  // Her session ends while she puts it right: the words wait for her to sign in.
  await page.context().clearCookies();
  await girls.fill('6');
  await page.locator('main form button').last().click();
  await page.waitForURL(/sign-in/);
  await signIn(page, 'sokha');
  await page.goto(`${meeting}/record`);
  await expect.poll(() => girls.inputValue(), { timeout: 15_000 }).toBe('6');
  await expect.poll(() => page.locator('[data-sheets]').isVisible(), { timeout: 60_000 }).toBe(false);
  await page.reload();
  await expect.poll(() => girls.inputValue(), { timeout: 15_000 }).toBe('6');
});
