import { ok, refused, type Result } from '@samleng/kernel';
import { admitText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from './payload.ts';

/** How a text is admitted: at most so many characters, on one line, or left out. */
export type TextLimit = { readonly max: number; readonly oneLine?: boolean; readonly optional?: boolean };

type Admitted<Limits> = {
  readonly [Field in keyof Limits]: Limits[Field] extends { readonly optional: true }
    ? string | null
    : string;
};

/**
 * Admits the texts of an input at once, so that a person hears of everything that is to be mended.
 *
 * @returns the texts to store, null for an optional one left empty; REQUIRED or TOO_LONG with the field's name
 * @example admitTexts(input, { nameKm: { max: 200, oneLine: true }, note: { max: 1000, optional: true } })
 */
export function admitTexts<const Limits extends Readonly<Record<string, TextLimit>>>(
  texts: { readonly [Field in keyof Limits]: string | null | undefined },
  limits: Limits,
): Result<Admitted<Limits>, readonly Problem[]> {
  const admitted: Record<string, string | null> = {};
  const problems: Problem[] = [];
  for (const [field, limit] of Object.entries(limits)) {
    const text = admitText(texts[field] ?? '', limit);
    if (text.ok) admitted[field] = text.value;
    else if (text.problem.code === 'TOO_LONG') problems.push(problem('TOO_LONG', field));
    else if (limit.optional) admitted[field] = null;
    else problems.push(problem('REQUIRED', field));
  }
  return problems.length > 0 ? refused(problems) : ok(admitted as Admitted<Limits>);
}
