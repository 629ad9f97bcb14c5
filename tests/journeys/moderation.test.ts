import { describe, expect, it } from 'vitest';
import { comeBack, raiseConcern, writePublicWords } from './story.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

describe.each(['km', 'en'] as const)('Sokha screens what children raised, in %s', (language) => {
  it('publishes one in edited words once the number is out, and the child sees both', async () => {
    const mark = language === 'km' ? 'ភ្នំសំរាម' : 'rubbish hill';
    const words = `${mark}: smoke from burning plastic behind our school, call 012 345 678 ${Math.random().toString(36).slice(2, 8)}`;
    const child = await visit({ language, withScript: false });
    const receipt = await raiseConcern(child, words);

    const page = await visit({ language, withScript: false, width: 1280 });
    await signIn(page, 'sokha');
    await page.goto('/facilitate/concerns');
    await page.locator('main a[href^="/facilitate/concerns/"]', { hasText: mark }).first().click();
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').allInnerTexts()).toContainEqual(expect.stringContaining('012 345 678'));

    await writePublicWords(page, {
      title: 'Smoke behind the school',
      text: 'Smoke from burning plastic. Call 012 345 678.',
      in: 'en',
    });
    await page.locator('[name=titleKm]').fill('ផ្សែងនៅក្រោយសាលា');
    await page.locator('[name=wordsKm]').fill('មានផ្សែងដុតប្លាស្ទិកនៅក្រោយសាលា។');
    await page.locator('button[data-key-publish]').click();
    // Refused: the number is still in it. What was typed stays.
    expect(await page.locator('[name=wordsEn]').inputValue()).toContain('012 345 678');

    const mended = `Smoke from burning plastic behind the school (${language}).`;
    await writePublicWords(page, { title: 'Smoke behind the school', text: mended, in: 'en' });
    await page.locator('button[data-key-publish]').click();
    await page.waitForURL(/done=/);

    await comeBack(child, receipt);
    const shown = await child.locator('main').innerText();
    expect(shown).toContain(mark);
    expect(shown).toContain(language === 'km' ? 'មានផ្សែងដុតប្លាស្ទិកនៅក្រោយសាលា។' : mended);
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
