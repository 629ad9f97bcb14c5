import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { visit } from './visit.ts';

/** Bytes over the line of everything a first visit to a page loads. */
async function weigh(
  path: string,
  savesData = false,
): Promise<{ all: number; fonts: number; scripts: number; foreign: string[] }> {
  const page = await visit();
  if (savesData) await page.setExtraHTTPHeaders({ 'save-data': 'on' });
  const weight = { all: 0, fonts: 0, scripts: 0, foreign: [] as string[] };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (new URL(response.url).hostname !== 'localhost') weight.foreign.push(response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    weight.all += encodedDataLength;
    if (kind === 'Font') weight.fonts += encodedDataLength;
    if (kind === 'Script') weight.scripts += encodedDataLength;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.context().close();
  return weight;
}

// The figures of the product's promise, in bytes as they go over the line.
describe("the children's pages are light", () => {
  it.each([
    '/',
    '/raise',
    '/issues?commune=140907',
    '/my',
    '/safe?commune=140907',
    '/help',
    '/c/140907',
    '/notices',
    '/raise/short',
  ])('%s', async (path) => {
    const { all, fonts, scripts, foreign } = await weigh(path);
    expect(foreign, 'requests to others').toEqual([]);
    expect(all - fonts, 'without fonts').toBeLessThanOrEqual(60 * 1024);
    expect(all, 'with fonts').toBeLessThanOrEqual(100 * 1024);
    expect(scripts, 'scripts').toBeLessThanOrEqual(25 * 1024);
  });

  it('and lighter for whoever saves data: the letters are the phone’s own', async () => {
    const { all, fonts } = await weigh('/raise', true);
    expect(fonts).toBe(0);
    expect(all).toBeLessThanOrEqual(60 * 1024);
  });
});

describe('what runs on phones', () => {
  const built = fileURLToPath(new URL('../../apps/web/build/client/', import.meta.url));
  const scripts = globSync('**/*.js', { cwd: built });

  it('is there, the worker too', () => {
    expect(scripts).toContain('service-worker.js');
    expect(scripts.length).toBeGreaterThan(5);
  });

  it('is written in the language of 2020, as Chrome 80 knows it', () => {
    const linter = new Linter();
    const tooNew = scripts.flatMap((file) =>
      linter
        .verify(readFileSync(`${built}${file}`, 'utf8'), {
          languageOptions: { ecmaVersion: 2020, sourceType: 'module' },
        })
        .filter(({ fatal }) => fatal)
        .map(({ message, line }) => `${file}:${line} ${message}`),
    );
    expect(tooNew).toEqual([]);
  });
});
