import { type Form, readXlsForm, writeXlsForm } from '@samleng/surveys';

type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** The form that the service gives as sheets; null when a topic has none yet. */
export function formOfSheets(sheets: readonly Sheet[]): Form | null {
  const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const read = readXlsForm({ survey: rows('survey'), choices: rows('choices'), settings: rows('settings') });
  return read.ok ? read.value.form : null;
}

/** A form as the sheets that the service takes. */
export function sheetsOf(form: Form): { name: string; rows: string[][] }[] {
  return Object.entries(writeXlsForm(form)).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => [...row]),
  }));
}
