/**
 * The least and the greatest a sum of counts can be, when other sums of them are known and no count is negative.
 *
 * Linear programming by the two-phase simplex method with Bland's rule (Chvátal, Linear Programming, chapters 3, 8),
 * pivoting in whole numbers over one common denominator (Edmonds 1967; Bareiss 1968), so that nothing is rounded. For
 * one- and two-way tables the matrix is totally unimodular: the bounds are whole numbers some table really reaches.
 * For sums across several tables the bounds may lie a little outside what whole counts can reach, never inside; they
 * are rounded to the whole numbers within.
 */
export interface Interval {
  readonly min: number;
  /** Infinity when no published sum holds it. */
  readonly max: number;
}

/** Sums of counts that are known, by the positions of the counts. */
export interface KnownSum {
  readonly of: readonly number[];
  readonly value: number;
}

export interface Bounds {
  /** Bounds of the sum of these counts. Counts that no known sum holds can be anything from 0. */
  of(counts: readonly number[]): Interval;
}

/**
 * Prepares the known sums once for many questions.
 *
 * @param counts how many counts there are; positions run from 0
 * @returns null when no counts agree with the sums
 * @throws RangeError when the whole numbers grow past 2^53: never a wrong answer
 */
export function boundsFrom(counts: number, known: readonly KnownSum[]): Bounds | null {
  const plain = settleSingles(counts, known);
  if (!plain) return null;
  const { columnOf, sizes, isFree } = mergeAlike(counts, plain.open);
  const columns = sizes.length;
  const rows = plain.open.map((sum) => {
    const row = new Array<number>(columns + 1).fill(0);
    for (const count of sum.of) row[columnOf[count]!] = 1;
    row[columns] = sum.value;
    return row;
  });
  const tableau = feasibleTableau(rows, columns);
  if (!tableau) return null;
  return {
    of(asked) {
      let settled = 0;
      const members = new Array<number>(columns).fill(0);
      for (const count of new Set(asked)) {
        const value = plain.values[count];
        if (value === undefined) members[columnOf[count]!]! += 1;
        else settled += value;
      }
      // Of a column asked for in part, anything from nothing to all may lie in that part.
      const least = members.map((held, column) => (held === sizes[column] && !isFree[column] ? -1 : 0));
      const greatest = members.map((held, column) => (held > 0 && !isFree[column] ? 1 : 0));
      const unbounded = members.some((held, column) => held > 0 && isFree[column]);
      return {
        min: settled - maximise(tableau, least, columns),
        max: settled + (unbounded ? Infinity : maximise(tableau, greatest, columns)),
      };
    },
  };
}

interface Plain {
  /** The counts that a sum gives away outright. */
  readonly values: readonly (number | undefined)[];
  /** The sums that are left, over the other counts. */
  readonly open: readonly KnownSum[];
}

/** Takes out what needs no programme: sums of one count, sums that are zero, and what follows from them. */
function settleSingles(counts: number, known: readonly KnownSum[]): Plain | null {
  const values = new Array<number | undefined>(counts).fill(undefined);
  let open = known.map(({ of, value }) => ({ of: [...new Set(of)], value }));
  for (let settled = true; settled;) {
    settled = false;
    open = open.map(({ of, value }) => ({
      of: of.filter((count) => values[count] === undefined),
      value: of.reduce((rest, count) => rest - (values[count] ?? 0), value),
    }));
    if (open.some(({ of, value }) => value < 0 || (of.length === 0 && value !== 0))) return null;
    for (const { of, value } of open) {
      if (of.length === 0 || (of.length > 1 && value > 0)) continue;
      settled = true;
      for (const count of of) {
        if (values[count] !== undefined && values[count] !== value) return null;
        values[count] = value;
      }
    }
    open = open.filter(({ of, value }) => of.length > 1 && value > 0);
  }
  return { values, open };
}

/**
 * The columns that are above zero in a cheapest solution of the equations, none negative; null without a solution.
 *
 * @param equations coefficients by column, then the right side, whole and not negative
 * @param costs what one unit of each column costs
 */
export function cheapestSolution(
  equations: readonly (readonly number[])[],
  costs: readonly number[],
): number[] | null {
  const tableau = feasibleTableau(equations, costs.length);
  if (!tableau) return null;
  maximise(
    tableau,
    costs.map((cost) => -cost),
    costs.length,
  );
  return tableau.basis.filter((_, row) => tableau.rows[row]!.at(-1)! > 0);
}

interface Columns {
  readonly columnOf: readonly number[];
  /** How many counts each column stands for. */
  readonly sizes: readonly number[];
  /** Whether no known sum holds the column. */
  readonly isFree: readonly boolean[];
}

