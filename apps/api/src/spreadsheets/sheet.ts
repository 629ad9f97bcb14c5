import type { ProblemCode } from '@samleng/vocabulary';

/** One cell: its text, and whether a formula stood there (its value is then not taken). */
export type SheetCell = { readonly text: string; readonly isFormula: boolean };
/** A row with its number in the file, 1 first. */
export type SheetRow = { readonly number: number; readonly cells: readonly SheetCell[] };
export type SheetProblem = Extract<ProblemCode, 'FILE_UNREADABLE' | 'FILE_TOO_LARGE'>;

/** A file comes inside an operation, whose body is at most 64 KiB: 45 KB are 60 KB of base64. */
export const sheetBytesMost = 45_000;
export const sheetRowsMost = 501;
export const sheetColumnsMost = 40;
export const cellCharactersMost = 500;

/** Whether a spreadsheet program would compute a text. */
export function startsLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\t]/.test(text) && !/^\s*[+-]?\d+([.,]\d+)?\s*$/.test(text);
}
