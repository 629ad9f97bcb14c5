import type { BudgetTag } from '@samleng/vocabulary';

type Line = {
  readonly tag: BudgetTag;
  readonly plannedRiel: number;
  readonly spentRiel?: number | null;
};

/** Sums in riel, shares from 0 to 1; null where nothing can be said. */
export type BudgetFigures = {
  readonly plannedRiel: number;
  readonly spentRiel: number | null;
  readonly socialRiel: number;
  readonly childrenRiel: number;
  readonly socialShare: number | null;
  readonly childrenShare: number | null;
  readonly rielPerChild: number | null;
};

/**
 * The figures of a year, from what is planned. The rule: a line bears one tag; what is for children is a social service
 * too; a share is the sum of its lines over all lines. The benchmark of 6 % is held against the share of social
 * services. What is spent is told once every line is accounted for.
 *
 * @param children how many children live in the commune; null where nobody has said
 * @example figuresOf([{ tag: 'CHILDREN', plannedRiel: 3 }, { tag: 'OTHER', plannedRiel: 97 }], 2).socialShare // 0.03
 */
export function figuresOf(lines: readonly Line[], children: number | null): BudgetFigures {
  const sumOf = (wanted: (line: Line) => boolean) =>
    lines.filter(wanted).reduce((sum, { plannedRiel }) => sum + plannedRiel, 0);
  const plannedRiel = sumOf(() => true);
  const childrenRiel = sumOf(({ tag }) => tag === 'CHILDREN');
  const socialRiel = sumOf(({ tag }) => tag !== 'OTHER');
  const spent = lines.map(({ spentRiel }) => spentRiel ?? null);
  return {
    plannedRiel,
    spentRiel: spent.includes(null) ? null : spent.reduce<number>((sum, riel) => sum + riel!, 0),
    socialRiel,
    childrenRiel,
    socialShare: plannedRiel > 0 ? socialRiel / plannedRiel : null,
    childrenShare: plannedRiel > 0 ? childrenRiel / plannedRiel : null,
    rielPerChild: children ? Math.round(childrenRiel / children) : null,
  };
}
