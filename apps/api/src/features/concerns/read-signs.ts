import { type IdentifierKind, markIdentifiers } from '@samleng/privacy';
import { findHarm } from '@samleng/text';
import type { Urgency } from '@samleng/vocabulary';

/** Marked words of a text: `start` and `end` in UTF-16 units. */
export type Mark = { readonly kind: string; readonly start: number; readonly end: number };

/** What words of harm make of a concern's urgency. They only ever raise it; a human reads everything. */
export function urgencyOf(text: string, isSpoken = false): Urgency {
  const { level } = findHarm(text);
  if (level !== 'NONE') return level;
  // No words of a recording can be read for signs: somebody is to hear it soon.
  return isSpoken ? 'RAISED' : 'NORMAL';
}

/** Where a text may speak of harm. */
export function harmSigns(text: string): readonly Mark[] {
  return findHarm(text).signs;
}

/** Names, phone and identity numbers, addresses and accounts in a text, each with the marked words. */
export function identifiersIn(
  text: string,
): readonly (Mark & { readonly kind: IdentifierKind; readonly text: string })[] {
  return markIdentifiers(text).map(({ kind, start, end }) => ({
    kind,
    start,
    end,
    text: text.slice(start, end),
  }));
}
