import { bands, meaningKeys, meaningOf, sketch } from '@samleng/text';
import type { IssueWords } from './admit-words.ts';

/**
 * What an issue is found by when somebody writes something alike: the MinHash bands of its words and of title and
 * words together, each language for itself, since a child writes in one; and a number for each meaning that names its
 * matter, of both languages together.
 */
export function bandsOf(words: IssueWords): number[] {
  return [
    ...new Set([
      ...textsOf(words).flatMap((text) => bands(sketch(text))),
      ...meaningKeys(meaningOf(wholeTextOf(words))),
    ]),
  ];
}

/** All an issue says, in both languages: what its meaning is read from. */
export function wholeTextOf({ titleKm, titleEn, wordsKm, wordsEn }: IssueWords): string {
  return [titleKm, wordsKm, titleEn, wordsEn].filter((text) => text !== null).join('\n');
}

/** The texts of an issue that a new one is compared with. */
export function textsOf({ titleKm, titleEn, wordsKm, wordsEn }: IssueWords): string[] {
  return [
    ...(wordsKm === null ? [] : [wordsKm, `${titleKm ?? ''} ${wordsKm}`]),
    ...(wordsEn === null ? [] : [wordsEn, `${titleEn ?? ''} ${wordsEn}`]),
  ];
}
