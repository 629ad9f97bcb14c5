import { locales } from '#lib/paraglide/runtime.js';

/** The languages of the pages, one for each that has words; the first is the one shown when nobody has chosen. */
export const languages = locales;
export type Language = (typeof languages)[number];

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

/** The language the switch leads to: one after the other, round and round. */
export function nextLanguage(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? languages[0];
}

/** What a language calls itself. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
