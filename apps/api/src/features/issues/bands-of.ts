import { bands, sketch } from '@samleng/text';
import type { IssueWords } from './admit-words.ts';

/**
 * What an issue is found by when somebody writes something alike: the MinHash bands of its words and of title and
 * words together, each language for itself, since a child writes in one.
 */
export function bandsOf(words: IssueWords): number[] {
  return [...new Set(textsOf(words).flatMap((text) => bands(sketch(text))))];
}

/** The texts of an issue that a new one is compared with. */
export function textsOf({ titleKm, titleEn, wordsKm, wordsEn }: IssueWords): string[] {
  return [
    ...(wordsKm === null ? [] : [wordsKm, `${titleKm ?? ''} ${wordsKm}`]),
    ...(wordsEn === null ? [] : [wordsEn, `${titleEn ?? ''} ${wordsEn}`]),
  ];
}
