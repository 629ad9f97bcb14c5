import { describe, expect, it } from 'vitest';
import { aMark, comeBack, publishConcern, raiseConcern } from './story.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

const title: Readonly<Record<Language, string>> = {
  km: 'ធុងសំរាមនៅក្បែរសាលាពេញហើយ',
  en: 'The bins beside the school overflow',
};
const text: Readonly<Record<Language, string>> = {
  km: 'ធុងសំរាមនៅក្បែរសាលាពេញហើយ ហើយគ្មាននរណាយកសំរាមទៅចោលទេ។',
  en: 'The bins beside the school are full and nobody takes the rubbish away.',
};
const done: Readonly<Record<Language, string>> = {
  km: 'ឃុំបានដាក់ធុងសំរាមថ្មីពីរ ហើយរថយន្តមកយករាល់ថ្ងៃសុក្រ។',
  en: 'The commune has put two new bins there, and the lorry comes every Friday.',
};
const history = {
  km: { CONFIRMED: 'កុមារបានប្រាប់ថាដោះស្រាយ', REOPENED: 'បានបើកឡើងវិញ' },
  en: { CONFIRMED: 'Children said whether it is solved', REOPENED: 'Opened again' },
} as const;
const state = {
  km: { CONFIRMED: 'កុមារថាដោះស្រាយហើយ', REOPENED: 'បើកឡើងវិញ' },
  en: { CONFIRMED: 'Solved, children say', REOPENED: 'Open again' },
} as const;

const trail = {
  km: ['កុមារបានជ្រើសរើស', '៤៨', '១២.០០០.០០០', '១០០', 'កុមារ ១៤ នាក់'],
  en: ['Children chose it', '48 people', '12,000,000', '100', '14 children looked'],
} as const;

/** The office that has an issue calls it done. */
async function reportDone(issue: string, language: Language): Promise<void> {
  const page = await visit({ language, withScript: false });
  await signIn(page, 'chan');
  await page.goto(`/office${issue}/answer`);
  await page.locator('input[name=decision][value=DONE]').check();
  await page.locator('textarea[name=words]').fill(done[language]);
  await page.locator('.answer-form button:not([type=button])').click();
  await page.waitForURL(/done=answered/);
}

describe.each([
  ['km', 'SOLVED', 'CONFIRMED'],
  ['km', 'NOT_SOLVED', 'REOPENED'],
  ['en', 'SOLVED', 'CONFIRMED'],
  ['en', 'NOT_SOLVED', 'REOPENED'],
] as const)('The office calls it done, in %s', (language, verdict, outcome) => {
  it(`and the child who comes back with the receipt says ${verdict}: the issue is ${outcome}`, async () => {
    const mark = aMark();
    const child = await visit({ language });
    const receipt = await raiseConcern(child, `${mark}: ${text[language]}`);
    await publishConcern(mark, { title: `${title[language]} ${mark}`, text: text[language], in: language });

    await comeBack(child, receipt);
    const shown = await child.locator('.beside').innerText();
    expect(shown).toContain(`${mark}: ${text[language]}`);
    expect(shown).toContain(`${title[language]} ${mark}`);
    // Nothing was said by the office yet: there is nothing to judge.
    await expect.poll(() => child.locator('button[name=verdict]').count()).toBe(0);
    const issue = (await child.locator('.beside a[href^="/issues/"]').first().getAttribute('href')) ?? '';
    expect(issue).toMatch(/^\/issues\/[0-9a-f-]{36}$/);

    await reportDone(issue, language);
    await comeBack(child, receipt);
    await expect.poll(() => child.locator('main').innerText()).toContain(done[language]);
    await expectAccessible(child);
    await child.locator(`button[name=verdict][value=${verdict}]`).click();
    await child.locator('main [role=status]').waitFor();
    await expectAccessible(child);
    expect(child.url()).not.toContain(receipt);

    await child.locator(`main a.button[href="${issue}"]`).click();
    await child.waitForURL(`**${issue}`);
    await expectAccessible(child);
    const stranger = await visit({ language, withScript: false });
    await stranger.goto(issue);
    await expect.poll(() => stranger.locator('.history').innerText()).toContain(history[language][outcome]);
    await expect
      .poll(() => stranger.locator('article > .tags').innerText())
      .toContain(state[language][outcome]);
  });
});

describe.each(['km', 'en'] as const)('The whole way of the separate toilets, in %s', (language) => {
  it('is one page, from the issue and back to it, also without JavaScript', async () => {
    const child = await visit({ language, withScript: language === 'en' });
    await child.goto('/issues?commune=140907&state=CONFIRMED');
    const title = language === 'km' ? 'បង្គន់ស្រី និងប្រុសដាច់ពីគ្នា' : 'Separate toilets';
    await child.locator('main a', { hasText: title }).first().click();
    await child.locator('main a[href^="/trail/"]').click();
    await child.waitForURL(/\/trail\//);
    const sentences = await child.locator('.trail h2').allInnerTexts();
    expect(sentences).toHaveLength(10);
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 12)).toEqual([]);
    const text = await child.locator('.trail').innerText();
    for (const words of trail[language]) expect(text).toContain(words);
    if (language === 'en') await expectAccessible(child);
    const width = await child.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await child.locator('.trail a[href$="#verdict"]').click();
    await child.locator('#verdict').waitFor();
  });
});
