import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';

/** The titles a page may have that nobody should read over a shoulder. */
export const neutral = /^(?:Samleng|សំឡេង|My concern · Samleng|កង្វល់របស់ខ្ញុំ · សំឡេង)$/;

/** What of a code or of words an address, a title or what the phone keeps tells. */
export async function expectNothingTold(page: Page, ...secrets: readonly string[]): Promise<void> {
  await expect.poll(() => page.title()).toMatch(neutral);
  const kept = JSON.stringify([page.url(), await page.context().cookies()]);
  for (const secret of secrets) expect(kept).not.toContain(secret);
}

/** What a page and the phone under it keep while somebody tells: nothing that would show it to the next one. */
export async function expectNothingKept(page: Page, ...secrets: readonly string[]): Promise<void> {
  await expectNothingTold(page, ...secrets);
  const { stored, cached } = await page.evaluate(async () => {
    const cached: { path: string; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached.push({
          path: new URL(request.url).pathname,
          text: (await (await cache.match(request))?.text()) ?? '',
        });
    }
    const rows = async (name: string) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(new Error(name));
      });
      const all = [...database.objectStoreNames].map(
        (store) =>
          new Promise((resolve, reject) => {
            const asked = database.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(new Error(store));
          }),
      );
      const found = await Promise.all(all);
      database.close();
      return found.flat();
    };
    const databases = (await indexedDB.databases()).map(({ name }) => name!);
    return {
      stored: [
        { ...localStorage },
        { ...sessionStorage },
        history.state,
        (await Promise.all(databases.map(rows))).flat(),
      ],
      cached,
    };
  });
  const kept = JSON.stringify([stored, cached]);
  for (const secret of secrets) expect(kept).not.toContain(secret);
  expect(cached.filter(({ path }) => path.startsWith('/safe'))).toEqual([]);
}

/** Writes down every address a page goes through, as the history of the phone does. */
export function addressesOf(page: Page): string[] {
  const gone: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    const { pathname, search } = new URL(frame.url());
    gone.push(pathname + search);
  });
  return gone;
}

/** The addresses of all steps are the same few, whatever was typed, opened or answered. */
export const neutralAddress =
  /^\/(?:raise|safe)(?:\?(?:commune=\d{6}|area=|\/go))?$|^\/my(?:\?\/(?:open|write))?$/;

/** Where words stand in the participation service's database: in its rows, and in its directory as a backup takes it. */
export async function tracesInPublicHouse(of: readonly string[]): Promise<string[]> {
  const asked = new URLSearchParams(of.map((each) => ['of', each]));
  const reply = await fetch(`${inject('product').control}/traces?${asked}`);
  return ((await reply.json()) as { traces: string[] }).traces;
}
