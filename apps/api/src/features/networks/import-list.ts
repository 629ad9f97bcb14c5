import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem, ProblemCode } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { readSpreadsheet } from '../../spreadsheets/read-spreadsheet.ts';
import type { SheetCell } from '../../spreadsheets/sheet.ts';
import { columnOf } from './sheet-words.ts';

/** One line of a file as the preview shows it: what stands in it, and why it cannot be taken. */
export type ImportLine = {
  readonly number: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
};
export type ReadLine<Column extends string> = {
  readonly number: number;
  readonly cells: readonly string[];
  /** The text under a heading; empty where there is none. */
  text(column: Column): string;
  /** Columns whose cell holds a formula. */
  readonly formulas: readonly Column[];
};

/**
 * Reads a file of lines under headings, in any order, in Khmer or English.
 *
 * @param needed the headings without which nothing can be read
 * @returns the lines; `COLUMN_MISSING` with the heading's key, or why the file cannot be read
 */
export function readList<Column extends string>(
  base64: string,
  columns: Readonly<Record<Column, readonly string[]>>,
  needed: readonly Column[],
): Result<readonly ReadLine<Column>[], readonly Problem[]> {
  const sheet = readSpreadsheet(base64);
  if (!sheet.ok) return refused([problem(sheet.problem, 'file')]);
  const [headings, ...rows] = sheet.value;
  const places = new Map<Column, number>();
  for (const [place, { text }] of (headings?.cells ?? []).entries()) {
    const column = columnOf(columns, text);
    if (column !== null && !places.has(column)) places.set(column, place);
  }
  const missing = needed.filter((column) => !places.has(column));
  if (missing.length > 0) return refused(missing.map((column) => problem('COLUMN_MISSING', column)));
  if (rows.length === 0) return refused([problem('REQUIRED', 'file')]);
  const cellOf = (cells: readonly SheetCell[], column: Column) => cells[places.get(column) ?? -1];
  return ok(
    rows.map(({ number, cells }) => ({
      number,
      cells: cells.map(({ text }) => text.slice(0, 60)),
      text: (column) => cellOf(cells, column)?.text ?? '',
      formulas: [...places.keys()].filter((column) => cellOf(cells, column)?.isFormula === true),
    })),
  );
}

/** Collects what is wrong with the fields of one line. */
export function lineReader<Column extends string>(line: ReadLine<Column>) {
  const problems: Problem[] = line.formulas.map((column) => problem('FORMULA_IN_CELL', column));
  return {
    problems,
    /** What a cell says, or null with a problem; an empty cell is null, with a problem where it is needed. */
    read<Value>(
      column: Column,
      understand: (text: string) => Value | null,
      wrong: ProblemCode,
      isNeeded = false,
    ): Value | null {
      if (line.formulas.includes(column)) return null;
      const text = line.text(column);
      if (text === '') {
        if (isNeeded) problems.push(problem('REQUIRED', column));
        return null;
      }
      const value = understand(text);
      if (value === null) problems.push(problem(wrong, column));
      return value;
    },
  };
}
