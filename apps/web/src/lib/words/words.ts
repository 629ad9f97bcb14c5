import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Language } from '#lib/language.ts';

/**
 * Every word on the pages, by its key: `m['common.send']()`, ``m[`category.${category}`]()``.
 * The language is that of the request being answered.
 */
export { m };

/** The language of the request being answered. */
export function language(): Language {
  return getLocale();
}

/**
 * The text in the reader's language where there is one, else in the other: issues and answers are written in
 * one language or both. `lang` names the language it came in, for the `lang` attribute.
 */
export function inReadersLanguage(
  km: string | null | undefined,
  en: string | null | undefined,
): { text: string; lang: Language } {
  const first = language() === 'km' ? km : en;
  if (first) return { text: first, lang: language() };
  if (km) return { text: km, lang: 'km' };
  return { text: en ?? '', lang: 'en' };
}
