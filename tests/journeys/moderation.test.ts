import { describe, expect, it } from 'vitest';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

/** A child raises a concern with a telephone number in it. Gives the receipt. */
async function raised(language: Language, words: string): Promise<string> {
  const page = await visit({ language, withScript: false });
  await page.goto('/raise?commune=140907');
  await page.locator('button[name=go][value=about]').click();
  await page.locator('input[name=category][value=ENVIRONMENT]').check();
  await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
  await page.locator('textarea[name=text]').fill(words);
  await page.locator('main button[name=go][value=send]:not([aria-hidden])').first().click();
  const sendAnyway = page.locator('main button[name=go][value=sendNew]');
  if ((await sendAnyway.count()) > 0) await sendAnyway.first().click();
  return (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
}

describe.each(['km', 'en'] as const)('Sokha screens what children raised, in %s', (language) => {
  it('publishes one in edited words once the number is out, and the child sees both', async () => {
    const mark = language === 'km' ? 'ភ្នំសំរាម' : 'rubbish hill';
    const words = `${mark}: smoke from burning plastic behind our school, call 012 345 678 ${Math.random().toString(36).slice(2, 8)}`;
    const receipt = await raised(language, words);

    const page = await visit({ language, withScript: false, width: 1280 });
    await signIn(page, 'sokha');
    await page.goto('/facilitate/concerns');
    await page.locator('main a[href^="/facilitate/concerns/"]', { hasText: mark }).first().click();
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').allInnerTexts()).toContainEqual(expect.stringContaining('012 345 678'));

    // In Khmer the English words wait behind a line that opens.
    const folded = page.locator('details:not([open]):has([name=titleEn]) > summary');
    if ((await folded.count()) > 0) await folded.click();
    await page.locator('[name=titleEn]').fill('Smoke behind the school');
    await page.locator('[name=wordsEn]').fill('Smoke from burning plastic. Call 012 345 678.');
    await page.locator('[name=titleKm]').fill('ផ្សែងនៅក្រោយសាលា');
    await page.locator('[name=wordsKm]').fill('មានផ្សែងដុតប្លាស្ទិកនៅក្រោយសាលា។');
    await page.locator('button[data-key-publish]').click();
    // Refused: the number is still in it. What was typed stays.
    expect(await page.locator('[name=wordsEn]').inputValue()).toContain('012 345 678');

    if ((await folded.count()) > 0) await folded.click();
    await page.locator('[name=wordsEn]').fill(`Smoke from burning plastic behind the school (${language}).`);
    await page.locator('button[data-key-publish]').click();
    await page.waitForURL(/done=/);

    const child = await visit({ language, withScript: false });
    await child.goto('/my');
    await child.locator('input[name=receipt]').fill(receipt);
    await child.locator('main form button').first().click();
    const shown = await child.locator('main').innerText();
    expect(shown).toContain(mark);
    expect(shown).toContain(
      language === 'km' ? 'មានផ្សែងដុតប្លាស្ទិកនៅក្រោយសាលា។' : 'Smoke from burning plastic behind the school (en).',
    );
  });

  it.each([360, 1280])('with every page accessible at %d px', async (width) => {
    const page = await visit({ language, width });
    await signIn(page, 'sokha');
    await expectAccessible(page);
    await page.goto('/facilitate/concerns');
    await expectAccessible(page);
    await page.locator('main a[href^="/facilitate/concerns/"]').first().click();
    await expectAccessible(page);
    await page.goto('/facilitate/issues');
    await expectAccessible(page);
  });
});
