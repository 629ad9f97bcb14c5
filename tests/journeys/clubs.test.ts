import { describe, expect, it } from 'vitest';
import { expectAccessible, signIn, visit } from './visit.ts';

const csv = (text: string) => ({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe.each(['km', 'en'] as const)('Sokha keeps her club, in %s', (language) => {
  it('adds a member, records a session and reads a list in, without JavaScript', async () => {
    const page = await visit({ language, withScript: false });
    await signIn(page, 'sokha');
    await page.goto('/facilitate/clubs');
    await page.locator('main .rows a').first().click();
    const club = page.url();
    await page.locator('main details').first().locator('summary').click();

    await page.locator('#alias').fill('Sok Dara');
    await page.locator('#assentOn').fill(dayAgo(3));
    await page.locator('#guardianConsentOn').fill(dayAgo(2));
    await page.locator('form[action="?/add"] button').click();
    await expect.poll(() => page.locator('main .mistakes').count()).toBe(1);
    const alias = language === 'km' ? 'Kolab' : 'Sovann';
    await page.locator('#alias').fill(alias);
    await page.locator('form[action="?/add"] button').click();
    await page.waitForURL(/done=saved/);
    await expect.poll(() => page.locator('.members').textContent()).toContain(alias);

    await page.locator('main details').last().locator('summary').click();
    await page.locator('#heldOn').fill(dayAgo(language === 'km' ? 1 : 2));
    await page.locator('input[name="heads.CHILD.FEMALE.AGE_10_13.NO"]').fill('12');
    await page.locator('form[action="?/session"] button').click();
    await page.waitForURL(/done=saved/);
    await expect.poll(() => page.locator('.sessions li').count()).toBeGreaterThan(7);

    await page.goto(`${club}/import?what=members`);
    const lines = ['alias,age,sex,assent,guardian consent'];
    const right = `Vichet${language},12,M,${dayAgo(3)},${dayAgo(3)}`;
    await page.locator('#file').setInputFiles(csv([...lines, right, '=1+1,12,M,x,'].join('\n')));
    await page.locator('form button').first().click();
    await expect.poll(() => page.locator('.import-lines .mistake').count()).toBe(1);
    await expect.poll(() => page.locator('form[action^="?/take"]').count()).toBe(0);
    await page.locator('#file').setInputFiles(csv([...lines, right].join('\n')));
    await page.locator('form[action^="?/look"] button').click();
    await page.locator('form[action^="?/take"] button').click();
    await page.waitForURL(/done=imported/);
    await expect.poll(() => page.locator('.members').textContent()).toContain(`Vichet${language}`);
  });

  it('on pages everybody can use', async () => {
    const page = await visit({ language });
    await signIn(page, 'sokha');
    await page.goto('/facilitate/clubs');
    await expectAccessible(page);
    await page.locator('main .rows a').first().click();
    await page.waitForURL(/clubs\/./);
    for (const part of await page.locator('main details > summary').all()) await part.click();
    await expectAccessible(page);
    await page.goto(`${page.url()}/import?what=sessions`);
    await expectAccessible(page);
  });
});

it('Chan, an official, sees no club', async () => {
  const page = await visit();
  await signIn(page, 'chan');
  const reply = await page.goto('/facilitate/clubs');
  expect(reply?.status()).toBe(403);
});