/** Counts that stand in exactly the same sums cannot be told apart: one column for all of them. */
function mergeAlike(counts: number, known: readonly KnownSum[]): Columns {
  const places = new Array<string>(counts).fill('');
  known.forEach((sum, row) => {
    for (const count of new Set(sum.of)) places[count] += `${row} `;
  });
  const columnByPlace = new Map([...new Set(places)].map((place, column) => [place, column]));
  const columnOf = places.map((place) => columnByPlace.get(place)!);
  const sizes = new Array<number>(columnByPlace.size).fill(0);
  for (const column of columnOf) sizes[column]! += 1;
  return { columnOf, sizes, isFree: [...columnByPlace.keys()].map((place) => place === '') };
}

/** Rows of whole numbers over one denominator; the last entry of a row is its right side. */
interface Tableau {
  rows: number[][];
  basis: number[];
  denominator: number;
}

/** Phase one: a corner of the feasible region, with redundant rows dropped. */
function feasibleTableau(rows: readonly (readonly number[])[], columns: number): Tableau | null {
  const wide = rows.map((row, at) => [
    ...row.slice(0, columns),
    ...rows.map((_, other) => (other === at ? 1 : 0)),
    row[columns]!,
  ]);
  const tableau: Tableau = { rows: wide, basis: rows.map((_, at) => columns + at), denominator: 1 };
  const goal = new Array<number>(columns + rows.length).fill(0).fill(-1, columns);
  if (maximise(tableau, goal, columns + rows.length) !== 0) return null;
  // Helpers still in the basis stand at zero: swap them for a real column, or drop their row as redundant.
  for (let row = tableau.rows.length - 1; row >= 0; row -= 1) {
    if (tableau.basis[row]! < columns) continue;
    const column = tableau.rows[row]!.findIndex((entry, at) => at < columns && entry !== 0);
    if (column === -1) {
      tableau.rows.splice(row, 1);
      tableau.basis.splice(row, 1);
    } else pivot(tableau, row, column);
  }
  const last = columns + rows.length;
  tableau.rows = tableau.rows.map((row) => [...row.slice(0, columns), row[last]!]);
  return tableau;
}

/**
 * Moves the tableau to a corner where the goal is greatest and gives its value, rounded down; Infinity when nothing
 * bounds it. Bland's rule ends it.
 */
function maximise(tableau: Tableau, goal: readonly number[], columns: number): number {
  for (;;) {
    const entering = improving(tableau, goal, columns);
    if (entering === -1) break;
    const leaving = leavingRow(tableau, entering);
    if (leaving === -1) return Infinity;
    pivot(tableau, leaving, entering);
  }
  let reached = 0;
  tableau.rows.forEach((row, at) => {
    reached += goal[tableau.basis[at]!]! * row[row.length - 1]!;
  });
  const { denominator } = tableau;
  const rest = ((reached % denominator) + denominator) % denominator;
  return (reached - rest) / denominator;
}

/** The first column whose growth raises the goal, or -1. */
function improving(tableau: Tableau, goal: readonly number[], columns: number): number {
  const basic = new Set(tableau.basis);
  for (let column = 0; column < columns; column += 1) {
    if (basic.has(column)) continue;
    let gain = goal[column]! * tableau.denominator;
    for (let row = 0; row < tableau.rows.length; row += 1) {
      const weight = goal[tableau.basis[row]!]!;
      if (weight !== 0) gain -= weight * tableau.rows[row]![column]!;
    }
    if (gain > 0) return column;
  }
  return -1;
}

/** The row that bounds the growth of the column most tightly (ties: the lowest basic column), or -1. */
function leavingRow({ rows, basis }: Tableau, column: number): number {
  let best = -1;
  for (let row = 0; row < rows.length; row += 1) {
    const entry = rows[row]![column]!;
    if (entry <= 0) continue;
    if (best === -1) {
      best = row;
      continue;
    }
    const last = rows[row]!.length - 1;
    const difference = rows[row]![last]! * rows[best]![column]! - rows[best]![last]! * entry;
    if (difference < 0 || (difference === 0 && basis[row]! < basis[best]!)) best = row;
  }
  return best;
}

function pivot(tableau: Tableau, at: number, column: number): void {
  const { rows, denominator } = tableau;
  const own = rows[at]!;
  if (own[column]! < 0) for (let entry = 0; entry < own.length; entry += 1) own[entry] = -own[entry]!;
  const head = own[column]!;
  for (let row = 0; row < rows.length; row += 1) {
    if (row === at) continue;
    const other = rows[row]!;
    const factor = other[column]!;
    for (let entry = 0; entry < other.length; entry += 1) {
      const product = other[entry]! * head - factor * own[entry]!;
      if (!Number.isSafeInteger(product)) throw new RangeError('The counts are too large for exact bounds.');
      other[entry] = product / denominator;
    }
  }
  tableau.denominator = head;
  tableau.basis[at] = column;
}
