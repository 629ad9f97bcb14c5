import type { Page } from 'playwright-core';

// Steps of a facilitator through research, all through the pages.

/** A topic in its first words; gives the address of its page. */
export async function planTopic(
  page: Page,
  titles: { km: string; en: string },
  category: string,
): Promise<string> {
  await page.goto('/facilitate/research');
  await page.locator('main a.button').first().click();
  await page.locator('#question').fill('How are the toilets of our school?');
  await page.locator('#titleKm').fill(titles.km);
  await page.locator('#titleEn').fill(titles.en);
  await page.locator('#category').selectOption(category);
  await page.locator('#teamGirls').fill('3');
  await page.locator('#teamAdults').fill('២');
  await page.locator('main form button').last().click();
  await page.waitForURL(/done=saved/);
  return page.url().split('?')[0]!;
}

/** Takes a topic to its next stage from its page, where nothing is missing. */
export async function goOn(page: Page, here: string, to: string): Promise<void> {
  await page.goto(here);
  await page.locator(`[data-next] form[action="?/move"]:has(input[value=${to}]) button`).click();
  await page.waitForURL(/done=saved/);
}

/** Adds a question at the end of the form; `more` are further fields of it. */
export async function addQuestion(
  page: Page,
  here: string,
  kind: string,
  words: string,
  more: object = {},
): Promise<void> {
  await page.goto(`${here}/form?done`);
  await page.locator('#new-labelKm').fill(words);
  await page.locator('#new-kind').selectOption(kind);
  const limits = Object.entries(more);
  if (limits.length > 0) await page.locator('#end > form > details > summary').click();
  for (const [name, value] of limits) await page.locator(`#new-${name}`).fill(String(value));
  await page.locator('#end > form > button').click();
  await page.waitForURL(/done=saved/);
}

/** Ticks the whole list of ethics. */
export async function tickAll(page: Page, here: string): Promise<void> {
  await page.goto(here);
  for (const box of await page.locator('input[name=ethics]').all()) await box.check();
  await page.locator('form[action="?/ethics"] button').click();
  await page.waitForURL(/done=saved/);
}
