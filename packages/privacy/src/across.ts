import { type Figure, hide, width } from './suppression.ts';
import { boundsFrom, type Interval } from './simplex.ts';
import { SMALL_CELL_LIMIT } from './small-cells.ts';

/**
 * A figure of one of several publications. Its value is the sum of base counts, named so that all publications mean
 * the same by the same name: the finest cells that any of them sums, such as 'girls 10–13 before October'. Figures of
 * a later month sum the base counts of the earlier months and of their own.
 */
export interface PublishedFigure {
  /** For people: 'October, girls'. */
  readonly label: string;
  readonly of: readonly string[];
  /** null when it is not shown. */
  readonly value: number | null;
}

/** A hidden figure that can be narrowed too far. */
export interface Derivable extends Interval {
  readonly label: string;
}

/**
 * Which hidden figures can be worked out too well when all publications are laid side by side: those whose bounds are
 * narrower than the limit. Empty when all is well.
 *
 * @throws RangeError when the shown figures contradict each other
 */
export function derivableAcross(
  publications: readonly (readonly PublishedFigure[])[],
  { limit = SMALL_CELL_LIMIT }: { limit?: number } = {},
): Derivable[] {
  const figures = publications.flat();
  const numberOf = numbered(figures);
  const bounds = boundsFrom(
    numberOf.size,
    figures.flatMap(({ of, value }) =>
      value === null ? [] : [{ of: of.map((name) => numberOf.get(name)!), value }],
    ),
  );
  if (!bounds) throw new RangeError('The publications contradict each other.');
  return figures
    .filter(({ value }) => value === null)
    .map(({ label, of }) => ({ label, ...bounds.of(of.map((name) => numberOf.get(name)!)) }))
    .filter((interval) => width(interval) < limit);
}

/**
 * Hides in a new publication what is under the limit and what would let a hidden figure, new or old, be worked out
 * from this and all earlier publications together. What was published stays as it is.
 *
 * @param earlier as they were shown
 * @param next with all values true
 * @returns the new publication as it may be shown
 */
export function hideAcross(
  earlier: readonly (readonly PublishedFigure[])[],
  next: readonly (PublishedFigure & { readonly value: number })[],
  { limit = SMALL_CELL_LIMIT }: { limit?: number } = {},
): PublishedFigure[] {
  const before = earlier.flat();
  const numberOf = numbered([...before, ...next]);
  const figures: Figure[] = [...before, ...next].map(({ of, value }, at) => ({
    of: of.map((name) => numberOf.get(name)!),
    value: value ?? 0,
    ...(at < before.length ? { settled: value === null ? 'hidden' : 'shown' } : {}),
  }));
  const hidden = hide(numberOf.size, figures, limit);
  return next.map((figure, at) => (hidden[before.length + at] ? { ...figure, value: null } : figure));
}

function numbered(figures: readonly PublishedFigure[]): Map<string, number> {
  return new Map([...new Set(figures.flatMap(({ of }) => of))].map((name, number) => [name, number]));
}
