import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Language, signIn, visit } from './visit.ts';

// Steps of the story that several journeys tell, all through the pages and without JavaScript.

/** The commune of the demonstration in which the journeys take place. */
export const commune = '140907';

/** A word nobody used before: letters only, since digits might be somebody's telephone number. */
export function aMark(): string {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');
}

/** A child raises a concern from the link of the commune. Gives the digits of the receipt. */
export async function raiseConcern(page: Page, words: string, category = 'ENVIRONMENT'): Promise<string> {
  await page.goto(`/raise?commune=${commune}`);
  await page.locator('button[name=go][value=about]').click();
  await page.locator(`input[name=category][value=${category}]`).check();
  await page.locator('main button[name=go][value=text]:not([aria-hidden])').click();
  await page.locator('textarea[name=text]').fill(words);
  await page.locator('main button[name=go][value=send]:not([aria-hidden])').first().click();
  const sendAnyway = page.locator('main button[name=go][value=sendNew]');
  await page.locator('[data-receipt]').or(sendAnyway).first().waitFor();
  if ((await sendAnyway.count()) > 0) await sendAnyway.first().click();
  const receipt = (await page.locator('[data-receipt]').innerText()).replace(/\D/g, '');
  expect(receipt).toMatch(/^\d{16}$/);
  return receipt;
}

/** The child comes back with its receipt. */
export async function comeBack(page: Page, receipt: string): Promise<void> {
  await page.goto('/my');
  await page.locator('input[name=receipt]').fill(receipt);
  await page.locator('main form button').first().click();
  await page.locator('.beside').waitFor();
}

/** Puts the public words into the moderator's page. */
export async function writePublicWords(
  page: Page,
  words: { readonly title: string; readonly text: string; readonly in: Language },
): Promise<void> {
  const ending = words.in === 'km' ? 'Km' : 'En';
  // The words in the other language than the page's wait behind a line that opens.
  const folded = page.locator(`details:not([open]):has([name=title${ending}]) > summary`);
  if ((await folded.count()) > 0) await folded.click();
  await page.locator(`[name=title${ending}]`).fill(words.title);
  await page.locator(`[name=words${ending}]`).fill(words.text);
}

/** Sokha publishes a waiting concern that holds a mark, in edited words. */
export async function publishConcern(
  mark: string,
  words: { readonly title: string; readonly text: string; readonly in: Language },
): Promise<void> {
  const page = await visit({ language: words.in, withScript: false });
  await signIn(page, 'sokha');
  await page.goto('/facilitate/concerns');
  await page.locator('main a[href^="/facilitate/concerns/"]', { hasText: mark }).first().click();
  await writePublicWords(page, words);
  await page.locator('button[data-key-publish]').click();
  await page.waitForURL(/done=/);
}
