import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { persona } from '@samleng/personas';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { digitsOf } from '../../scripts/demo-sign-ins.ts';
import { answers, endService, freePort, root } from '../../scripts/run.ts';
import { kindOf, pagesReachedFrom } from './walk-pages.ts';

// pnpm shots [PART OF AN ADDRESS …]
// Starts a fresh demo and photographs one page of each kind that children and each kind of staff can reach by links,
// in Khmer and English, 360, 768 and 1280 pixels wide, into shots/LANGUAGE/WIDTH/. To be looked at, not compared.

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isDark = process.argv.includes('--dark');
const widths = [360, 768, 1280] as const;
const languages = ['km', 'en'] as const;
const MOST_KINDS = 150;

/** Whose pages: children's without a sign-in, then one person for each kind of staff. */
const visitors: readonly { name: string; start: readonly string[]; signsInAs?: string }[] = [
  { name: 'child', start: ['/', '/raise', '/safe', '/my', '/help', '/polls', '/design'] },
  { name: 'facilitator', start: ['/facilitate/concerns'], signsInAs: 'sokha' },
  { name: 'official', start: ['/office'], signsInAs: 'chan' },
  { name: 'administrator', start: ['/admin'], signsInAs: 'rotha' },
];

const data = await mkdtemp(join(tmpdir(), 'samleng-shots-'));
const port = await freePort(45_210);
const pages = `http://localhost:${port}`;
const product = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
  env: {
    ...process.env,
    DATA_DIRECTORY: data,
    WEB_PORT: String(port),
    API_PORT: '45310',
    PROTECTION_PORT: '45410',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});
let browser: Browser | undefined;
try {
  if (!(await answers(`${pages}/health/live`, product, 300))) throw new Error('The demo did not start.');
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath()),
    args: sparticuz.args.filter((argument) => argument !== '--single-process'),
  });
  const taken = new Set<string>();
  for (const visitor of visitors) {
    const page = await visit(browser);
    if (visitor.signsInAs !== undefined) await signIn(page, visitor.signsInAs);
    const all = await pagesReachedFrom(page, visitor.start, MOST_KINDS);
    const own = all.filter((address) => !taken.has(kindOf(address)));
    for (const address of own) taken.add(kindOf(address));
    const asked = own.filter(
      (address) => wanted.length === 0 || wanted.some((part) => address.includes(part)),
    );
    console.log(`${visitor.name}: ${own.length} kinds of pages, ${asked.length} photographed`);
    for (const language of languages)
      for (const width of widths) await photograph(page, asked, language, width);
    await page.context().close();
  }
} finally {
  await browser?.close();
  await endService(product, 20);
  await rm(data, { recursive: true, force: true });
}

async function photograph(
  page: Page,
  addresses: readonly string[],
  language: (typeof languages)[number],
  width: number,
): Promise<void> {
  const folder = join(root, 'shots', language, String(width));
  await mkdir(folder, { recursive: true });
  await page.context().addCookies([{ name: 'language', value: language, url: pages }]);
  await page.setViewportSize({ width, height: 640 });
  for (const address of addresses) {
    await page.goto(address);
    const name =
      kindOf(address)
        .slice(1)
        .replaceAll(/[^a-z0-9]+/gi, '-') || 'home';
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}

async function visit(within: Browser): Promise<Page> {
  const context = await within.newContext({
    baseURL: pages,
    reducedMotion: 'reduce',
    colorScheme: isDark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

async function signIn(page: Page, key: string): Promise<void> {
  const person = persona(key);
  await page.goto('/sign-in');
  await page.locator('input[name=name]').fill(person.signIn.login);
  await page.locator('input[name=passphrase]').fill(person.signIn.passphrase);
  await page.locator('main form button').first().click();
  await page.locator('input[name=code]').fill(digitsOf(person, Date.now()));
  await page.locator('main form button').first().click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}
