import { describe, expect, it } from 'vitest';
import { aMark, comeBack, raiseConcern, writePublicWords } from './story.ts';
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
    await expect
      .poll(() => page.locator('mark').allInnerTexts())
      .toContainEqual(expect.stringContaining('012 345 678'));

    await writePublicWords(page, {
      title: 'Smoke behind the school',
      text: 'Smoke from burning plastic. Call 012 345 678.',
      in: 'en',
    });
    await page.locator('[name=titleKm]').fill('ផ្សែងនៅក្រោយសាលា');
    await page.locator('[name=wordsKm]').fill('មានផ្សែងដុតប្លាស្ទិកនៅក្រោយសាលា។');
    await page.locator('button[data-key-publish]').click();
    // Refused: the number is still in it. What was typed stays.
    await expect.poll(() => page.locator('[name=wordsEn]').inputValue()).toContain('012 345 678');

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

describe('Sokha works through the queue with the keyboard', () => {
  it('two keys publish a concern whose words are fit, and the next one opens by itself', async () => {
    const marks = Array.from({ length: 5 }, aMark);
    for (const mark of marks) {
      const child = await visit({ language: 'en', withScript: false });
      await raiseConcern(child, `${mark}: we would like two benches under the big tree at the field.`);
      await child.context().close();
    }
    const page = await visit({ language: 'en', width: 1280 });
    await signIn(page, 'sokha');
    await page.goto('/facilitate/concerns/next');
    const machine: number[] = [];
    let keys = 0;
    let published = 0;
    for (let opened = 0; opened < 60 && published < marks.length; opened += 1) {
      const words = await page.locator('main').innerText();
      const before = page.url();
      if (!marks.some((mark) => words.includes(`${mark}:`))) {
        await page.keyboard.press('n');
        await page.waitForURL((address) => address.href !== before);
        continue;
      }
      await page.keyboard.press('p');
      // The first key only leads to the button: a slip publishes nothing.
      expect(
        await page.locator('button[data-key-publish]').evaluate((it) => it === document.activeElement),
      ).toBe(true);
      expect(page.url()).toBe(before);
      const began = performance.now();
      await page.keyboard.press('Enter');
      await page.waitForURL(
        (address) => address.href !== before && address.search.includes('done=published'),
      );
      await page.locator('h1').waitFor();
      machine.push(performance.now() - began);
      keys += 2;
      published += 1;
    }
    expect(published).toBe(marks.length);
    expect(keys / published).toBe(2);
    const each = machine.toSorted((one, other) => one - other)[Math.floor(machine.length / 2)] ?? 0;
    console.log(
      `Screening by keyboard: ${keys / published} keys for a concern whose words are fit, ${Math.round(each)} ms until ` +
        `the next one stands there (median of ${machine.length}); of the 20 s that thirty in ten minutes allow, ` +
        `${(20 - each / 1000).toFixed(1)} s are left for reading and mending.`,
    );
  });
});
