import { boundsOnFigures, type Figure, hide } from './suppression.ts';
import type { Interval } from './simplex.ts';

/** Below this many children a figure stays unseen (SAFETY, "Publishing numbers about children"). */
export const SMALL_CELL_LIMIT = 10;

/** Counts by row and column; a list is a table of one row. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** `counts[row][column]`, whole and not negative. */
  readonly counts: readonly (readonly number[])[];
}

/** The same table as it may be shown: null where a figure stays unseen. */
export interface ShownTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** A place in a table: a cell, a total of a row or a column (`null` for all), or the total of all. */
export interface CellPlace {
  readonly row: number | null;
  readonly column: number | null;
}

/**
 * Hides what is under the limit and, beside it, as little more as it finds needed so that no unseen figure can be
 * worked out: from all that is shown, with its totals, each could still be any of at least limit + 1 whole values
 * (so a figure whose complement in its row or column is under the limit goes too). Zeros are under the limit.
 * Cell suppression: Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), chapter 4; checked by
 * exact bounds, see simplex.ts. The choice of cover is greedy (smallest first, then what proves needless is shown
 * again), so it is safe, not always the least possible.
 *
 * @example hideSmallCells({ rows: ['all'], columns: ['girls', 'boys'], counts: [[4, 30]] })
 *   // cells [[null, null]], total 34
 * @throws RangeError when a count is negative or not whole, or the table is not rectangular
 */
export function hideSmallCells(
  table: CountTable,
  { limit = SMALL_CELL_LIMIT }: { limit?: number } = {},
): ShownTable {
  check(table);
  const places = placesOf(table);
  const figures = places.map((place) => figureAt(table, place));
  const hidden = hide(table.rows.length * table.columns.length, figures, limit);
  const shown = new Map(places.map((place, at) => [keyOf(place), hidden[at] ? null : figures[at]!.value]));
  const at = (row: number | null, column: number | null) => shown.get(keyOf({ row, column })) ?? null;
  // With one row the column totals are its cells, and its total is the table's: one figure, shown or hidden once.
  return {
    rows: table.rows,
    columns: table.columns,
    cells: table.rows.map((_, row) => table.columns.map((__, column) => at(row, column))),
    rowTotals: table.rows.map((_, row) =>
      table.columns.length === 1 ? at(row, 0) : table.rows.length === 1 ? at(null, null) : at(row, null),
    ),
    columnTotals: table.columns.map((_, column) =>
      table.rows.length === 1
        ? at(0, column)
        : table.columns.length === 1
          ? at(null, null)
          : at(null, column),
    ),
    total: table.rows.length * table.columns.length === 1 ? at(0, 0) : at(null, null),
  };
}

/**
 * What a reader can conclude about one figure of a shown table from all the others, when no count is negative: exact
 * whole bounds; `max` is Infinity when nothing bounds it. A shown figure gives its own value twice.
 */
export function feasibleInterval(shown: ShownTable, place: CellPlace): Interval {
  const width = shown.columns.length;
  const figures = shownFigures(shown);
  const bounds = boundsOnFigures(
    shown.rows.length * width,
    figures,
    figures.map(() => false),
  );
  return bounds.of(countsAt(shown, place));
}

/** The figures of a shown table as sums over its cells (numbered row by row). */
export function shownFigures(shown: ShownTable): Figure[] {
  return everyPlace(shown).flatMap((place) => {
    const value = valueAt(shown, place);
    return value === null ? [] : [{ of: countsAt(shown, place), value }];
  });
}

/** All places of a table: cells, totals of rows, of columns, of all. */
export function everyPlace({ rows, columns }: Pick<CountTable, 'rows' | 'columns'>): CellPlace[] {
  const of = (many: readonly string[]) => [...many.keys(), null];
  return of(rows).flatMap((row) => of(columns).map((column) => ({ row, column })));
}

/** The cells (numbered row by row) that a place sums. */
export function countsAt(
  { rows, columns }: Pick<CountTable, 'rows' | 'columns'>,
  place: CellPlace,
): number[] {
  const inRow = place.row === null ? [...rows.keys()] : [place.row];
  const inColumn = place.column === null ? [...columns.keys()] : [place.column];
  return inRow.flatMap((row) => inColumn.map((column) => row * columns.length + column));
}

/** What a shown table says at a place. */
export function valueAt(shown: ShownTable, { row, column }: CellPlace): number | null {
  if (row === null && column === null) return shown.total;
  if (row === null) return shown.columnTotals[column!] ?? null;
  if (column === null) return shown.rowTotals[row] ?? null;
  return shown.cells[row]?.[column] ?? null;
}

/** Places that are different figures: with a single row or column some totals are cells again. */
function placesOf(table: CountTable): CellPlace[] {
  return everyPlace(table).filter(
    ({ row, column }) =>
      (row !== null || table.rows.length > 1 || (column === null && table.columns.length > 1)) &&
      (column !== null || table.columns.length > 1 || (row === null && table.rows.length > 1)) &&
      !(row !== null && column === null && table.rows.length === 1) &&
      !(column !== null && row === null && table.columns.length === 1),
  );
}

function figureAt(table: CountTable, place: CellPlace): Figure {
  const of = countsAt(table, place);
  const counts = table.counts.flat();
  return { of, value: of.reduce((sum, count) => sum + counts[count]!, 0) };
}

function keyOf({ row, column }: CellPlace): string {
  return `${row ?? 'all'} ${column ?? 'all'}`;
}

function check({ rows, columns, counts }: CountTable): void {
  if (rows.length === 0 || columns.length === 0)
    throw new RangeError('A table has at least one row and one column.');
  if (counts.length !== rows.length || counts.some((row) => row.length !== columns.length))
    throw new RangeError('A table has one count for each row and column.');
  if (counts.flat().some((count) => !Number.isSafeInteger(count) || count < 0))
    throw new RangeError('A count is whole and not negative.');
}
