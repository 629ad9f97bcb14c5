import { identifiersIn } from '../concerns/index.ts';

/**
 * The fields whose words hold somebody's phone or identity number. What an office writes is read by everybody; children
 * are reached by nobody through it.
 */
export function fieldsWithIdentifiers(texts: Readonly<Record<string, string | null>>): string[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    text !== null && identifiersIn(text).some(({ kind }) => kind === 'PHONE' || kind === 'IDENTITY_NUMBER')
      ? [field]
      : [],
  );
}
