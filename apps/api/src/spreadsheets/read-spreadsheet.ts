import { ok, refused, type Result } from '@samleng/kernel';
import { parse } from 'csv-parse/sync';
import { readWorkbook } from './read-workbook.ts';
import {
  cellCharactersMost,
  sheetBytesMost,
  sheetColumnsMost,
  type SheetProblem,
  type SheetRow,
  sheetRowsMost,
  startsLikeFormula,
} from './sheet.ts';

/**
 * Reads the first sheet of a CSV or XLSX file; which of the two its first bytes tell, not its name. Bounded before
 * anything is unpacked: bytes, entries, unpacked bytes, rows, columns, characters of a cell. Formulas are marked, never
 * computed; text that a spreadsheet program would compute (= + - @ at its start) is marked too.
 *
 * @param base64 the file
 * @returns rows that are not empty; `FILE_UNREADABLE` or `FILE_TOO_LARGE`
 */
export function readSpreadsheet(base64: string): Result<readonly SheetRow[], SheetProblem> {
  if (base64.length > Math.ceil(sheetBytesMost / 3) * 4) return refused('FILE_TOO_LARGE');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return refused('FILE_UNREADABLE');
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isZip ? readWorkbook(bytes) : readCsv(bytes);
  if (!rows.ok) return rows;
  const isTooLarge =
    rows.value.length > sheetRowsMost ||
    rows.value.some(
      ({ cells }) =>
        cells.length > sheetColumnsMost || cells.some(({ text }) => text.length > cellCharactersMost),
    );
  if (isTooLarge) return refused('FILE_TOO_LARGE');
  return rows.value.length === 0 ? refused('FILE_UNREADABLE') : rows;
}

function readCsv(bytes: Uint8Array): Result<readonly SheetRow[], SheetProblem> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('FILE_UNREADABLE');
  }
  if (text.includes('\0')) return refused('FILE_UNREADABLE');
  const [firstLine = ''] = text.split('\n', 1);
  const delimiter = [';', '\t'].find((sign) => firstLine.includes(sign) && !firstLine.includes(',')) ?? ',';
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: false,
      toLine: sheetRowsMost * 4,
      maxRecordSize: 20_000,
    });
    return ok(
      rows
        .map((row, index) => ({
          number: index + 1,
          cells: row.map((cell) => ({ text: cell.trim(), isFormula: startsLikeFormula(cell) })),
        }))
        .filter(({ cells }) => cells.some(({ text: cell }) => cell !== '')),
    );
  } catch {
    return refused('FILE_UNREADABLE');
  }
}
