import type { DeskRequest } from '../../request.ts';
import { CaseCount } from '../cases/index.ts';

/** Fewer than this are not told: a number could be a child. */
export const smallestCount = 10;

export type CountLine = {
  readonly provinceCode: string;
  readonly quarter: string;
  readonly received: number | null;
};

/**
 * How many cases came, by province and quarter and never finer, for the safeguarding lead. A small number is hidden;
 * no totals are given from which it could be found by subtraction.
 */
export async function countCases({ em }: DeskRequest): Promise<CountLine[]> {
  const counts = await em.find(
    CaseCount,
    {},
    { orderBy: { quarter: 'desc', provinceCode: 'asc' }, limit: 200 },
  );
  return counts.map(({ provinceCode, quarter, received }) => ({
    provinceCode,
    quarter,
    received: received < smallestCount ? null : received,
  }));
}
