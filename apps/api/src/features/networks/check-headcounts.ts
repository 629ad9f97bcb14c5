import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { Headcount } from './network.entity.ts';

/** Most people of one group, and of all groups together, that one session or meeting can have. */
const groupMost = 5_000;
const cellsMost = 200;

/**
 * Checks counts of people by group: whole, not negative, each group once, somebody there. Groups of nobody are left out.
 *
 * @param keyOf what tells one group from another
 */
export function checkHeadcounts<Cell extends Headcount>(
  cells: readonly Cell[],
  field: string,
  keyOf: (cell: Cell) => string = headcountKey,
): Result<readonly Cell[], readonly Problem[]> {
  if (cells.length > cellsMost) return refused([problem('OUT_OF_RANGE', field)]);
  const isCount = ({ count }: Cell) => Number.isInteger(count) && count >= 0 && count <= groupMost;
  const keys = new Set(cells.map(keyOf));
  if (!cells.every(isCount) || keys.size < cells.length)
    return refused([problem('COUNTS_IMPOSSIBLE', field)]);
  const kept = cells.filter(({ count }) => count > 0);
  return kept.length === 0 ? refused([problem('REQUIRED', field)]) : ok(kept);
}

export function headcountKey({ sex, ageBand, disability }: Headcount): string {
  return `${sex} ${ageBand} ${disability}`;
}

/** How many people are counted in all. */
export function headsIn(cells: readonly { readonly count: number }[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Whether a group is of children or young people: up to 24, or of an age nobody asked. */
export function isOfChildren({ ageBand }: Pick<Headcount, 'ageBand'>): boolean {
  return ageBand !== 'ADULT';
}
