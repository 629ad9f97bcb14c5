import { AxeBuilder } from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { persona } from '@samleng/personas';
import { Secret, TOTP } from 'otpauth';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { pressesWait } from './pressing.ts';

export type Language = 'km' | 'en';
export type VisitOptions = {
  readonly language?: Language;
  readonly withScript?: boolean;
  readonly width?: number;
  /** The few colours of somebody who sees badly, instead of ours. */
  readonly forcedColors?: boolean;
};

const { pages, control } = inject('product');
let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

/** The browser named in the environment, else the one that is installed with the tests. */
async function open(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  return chromium.launch({
    executablePath: named ?? (await sparticuz.executablePath()),
    args: [
      // In one process the browser ends with its first page.
      ...sparticuz.args.filter((argument) => argument !== '--single-process'),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      // A microphone that hums, and is allowed: for those who speak instead of writing.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
}

/** Somebody's own phone (360 × 640) or screen, with nothing kept from others. */
export async function visit(options: VisitOptions = {}): Promise<Page> {
  const { language = 'km', withScript = true, width = 360, forcedColors = false } = options;
  browser ??= open();
  const context = await (
    await browser
  ).newContext({
    baseURL: pages,
    viewport: { width, height: 640 },
    javaScriptEnabled: withScript,
    reducedMotion: 'reduce',
    forcedColors: forcedColors ? 'active' : 'none',
    acceptDownloads: false,
  });
  await context.addCookies([{ name: 'language', value: language, url: pages }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  pressesWait(page, withScript);
  return page;
}

/** Whether the page as it stands is free of what axe finds against WCAG 2.2 AA, and does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
  ).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

/** Signs a person of the demo in, through the pages. */
export async function signIn(page: Page, key: string): Promise<void> {
  const { login, passphrase, totpSecret } = persona(key).signIn;
  await page.goto('/sign-in');
  await page.locator('input[name=name]').fill(login);
  await page.locator('input[name=passphrase]').fill(passphrase);
  await page.locator('main form button').first().click();
  await page.locator('input[name=code]').fill(await codeNow(totpSecret));
  await page.locator('main form button').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** The code of a moment of its own by the service's clock: each is taken once, so half a minute passes first. */
export async function codeNow(totpSecret: string): Promise<string> {
  const { now } = (await (await fetch(`${control}/?seconds=31`)).json()) as { now: string };
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: Date.parse(now) });
}

/** Moves the service's clock forward and runs the daily escalation. */
export async function daysPass(days: number): Promise<{ escalated: number }> {
  const reply = await fetch(`${control}/escalate?days=${days}`);
  return ((await reply.json()) as { went: { escalated: number } }).went;
}
