import { hideSmallCells, SMALL_CELL_LIMIT } from '@samleng/privacy';

/** How many children of each group, by commune. */
export type BaseCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type ShownPlace = {
  readonly total: number | null;
  /** Null where groups are not shown at all; single ones are null where they are too few. */
  readonly groups: Readonly<Record<string, number | null>> | null;
};

const nothing: ShownPlace = { total: null, groups: null };

/**
 * What may be shown of the children of one place, from the whole country down: at every level the places side by side
 * are one table whose totals are those shown of the place around it, and in which nothing under ten can be worked out
 * even by who knows all its totals. Where that cannot be had, nothing of the level is shown. So no table tells what
 * another one hides: they meet in their totals only.
 *
 * @param placeCode the whole country is the empty code
 * @example shownChildren({ '140907': { GIRL: 30, BOY: 4 } }, '140907') // total 34, groups { GIRL: null, BOY: null }
 */
export function shownChildren(base: BaseCounts, placeCode: string): ShownPlace {
  if (placeCode === '') return ofCountry(base);
  const around = placeCode.slice(0, -2);
  const above = shownChildren(base, around);
  if (above.total === null) return nothing;
  const beside = [
    ...new Set(
      Object.keys(base).flatMap((code) => (code.startsWith(around) ? [code.slice(0, placeCode.length)] : [])),
    ),
  ].sort();
  if (!beside.includes(placeCode)) return nothing;
  const totals = totalsShown(beside.map((place) => sum(Object.values(sumUnder(base, place)))));
  const total = totals?.[beside.indexOf(placeCode)] ?? null;
  if (totals === null || total === null) return nothing;
  return { total, groups: groupsShown(base, beside, totals, above)?.[placeCode] ?? null };
}

function ofCountry(base: BaseCounts): ShownPlace {
  const counts = sumUnder(base, '');
  const keys = Object.keys(counts);
  const total = sum(Object.values(counts));
  if (total < SMALL_CELL_LIMIT) return nothing;
  const shown = hideSmallCells({ rows: ['all'], columns: keys, counts: [keys.map((key) => counts[key]!)] });
  if (keys.length === 0 || shown.total === null) return { total, groups: null };
  return { total, groups: Object.fromEntries(keys.map((key, at) => [key, shown.cells[0]![at]!])) };
}

/** The totals of places side by side; null when their own total, shown above, would not bear it. */
function totalsShown(totals: readonly number[]): readonly (number | null)[] | null {
  const columns = totals.map((_, at) => String(at));
  const shown = hideSmallCells({ rows: ['all'], columns, counts: [totals] });
  return shown.total === null ? null : shown.cells[0]!;
}

function groupsShown(
  base: BaseCounts,
  beside: readonly string[],
  totals: readonly (number | null)[],
  above: ShownPlace,
): Readonly<Record<string, Readonly<Record<string, number | null>>>> | null {
  const keys = Object.keys(above.groups ?? {});
  if (keys.length === 0 || keys.some((key) => above.groups![key] === null)) return null;
  const rowOf = (places: readonly string[]) =>
    keys.map((key) => sum(places.map((place) => sumUnder(base, place)[key] ?? 0)));
  const told = beside.filter((_, at) => totals[at] !== null);
  const rest = beside.filter((_, at) => totals[at] === null);
  // Places whose totals are hidden are one row together: what is left when the others are taken off.
  const rows = [...told, ...(rest.length > 0 ? ['rest'] : [])];
  const counts = [...told.map((place) => rowOf([place])), ...(rest.length > 0 ? [rowOf(rest)] : [])];
  const shown = hideSmallCells({ rows, columns: keys, counts });
  const isMet = [...shown.rowTotals, ...shown.columnTotals, shown.total].every((one) => one !== null);
  if (rows.length > 1 && !isMet) return null;
  if (rows.length === 1 && shown.total === null) return null;
  return Object.fromEntries(
    told.map((place, row) => [
      place,
      Object.fromEntries(keys.map((key, column) => [key, shown.cells[row]![column]!])),
    ]),
  );
}

function sumUnder(base: BaseCounts, place: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [code, groups] of Object.entries(base))
    if (code.startsWith(place))
      for (const [key, count] of Object.entries(groups)) sums[key] = (sums[key] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((one, other) => one + other, 0);
}
