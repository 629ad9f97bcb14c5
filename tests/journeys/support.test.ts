import { describe, expect, it } from 'vitest';
import { expectAccessible, visit } from './visit.ts';

const alike = {
  km: 'បង្គន់ប្រុស និងបង្គន់ស្រីនៅជាប់គ្នា សិស្សស្រីមិនមានសុវត្ថិភាព ចង់ឱ្យនៅដាច់ពីគ្នា។',
  en: 'The toilets of boys and girls stand side by side at school; girls do not feel safe and want them apart.',
} as const;

describe.each(['km', 'en'] as const)('Dara finds that somebody said it before, in %s', (language) => {
  it.each([false, true])('and supports that issue with one tap (JavaScript: %s)', async (withScript) => {
    const page = await visit({ language, withScript });
    await page.goto('/raise?commune=140907');
    await page.locator('button[name=go][value=about]').click();
    await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
    await page.locator('textarea[name=text]').fill(alike[language]);
    await page.locator('main button[name=go][value=send]:not([aria-hidden])').first().click();
    const same = page.locator('main button[name=issue]').first();
    await same.waitFor();
    if (withScript) await expectAccessible(page);
    await same.click();
    await page.waitForURL(/\/issues/);
    await expect.poll(() => page.locator('form[action*="withdraw"]').count()).toBeGreaterThan(0);
    if (withScript) await expectAccessible(page);
  });
});

describe('Bopha supports an issue of her commune', () => {
  it('once on her phone, and takes it back', async () => {
    const page = await visit({ withScript: false });
    await page.goto('/issues?commune=140907');
    const card = page.locator('.issue-card').nth(3);
    const link = (await card.locator('a').first().getAttribute('href')) ?? '';
    await page.goto(link);
    const support = page.locator('form[action*="?/support"] button');
    await support.click();
    await page.goto(link);
    await expect.poll(() => support.count()).toBe(0);
    await page.locator('form[action*="withdraw"] button').click();
    await page.goto(link);
    await expect.poll(() => support.count()).toBe(1);
  });
});
