import { findHarm } from '@samleng/text';
import type { Issue } from './issue.entity.ts';

/** Whether an issue's published words may speak of harm. It closes and hides nothing: a moderator looks again. */
export function speaksOfHarm(issue: Pick<Issue, 'titleKm' | 'titleEn' | 'wordsKm' | 'wordsEn'>): boolean {
  const words = [issue.titleKm, issue.titleEn, issue.wordsKm, issue.wordsEn];
  return findHarm(words.filter(Boolean).join('\n')).level !== 'NONE';
}
