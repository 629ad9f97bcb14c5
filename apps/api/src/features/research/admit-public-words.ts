import { ok, refused, type Result } from '@samleng/kernel';
import { findHarm } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { admitTexts, type TextLimit } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { identifiersIn } from '../concerns/index.ts';

/** Whether a text names somebody by a number, or tells of harm done to a child. */
export function problemOfWords(text: string): 'IDENTIFIERS_LEFT' | 'TELLS_OF_HARM' | null {
  if (identifiersIn(text).some(({ kind }) => kind === 'PHONE' || kind === 'IDENTITY_NUMBER'))
    return 'IDENTIFIERS_LEFT';
  return findHarm(text).level === 'NONE' ? null : 'TELLS_OF_HARM';
}

/** Admits words that others will read, as `admitTexts` does: nobody's number may stand in them. */
export function admitPublicWords<const Limits extends Readonly<Record<string, TextLimit>>>(
  texts: { readonly [Field in keyof Limits]: string | null | undefined },
  limits: Limits,
): ReturnType<typeof admitTexts<Limits>> {
  const admitted = admitTexts(texts, limits);
  if (!admitted.ok) return admitted;
  const problems = Object.entries(admitted.value as Readonly<Record<string, string | null>>).flatMap(
    ([field, text]): Problem[] =>
      text !== null && problemOfWords(text) === 'IDENTIFIERS_LEFT'
        ? [problem('IDENTIFIERS_LEFT', field)]
        : [],
  );
  return problems.length > 0 ? refused(problems) : admitted;
}

/** Words in Khmer, in English or both, up to 1,000 characters each. */
export function admitEitherLanguage(words: {
  readonly textKm?: string | null;
  readonly textEn?: string | null;
}): Result<{ textKm: string | null; textEn: string | null }, readonly Problem[]> {
  const limit = { max: 1_000, optional: true } as const;
  const { textKm, textEn } = words;
  const admitted = admitPublicWords({ textKm, textEn }, { textKm: limit, textEn: limit });
  if (!admitted.ok) return admitted;
  const isEmpty = admitted.value.textKm === null && admitted.value.textEn === null;
  return isEmpty ? refused([problem('REQUIRED', 'textKm')]) : ok(admitted.value);
}
