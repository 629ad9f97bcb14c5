import { type Bounds, boundsFrom, cheapestSolution, type Interval } from './simplex.ts';

/** A figure that may be published: the sum of some base counts. */
export interface Figure {
  /** Positions of the base counts it sums, from 0. */
  readonly of: readonly number[];
  readonly value: number;
  /** Already published as it is, shown or hidden: it can no longer be changed. */
  readonly settled?: 'shown' | 'hidden';
}

/** Which figures must stay unseen so that every unseen one could be any of at least `limit` + 1 values. */
export function hide(counts: number, figures: readonly Figure[], limit: number): boolean[] {
  const hidden = figures.map(
    ({ value, settled }) => settled === 'hidden' || (settled !== 'shown' && value < limit),
  );
  const first = [...hidden];
  for (;;) {
    const exposed = mostExposed(counts, figures, hidden, limit);
    if (exposed === -1) break;
    const cover =
      cheapestCover(counts, figures, hidden, exposed, limit) ?? nextCover(counts, figures, hidden, exposed);
    if (cover.length === 0) break;
    for (const at of cover) hidden[at] = true;
  }
  showNeedless(counts, figures, hidden, first, limit);
  return hidden;
}

/** The bounds an attentive reader can put on each figure, from what is shown. */
export function boundsOnFigures(
  counts: number,
  figures: readonly Figure[],
  hidden: readonly boolean[],
): Bounds {
  const bounds = boundsFrom(
    counts,
    figures.filter((_, at) => !hidden[at]),
  );
  if (!bounds) throw new RangeError('No counts agree with the figures: a total is not the sum of its parts.');
  return bounds;
}

export function width({ min, max }: Interval): number {
  return max - min;
}

function mostExposed(
  counts: number,
  figures: readonly Figure[],
  hidden: readonly boolean[],
  limit: number,
): number {
  const bounds = boundsOnFigures(counts, figures, hidden);
  let worst = -1;
  let narrowest = limit;
  figures.forEach((figure, at) => {
    if (!hidden[at]) return;
    const room = width(bounds.of(figure.of));
    if (room < narrowest) [worst, narrowest] = [at, room];
  });
  return worst;
}

/**
 * The cheapest cells that let the exposed figure grow by the limit while every shown total stays: a least-cost shift
 * of children between cells, costs being the cells' values (Kelly, Golden and Assad, Cell suppression: disclosure
 * protection for sensitive tabular data, Networks 22, 1992). Only for tables whose every cell is a figure; null when
 * totals must go too.
 */
function cheapestCover(
  counts: number,
  figures: readonly Figure[],
  hidden: readonly boolean[],
  exposed: number,
  limit: number,
): number[] | null {
  const cellOf = new Map(figures.flatMap(({ of }, at) => (of.length === 1 ? [[of[0]!, at] as const] : [])));
  if (cellOf.size < counts) return null;
  const cells = Array.from({ length: counts }, (_, count) => cellOf.get(count)!);
  // A column for each cell that may take children in, then for each that has enough to give away.
  const mayMove = cells.flatMap((at, count) =>
    hidden[at] || figures[at]!.settled === undefined ? [count] : [],
  );
  const moves = [
    ...mayMove.map((count) => ({ count, step: 1 })),
    ...mayMove
      .filter((count) => figures[cells[count]!]!.value >= limit)
      .map((count) => ({ count, step: -1 })),
  ];
  const shift = (of: readonly number[], right: number) => {
    const inside = new Set(of);
    return [...moves.map(({ count, step }) => (inside.has(count) ? step : 0)), right];
  };
  const equations = [
    shift(figures[exposed]!.of, limit),
    ...figures.filter(({ of }, at) => of.length > 1 && !hidden[at]).map(({ of }) => shift(of, 0)),
  ];
  const price = ({ count }: { count: number }) =>
    hidden[cells[count]!] ? 0 : figures[cells[count]!]!.value + 1;
  const moved = cheapestSolution(equations, moves.map(price));
  if (!moved) return null;
  const added = [...new Set(moved.map((column) => cells[moves[column]!.count]!))].filter((at) => !hidden[at]);
  return added.length > 0 ? added : null;
}

/**
 * One figure to hide for the sake of an exposed one: the smallest that gives it more room, its neighbours (parts of a
 * shown total that holds it) first; if none does, the smallest left; empty when nothing is left.
 */
function nextCover(
  counts: number,
  figures: readonly Figure[],
  hidden: readonly boolean[],
  exposed: number,
): number[] {
  const own = figures[exposed]!.of;
  const before = width(boundsOnFigures(counts, figures, hidden).of(own));
  const together = new Set(
    figures.flatMap(({ of }, at) =>
      !hidden[at] && of.length > own.length && containsAll(of, own) ? of : [],
    ),
  );
  const shown = figures
    .map((figure, at) => ({ ...figure, at, isNeighbour: figure.of.every((count) => together.has(count)) }))
    .filter(({ at, settled }) => !hidden[at] && settled === undefined)
    .sort(
      (a, b) =>
        Number(b.isNeighbour) - Number(a.isNeighbour) || a.of.length - b.of.length || a.value - b.value,
    );
  const trial = [...hidden];
  for (const { at } of shown) {
    trial[at] = true;
    const room = width(boundsOnFigures(counts, figures, trial).of(own));
    trial[at] = false;
    if (room > before) return [at];
  }
  return shown.slice(0, 1).map(({ at }) => at);
}

/** Hidden only as cover, and no longer needed since more was hidden later: shown again, largest first. */
function showNeedless(
  counts: number,
  figures: readonly Figure[],
  hidden: boolean[],
  first: readonly boolean[],
  limit: number,
): void {
  const covers = figures
    .map(({ value }, at) => ({ value, at }))
    .filter(({ at }) => hidden[at] && !first[at])
    .sort((a, b) => b.value - a.value);
  for (const { at } of covers) {
    hidden[at] = false;
    if (mostExposed(counts, figures, hidden, limit) !== -1) hidden[at] = true;
  }
}

function containsAll(whole: readonly number[], part: readonly number[]): boolean {
  const inside = new Set(whole);
  return part.every((count) => inside.has(count));
}
