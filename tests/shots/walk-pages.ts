import type { Page } from 'playwright-core';

/** Links that are no page: files, feeds, ways out. */
const noPage =
  /^\/(quick-exit|feeds|media|_app)(\/|$)|\.(json|rss|xml|ics|csv|xlsx|pdf|pb|blt|so[ci]|to[ci]|svg|png)$/;

/**
 * Follows the links of one person's pages and gives the address of one page of each kind: `/issues/1` and
 * `/issues/2` are of one kind, so are pages that differ in the values of their query alone.
 *
 * @param most how many kinds at most
 * @param options.within the beginning of the addresses that are followed; without it: all of the product
 * @param options.look what to do on each of them while it is open
 */
export async function pagesReachedFrom(
  page: Page,
  start: readonly string[],
  most: number,
  { within = '/', look }: { within?: string; look?: (address: string) => Promise<void> } = {},
): Promise<string[]> {
  const found = new Map<string, string>();
  const waiting = [...start];
  for (let next = waiting.shift(); next !== undefined && found.size < most; next = waiting.shift()) {
    if (found.has(kindOf(next))) continue;
    const response = await page.goto(next).catch(() => null);
    // A redirect shows another page; that one is found by its own address.
    const address = new URL(page.url());
    const shown = address.pathname + address.search;
    if (
      !response?.ok() ||
      !response.headers()['content-type']?.startsWith('text/html') ||
      found.has(kindOf(shown))
    )
      continue;
    found.set(kindOf(shown), shown);
    const links = await page
      .locator('a[href]:not([data-leave]):not([download])')
      .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
    await look?.(shown);
    for (const link of links.map((href) => new URL(href)))
      if (link.origin === address.origin && link.pathname.startsWith(within) && !noPage.test(link.pathname))
        waiting.push(link.pathname + link.search);
  }
  return [...found.values()];
}

/** `/issues/0199…/plan?step=2` is of the kind `/issues/id/plan?step`. */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const path = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\/\d+(?=\/|$)|\/[A-Z_]+(?=\/|$)/g, (part) =>
    part.startsWith('/') ? '/n' : 'id',
  );
  const asked = [...new Set(searchParams.keys())].filter((key) => key !== 'language').sort();
  return asked.length > 0 ? `${path}?${asked.join('&')}` : path;
}
