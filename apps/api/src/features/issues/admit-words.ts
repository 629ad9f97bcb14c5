import { ok, refused, type Result } from '@samleng/kernel';
import { admitOptionalText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { identifiersIn } from '../concerns/index.ts';

/** Most characters of an issue's title and of its words. */
export const longestTitle = 120;
export const longestWords = 4_000;

/** An issue's words in both languages. A language has a title and words, or neither. */
export type IssueWords = {
  readonly titleKm: string | null;
  readonly titleEn: string | null;
  readonly wordsKm: string | null;
  readonly wordsEn: string | null;
};

const fields = ['titleKm', 'titleEn', 'wordsKm', 'wordsEn'] as const;

/**
 * Checks the words a moderator wants to publish: at least one language is whole, nothing is too long, and every
 * name, phone or identity number in them is among the texts the moderator says may stay.
 */
export function admitWords(
  given: { readonly [Field in keyof IssueWords]?: string | null | undefined },
  justified: readonly string[],
): Result<IssueWords, readonly Problem[]> {
  const problems: Problem[] = [];
  const words: Record<(typeof fields)[number], string | null> = {
    titleKm: null,
    titleEn: null,
    wordsKm: null,
    wordsEn: null,
  };
  for (const field of fields) {
    const isTitle = field.startsWith('title');
    const text = admitOptionalText(given[field], {
      max: isTitle ? longestTitle : longestWords,
      oneLine: isTitle,
    });
    if (text.ok) words[field] = text.value;
    else problems.push(problem('TOO_LONG', field));
    if (text.ok && hasIdentifiersLeft(text.value ?? '', justified))
      problems.push(problem('IDENTIFIERS_LEFT', field));
  }
  if (problems.length === 0) problems.push(...missingHalves(words));
  return problems.length > 0 ? refused(problems) : ok(words);
}

function hasIdentifiersLeft(text: string, justified: readonly string[]): boolean {
  const may = new Set(justified.map((one) => one.trim()));
  return identifiersIn(text).some((mark) => !may.has(mark.text.trim()));
}

function missingHalves({ titleKm, titleEn, wordsKm, wordsEn }: IssueWords): Problem[] {
  const problems: Problem[] = [];
  if (titleKm === null && wordsKm !== null) problems.push(problem('REQUIRED', 'titleKm'));
  if (titleKm !== null && wordsKm === null) problems.push(problem('REQUIRED', 'wordsKm'));
  if (titleEn === null && wordsEn !== null) problems.push(problem('REQUIRED', 'titleEn'));
  if (titleEn !== null && wordsEn === null) problems.push(problem('REQUIRED', 'wordsEn'));
  if ([titleKm, titleEn, wordsKm, wordsEn].every((text) => text === null))
    problems.push(problem('REQUIRED', 'wordsKm'));
  return problems;
}
