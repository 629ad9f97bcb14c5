import { demoWorld } from '@samleng/personas';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { daysPass, expectAccessible, type Language, signIn, visit } from './visit.ts';

const said: Readonly<Record<Language, string>> = {
  km: 'ឃុំនឹងដាក់រនាំងនៅកន្លែងនេះ មុនចូលរៀនវិញ។ មេភូមិជាអ្នកធ្វើ។',
  en: 'The commune builds the fence before school begins again. The village chief does the work.',
};
const figures: Readonly<Record<Language, string>> = { km: '៦.០០០.០០០', en: '6,000,000' };
const district = demoWorld.offices.find((office) => office.key === '1409.DISTRICT_ADMINISTRATION');

/** The first issue that waits for an answer of Chan's office: the highest in the ranking. */
async function firstWaiting(page: Page): Promise<string> {
  await page.goto('/office?stage=WAITING');
  const address = await page.locator('main h2 a').first().getAttribute('href');
  expect(address).toMatch(/^\/office\/issues\/[0-9a-f-]{36}$/);
  return address ?? '';
}

/** What a stranger reads on the public page of an issue. */
async function publicWords(address: string, language: Language): Promise<string> {
  const page = await visit({ language, withScript: false });
  await page.goto(address.replace('/office', ''));
  return page.locator('main').innerText();
}

