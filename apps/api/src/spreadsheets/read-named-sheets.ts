import { ok, refused, type Result } from '@samleng/kernel';
import type { ProblemCode } from '@samleng/vocabulary';
import { readWorkbookSheets } from './read-workbook.ts';
import { sheetBytesMost, sheetRowsMost, type SheetRow } from './sheet.ts';

type Texts = readonly (readonly string[])[];

/** XLSForm lets a label be longer than a cell of a list may be. */
const cellMost = 2_000;

/**
 * Reads sheets of an XLSX workbook by their names, whatever their capitals; one that is missing is empty. The bounds are
 * those of `readSpreadsheet`, but for the length of a cell. A cell that computes is refused: what it would say is not in
 * the file. Rows keep their numbers: the row at index 4 is the one a spreadsheet shows as 5.
 *
 * @param base64 the file
 */
export function readNamedSheets<Name extends string>(
  base64: string,
  names: readonly Name[],
): Result<
  Readonly<Record<Name, Texts>>,
  Extract<ProblemCode, 'FILE_UNREADABLE' | 'FILE_TOO_LARGE' | 'FORMULA_IN_CELL'>
> {
  if (base64.length > Math.ceil(sheetBytesMost / 3) * 4) return refused('FILE_TOO_LARGE');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return refused('FILE_UNREADABLE');
  const read = readWorkbookSheets(new Uint8Array(Buffer.from(base64, 'base64')), names);
  if (!read.ok) return read;
  const sheets = names.map((name) => [name, read.value.get(name) ?? []] as const);
  const rows = sheets.flatMap(([, each]) => each);
  const cells = rows.flatMap((row) => row.cells);
  // Blank rows may stand between, but not a million of them.
  const isTooLong = rows.some(({ number }) => !(number >= 1 && number <= sheetRowsMost * 2));
  if (isTooLong || cells.some(({ text }) => text.length > cellMost)) return refused('FILE_TOO_LARGE');
  if (cells.some(({ text, isFormula }) => isFormula && text === '')) return refused('FORMULA_IN_CELL');
  return ok(
    Object.fromEntries(sheets.map(([name, each]) => [name, textsOf(each)])) as Readonly<Record<Name, Texts>>,
  );
}

function textsOf(rows: readonly SheetRow[]): Texts {
  const texts: string[][] = [];
  for (const { number, cells } of rows) {
    while (texts.length < number - 1) texts.push([]);
    texts.push(cells.map(({ text }) => text));
  }
  return texts;
}
