/** The languages of the pages; the first is the one shown when nobody has chosen. */
export const languages = ['km', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}