describe.each(['km', 'en'] as const)('Chan answers for the commune council, in %s', (language) => {
  it('with a plan, a date and money; then promises it in the investment programme and reports', async () => {
    const page = await visit({ language, withScript: false });
    await signIn(page, 'chan');
    const issue = await firstWaiting(page);

    await page.goto(`${issue}/answer`);
    await page.locator('input[name=decision][value=PLANNED]').check();
    await page.locator('textarea[name=words]').fill(said[language]);
    await page.locator('input[name=amountRiel]').fill(figures[language]);
    await page.locator('.answer-form button:not([type=button])').click();
    // Refused: a plan needs its day. What was typed stays.
    await expect.poll(() => page.locator('[role=alert]').count()).toBe(1);
    await expect.poll(() => page.locator('textarea[name=words]').inputValue()).toBe(said[language]);
    await expect.poll(() => page.locator('input[name=amountRiel]').inputValue()).toBe(figures[language]);
    await page.locator('input[name=dueOn]').fill('2027-12-01');
    await page.locator('.answer-form button:not([type=button])').click();
    await page.waitForURL(/done=answered/);
    expect(await publicWords(issue, language)).toContain(said[language]);

    await page.goto(`${issue}/plan`);
    await page.locator('input[name=costRiel]').fill(figures[language]);
    await page.locator('input[name=from-COMMUNE_FUND]').fill('4000000');
    await page.locator('main form button').click();
    // Refused: the sources do not make the cost.
    await expect.poll(() => page.locator('#sources .mistake').count()).toBe(1);
    await expect.poll(() => page.locator('input[name=from-COMMUNE_FUND]').inputValue()).toBe('4000000');
    await page.locator('input[name=from-NGO]').fill('២ ០០០ ០០០');
    await page.locator('main form button').click();
    await page.waitForURL(/done=planned/);

    await page.locator('a[href*="/plan/"]').first().click();
    await page.locator('[name=percentDone]').fill('៤០');
    await page.locator('textarea[name=note]').fill(`${said[language]} 40`);
    await page.locator('[name=state][value=IN_PROGRESS]').check();
    await page.locator('main form button').click();
    await page.waitForURL(/done=reported/);
    const read = await publicWords(issue, language);
    expect(read).toContain(`${said[language]} 40`);
    expect(read).toContain(language === 'km' ? '៤០' : '40 %');
  });

  it.each([360, 1280])('with every page accessible at %d px', async (width) => {
    const page = await visit({ language, width });
    await signIn(page, 'chan');
    for (const path of ['', '?stage=NEW', '?stage=LATE', '?stage=ALL', '?category=DISASTER', '/print']) {
      const reply = await page.goto(`/office${path}`);
      expect(reply?.status(), path).toBe(200);
      await expectAccessible(page);
    }
    const issue = await firstWaiting(page);
    for (const path of ['', '/answer', '/plan', '/hand-over']) {
      const reply = await page.goto(`${issue}${path}`);
      expect(reply?.status(), path).toBe(200);
      await expectAccessible(page);
    }
  });

  it('and prints for the meeting on A4, in Khmer whatever is read on the screen', async () => {
    const page = await visit({ language, withScript: false });
    await signIn(page, 'chan');
    const issue = await firstWaiting(page);
    for (const path of ['/office/print', issue.replace('/issues/', '/print/')]) {
      await page.goto(path);
      expect(await page.locator('html').getAttribute('lang')).toBe('km');
      await expect.poll(() => page.locator('.paper').innerText()).toMatch(/[\u1780-\u17ff]{20}/);
      await expect.poll(() => page.locator('.paper .write').count()).toBeGreaterThan(3);
      await page.emulateMedia({ media: 'print' });
      await expect.poll(() => page.locator('.top').isVisible()).toBe(false);
      await expect.poll(() => page.locator('.no-print').first().isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
    }
    await page.goto('/office');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  });
});

describe('an issue that nobody answers', () => {
  // Other journeys of the same product live in the present.
  afterAll(async () => {
    await daysPass(-31);
  });

  it('goes to the office above after its days are over, and says so', async () => {
    const page = await visit({ withScript: false });
    await signIn(page, 'chan');
    const issue = await firstWaiting(page);
    expect(await publicWords(issue, 'km')).not.toContain(district?.name.km);
    const { escalated } = await daysPass(31);
    expect(escalated).toBeGreaterThan(0);
    for (const language of ['km', 'en'] as const)
      expect(await publicWords(issue, language)).toContain(district?.name[language]);
    // Chan was signed out meanwhile; a stranger gets no further than the door.
    await page.goto(issue);
    expect(page.url()).toContain('/sign-in');
  });
});

describe.each([
  ['km', 2027],
  ['en', 2028],
] as const)("Chan reads the commune's budget in, in %s", (language, year) => {
  it('after a look at what is wrong, and everybody sees its share beside what is asked for', async () => {
    const page = await visit({ language, withScript: false });
    await signIn(page, 'chan');
    await page.goto('/office');
    await page.locator('a[href="/local/budget"]').click();
    await page.waitForURL('**/budget/140907');
    await page.locator('a[href="/local/budget/140907"]').click();
    const look = async (lines: readonly string[]) => {
      await page.locator('#year').fill(String(year));
      await page.locator('#source').fill('ថវិកាឃុំ · Commune budget');
      await page.locator('#children').fill(language === 'km' ? '២ ០០០' : '2,000');
      const text = ['code,title,plannedRiel,tag', ...lines].join('\n');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.locator('form[action="?/look"] button').click();
      await page.locator('.import-lines').waitFor();
    };
    await look(['A1,Office,=2+2,other', 'C1,Preschool,8000000,children']);
    await expect.poll(() => page.locator('.import-lines .mistake').count()).toBe(1);
    expect(await page.locator('form[action="?/take"]').count()).toBe(0);
    await look(['A1,Office,92000000,other', 'C1,Preschool,8000000,children']);
    await page.locator('form[action="?/take"] button').click();
    await page.waitForURL(/done=imported/);

    const reader = await visit({ language });
    await reader.goto('/budget/140907');
    const chart = await reader.locator('main svg[role=img]').getAttribute('aria-label');
    expect(chart).toContain(language === 'km' ? '២០២៧' : '2028');
    expect(chart).toContain(language === 'km' ? '៨' : '8');
    const shown = await reader.locator('main').innerText();
    expect(shown).toContain(language === 'km' ? '១០០.០០០.០០០' : '100,000,000');
    expect(shown).toContain(language === 'km' ? '៤.០០០' : '4,000');
    await expectAccessible(reader);
    const width = await reader.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
});
