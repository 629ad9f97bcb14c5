import { randomUUID } from 'node:crypto';
import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { type Language, signIn, visit } from './visit.ts';

const { pages, control } = inject('product');

/** A day from now as a field of days takes it; other journeys may have moved the service's clock far ahead. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Makes a poll on its form and opens it.
 *
 * @param start `template=commune-first` or `type=BUDGET`
 * @param fill what is filled in beside the days
 * @returns its number in addresses
 */
export async function openPoll(
  page: Page,
  start: string,
  fill: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  await page.goto(`/facilitate/polls/new?${start}`);
  await page.locator('#opensAt').fill(dayFromNow(-1));
  await page.locator('#closesAt').fill(dayFromNow(300));
  await fill(page);
  await page.locator('form[action="?/make"] > button').click();
  await page.waitForURL(/done=made/);
  await page.locator('form[action="?/open"] button').click();
  await page.waitForURL(/done=opened/);
  return /polls\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Fills the rows of options: words in Khmer, in English and, in budgets, what each costs. */
export async function fillOptions(
  page: Page,
  options: readonly (readonly [km: string, en: string, cost?: string])[],
): Promise<void> {
  for (const [index, [km, en, cost]] of options.entries()) {
    const row = `option-${String(index + 1)}-`;
    await page.locator(`#${row}km`).fill(km);
    await page.locator(`#${row}en`).fill(en);
    if (cost !== undefined) await page.locator(`#${row}cost`).fill(cost);
  }
}

/** The one who runs a poll asks to close it; a second person looks at what was doubted and confirms. */
export async function closeByTwo(first: Page, id: string, language: Language = 'en'): Promise<Page> {
  await first.goto(`/facilitate/polls/${id}`);
  await first.locator('form[action="?/close"] button').click();
  await first.waitForURL(/done=asked/);
  await expect.poll(() => first.locator('form[action="?/confirm"]').count()).toBe(0);
  const second = await visit({ language });
  await signIn(second, 'rotha');
  await second.goto(`/facilitate/polls/${id}`);
  for (;;) {
    const review = second.locator('button[value=NOTHING_WRONG]').first();
    if ((await review.count()) === 0 || (await second.locator('.batch strong').count()) > 0) break;
    await review.click();
    await second.waitForURL(/done=reviewed/);
  }
  await second.locator('form[action="?/confirm"] button').click();
  await second.waitForURL(/done=closed/);
  return second;
}

/** Sends the form of the last screen as a browser without script would: for children whose taps tell nothing new. */
export async function sendBallot(page: Page, id: string, draft: string): Promise<void> {
  const reply = await page.request.post(`/polls/${id}?/go`, {
    form: { draft, turn: randomUUID(), go: 'castOpen' },
    headers: { origin: pages, accept: 'text/html' },
    maxRedirects: 0,
  });
  expect([reply.status(), reply.headers()['location']]).toEqual([303, `/polls/${id}?thanks`]);
}

/** Counts a closed poll again, after something was changed in one of its ballots where `tampered`. */
export async function recount(id: string, tampered = false): Promise<readonly string[]> {
  const reply = await fetch(`${control}/recount?poll=${id}${tampered ? '&tampered' : ''}`);
  const { recounted } = (await reply.json()) as {
    recounted: { audit: string | null; polls: { differences: string[] }[] };
  };
  return [
    ...(recounted.audit ? [recounted.audit] : []),
    ...recounted.polls.flatMap((one) => one.differences),
  ];
}
