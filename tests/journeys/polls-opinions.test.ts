import { describe, expect, it } from 'vitest';
import { closeByTwo, fillOptions, openPoll, sendBallot } from './polls-steps.ts';
import { expectAccessible, signIn, visit } from './visit.ts';

const statements = [
  ['ផ្លូវមានគ្រោះថ្នាក់', 'The road is dangerous'],
  ['ត្រូវការភ្លើង', 'We need lights'],
  ['បង្គន់គួរជួសជុល', 'Toilets should be mended'],
  ['សៀវភៅមិនគ្រប់', 'There are too few books'],
  ['មនុស្សធំគួរស្តាប់យើង', 'Adults should listen to us'],
] as const;

/** Children near the road agree with the first two, those near the school with the next two, all with the last. */
function draftOf(child: number): string {
  const own = child % 2 === 0 ? [0, 1] : [2, 3];
  return statements
    .map((_, place) => `o${String(place + 1)}:${own.includes(place) || place === 4 ? 'agree' : 'disagree'}`)
    .join('.');
}

describe('children say what they agree with', () => {
  it('and the result shows two groups, and what both agree on', async () => {
    const sokha = await visit({ language: 'en' });
    await signIn(sokha, 'sokha');
    const id = await openPoll(sokha, 'type=STATEMENTS', async (page) => {
      await page.locator('#questionKm').fill('តើប្អូនយល់ព្រមទេ?');
      await page.locator('#questionEn').fill('Do you agree?');
      await page.locator('input[name=electorate][value=OPEN]').check();
      await page.locator('summary', { hasText: 'More choices' }).click();
      await fillOptions(page, statements);
    });
    // One child taps, a sentence a screen.
    const child = await visit({ withScript: false });
    await child.goto(`/polls/${id}`);
    for (const mark of ['agree', 'agree', 'disagree', 'disagree', 'agree']) {
      await expect.poll(() => child.locator('main .ballot-statement').count()).toBe(1);
      await child.locator(`main button[value$=":${mark}"]`).click();
    }
    await child.locator('main button[value=castOpen]').click();
    await child.waitForURL(/thanks/);
    for (let number = 1; number < 24; number += 1) await sendBallot(sokha, id, draftOf(number));

    await closeByTwo(sokha, id);
    for (const language of ['en', 'km'] as const) {
      const reader = await visit({ language });
      await reader.goto(`/polls/${id}`);
      await expectAccessible(reader);
      expect((await reader.locator('.poll-common li').allTextContents()).map((text) => text.trim())).toEqual([
        statements[4][language === 'en' ? 1 : 0],
      ]);
      const words = (await reader.locator('main').textContent()) ?? '';
      expect(words).toContain(language === 'en' ? 'Group 2: 12 children' : 'ក្រុម ២៖ កុមារ ១២ នាក់');
      expect(words).not.toContain(language === 'en' ? 'Group 3' : 'ក្រុម ៣');
      await expect
        .poll(() => reader.locator('main .lead').last().textContent())
        .toContain(statements[4][language === 'en' ? 1 : 0]);
    }
  });
});
