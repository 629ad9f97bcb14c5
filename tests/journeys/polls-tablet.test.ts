import { describe, expect, it } from 'vitest';
import { closeByTwo, openPoll } from './polls-steps.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

describe.each([
  ['km', false],
  ['en', true],
] as const)('three children answer on one tablet, in %s', (language: Language, withScript) => {
  it('each on a screen that shows nothing of the one before', async () => {
    const tablet = await visit({ language, withScript });
    await signIn(tablet, 'sokha');
    const id = await openPoll(tablet, 'template=health-centre');
    await tablet.locator(`main a[href="/polls/${id}"]`).click();
    for (const mood of [5, 1, 3]) {
      // What a child says of itself on this device is the child's own.
      await tablet.context().addCookies([{ name: 'about', value: 'x', domain: 'localhost', path: '/' }]);
      await expect.poll(() => tablet.locator('main .ballot-option').count()).toBe(5);
      if (withScript) await expectAccessible(tablet);
      for (let option = 0; option < 5; option += 1)
        await tablet.locator(`main button[value$=":${String(mood)}"]`).click();
      await expect.poll(() => tablet.locator('main .ballot-summary li').count()).toBe(5);
      await tablet.locator('main button[value=castOpen]').click();
      await tablet.waitForURL(/thanks/);
      if (withScript) await expectAccessible(tablet);
      await tablet.locator('form[action$="?/next"] button').click();
      await tablet.waitForURL((address) => address.search === '');
      await expect.poll(() => tablet.locator('input[name=draft]').inputValue()).toBe('');
      const names = (await tablet.context().cookies()).map(({ name }) => name);
      expect(names.filter((name) => ['about', 'card'].includes(name))).toEqual([]);
    }
    await tablet.goto(`/facilitate/polls/${id}`);
    await expect.poll(() => tablet.locator('p.figure').textContent()).toMatch(/3|៣/);

    const second = await closeByTwo(tablet, id, language);
    await expectAccessible(second);
    await tablet.goto(`/polls/${id}`);
    await tablet.locator('main details > summary').last().click();
    // Faces 5, 1 and 3: their mean is 3 for each.
    const figures = await tablet.locator('main .poll-chart .figure').allTextContents();
    expect(figures.map((text) => text.trim())).toEqual(
      Array.from({ length: 5 }, () => (language === 'km' ? '៣' : '3')),
    );
  });
});
