import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pagesReachedFrom } from '../shots/walk-pages.ts';
import { expectAccessible, type Language, signIn, visit } from './visit.ts';

// One page of each kind that links lead to. 320 pixels are a screen of 1280 at 400 % (WCAG 2.2, 1.4.10).

const childrens = ['/', '/raise', '/issues?commune=140907', '/safe', '/my', '/help', '/polls', '/notices'];

/** What is smaller than a finger: 44 × 44 pixels. A link inside a sentence is as high as its line. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      if (one.getAttribute('aria-hidden') === 'true') continue;
      if (one instanceof HTMLAnchorElement && getComputedStyle(one).display === 'inline') continue;
      const isMark = one instanceof HTMLInputElement && /checkbox|radio/.test(one.type);
      const { width, height } = ((isMark && one.closest('label')) || one).getBoundingClientRect();
      // Shown to readers aloud alone, or folded away.
      if (width <= 1 || height <= 1 || !one.checkVisibility()) continue;
      if (height < 43.5 || width < 43.5)
        small.push(`${one.outerHTML.slice(0, 90)} ${Math.round(width)} × ${Math.round(height)}`);
    }
    return small;
  });
}

/** Looks at a page of each kind; says all that is wrong at once, by page. */
async function look(
  page: Page,
  start: readonly string[],
  { within = '/', more }: { within?: string; more?: (page: Page) => Promise<string[]> },
): Promise<{ wrong: Record<string, unknown>; count: number }> {
  const wrong: Record<string, unknown> = {};
  const kinds = await pagesReachedFrom(page, start, 90, {
    within,
    look: async (address) => {
      const found = (await more?.(page)) ?? [];
      if (found.length > 0) wrong[`${address} small`] = found;
      await expectAccessible(page).catch((error: Error) => (wrong[address] = error.message));
    },
  });
  return { wrong, count: kinds.length };
}

describe.each<Language>(['km', 'en'])("the children's pages, in %s", (language) => {
  it('are for fingers, for eyes that need other colours, and for letters four times as large', async () => {
    const page = await visit({ language, width: 320, forcedColors: language === 'km' });
    const { wrong, count } = await look(page, childrens, { more: tooSmall });
    expect(wrong).toEqual({});
    expect(count).toBeGreaterThan(15);
  }, 180_000);
});

describe('the pages of staff', () => {
  it.each([
    ['sokha', '/facilitate', 'km'],
    ['chan', '/office', 'en'],
    ['rotha', '/admin', 'km'],
  ] as const)(
    'are for everybody who works there: %s',
    async (who, start, language) => {
      const page = await visit({ language, width: 320, forcedColors: true });
      await signIn(page, who);
      const { wrong, count } = await look(page, [start], { within: start });
      expect(wrong).toEqual({});
      expect(count).toBeGreaterThan(5);
    },
    180_000,
  );
});
