import type { FormLanguage, FormWords } from '../form.ts';
import type { Row } from './sheet.ts';

/**
 * The language a column's words are in: `label::ភាសាខ្មែរ (km)`, `label::English`, or the form's own for a bare
 * `label`. Null: a language that forms here do not keep.
 */
export function languageOf(column: string, usual: FormLanguage): FormLanguage | null {
  const named = column.split('::')[1];
  if (named === undefined) return usual;
  const code = /\(([a-z-]+)\)\s*$/.exec(named)?.[1] ?? named;
  if (/^(km|khm|khmer|ខ្មែរ|ភាសាខ្មែរ)(-|$)/.test(code)) return 'km';
  if (/^(en|eng|english|អង់គ្លេស)(-|$)/.test(code)) return 'en';
  return null;
}

/** The words of a row in one kind of column (`label`, `hint`, `constraint_message`), by language. */
export function wordsOf(row: Row, kind: string, usual: FormLanguage): FormWords {
  const words: { [Language in FormLanguage]?: string } = {};
  for (const [column, cell] of row.cells) {
    if (column !== kind && !column.startsWith(`${kind}::`)) continue;
    const language = languageOf(column, usual);
    // A column that names its language is meant more surely than one that does not.
    if (language && (words[language] === undefined || column.includes('::'))) words[language] = cell;
  }
  return words;
}
