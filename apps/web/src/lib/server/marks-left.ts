import { markIdentifiers } from '@samleng/privacy';
import { type IssueDraft, wordFields } from '#lib/forms/issue-words.ts';

/** A name or number in words that are to become public. */
export interface MarkLeft {
  readonly kind: string;
  readonly text: string;
}

/** The names and numbers that still stand in a draft, each once: to be removed, or ticked as harmless. */
export function marksLeft(draft: IssueDraft): readonly MarkLeft[] {
  const found = new Map<string, MarkLeft>();
  for (const field of wordFields) {
    const text = draft[field];
    for (const { kind, start, end } of markIdentifiers(text)) {
      const marked = text.slice(start, end).trim();
      if (!found.has(marked)) found.set(marked, { kind, text: marked });
    }
  }
  return [...found.values()];
}
