import { findHarm } from '@samleng/text';
import type { Urgency } from '@samleng/vocabulary';

/** Marked words of a text: `start` and `end` in UTF-16 units. */
export type Mark = { readonly kind: string; readonly start: number; readonly end: number };

/** What words of harm make of a concern's urgency. They only ever raise it; a human reads everything. */
export function urgencyOf(text: string): Urgency {
  const { level } = findHarm(text);
  return level === 'NONE' ? 'NORMAL' : level;
}

/** Where a text may speak of harm. */
export function harmSigns(text: string): readonly Mark[] {
  return findHarm(text).signs;
}

/** Names, phone and identity numbers in a text. */
export function identifiersIn(_text: string): readonly (Mark & { readonly text: string })[] {
  return [];
}
