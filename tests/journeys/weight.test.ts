import { describe, expect, it } from 'vitest';
import { visit } from './visit.ts';

/** Bytes over the line of everything a first visit to a page loads. */
async function weigh(
  path: string,
): Promise<{ all: number; fonts: number; scripts: number; foreign: string[] }> {
  const page = await visit();
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
  ])('%s', async (path) => {
    const { all, fonts, scripts, foreign } = await weigh(path);
    expect(foreign, 'requests to others').toEqual([]);
    expect(all - fonts, 'without fonts').toBeLessThanOrEqual(60 * 1024);
    expect(all, 'with fonts').toBeLessThanOrEqual(100 * 1024);
    expect(scripts, 'scripts').toBeLessThanOrEqual(25 * 1024);
  });
});
