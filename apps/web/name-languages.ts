import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Tells the compiler of the words which languages there are: one for each folder in `messages/` (`km/`, a file for each
 * part of the product) and one for each file there (`lo.json`, all in one). A language is added by its words alone;
 * what it does not say is said in Khmer.
 *
 * @param folder that holds `messages/` and `project.inlang/`
 * @returns the languages, the base first
 */
export function nameLanguages(folder: string): string[] {
  const settingsFile = `${folder}/project.inlang/settings.json`;
  const text = readFileSync(settingsFile, 'utf8');
  const settings = JSON.parse(text) as { baseLocale: string; locales: string[] };
  const there = readdirSync(`${folder}/messages`)
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(name));
  // Known ones keep their order: the switch goes from one to the next.
  const known = settings.locales.filter((language) => there.includes(language));
  const locales = [...known, ...[...new Set(there)].filter((name) => !known.includes(name)).toSorted()];
  if (locales.join() !== settings.locales.join()) {
    // Only the list changes; the rest of the file stays as it is written.
    const list = locales.map((language) => `"${language}"`).join(', ');
    writeFileSync(settingsFile, text.replace(/"locales": \[[^\]]*\]/, `"locales": [${list}]`));
  }
  return locales;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  nameLanguages(fileURLToPath(new URL('../../packages/messages', import.meta.url)));
}
