import { SMALL_CELL_LIMIT } from './small-cells.ts';

/** The age bands figures are published in, both ends included. Younger children are counted in totals only. */
export const bandsOfAge = [
  { band: 'AGE_10_13', from: 10, to: 13 },
  { band: 'AGE_14_17', from: 14, to: 17 },
  { band: 'AGE_18_24', from: 18, to: 24 },
] as const;
export type PublishedAgeBand = (typeof bandsOfAge)[number]['band'];

/** The published band of an age in whole years, or null outside 10 to 24. */
export function bandOfAge(age: number): PublishedAgeBand | null {
  return bandsOfAge.find(({ from, to }) => age >= from && age < to + 1)?.band ?? null;
}

/**
 * A share as whole percent, or null when it may not be shown: a part or its complement under the limit (two whole
 * percents and a total would give it away).
 *
 * @example wholePercent(30, 80) // 38
 */
export function wholePercent(
  part: number,
  whole: number,
  { limit = SMALL_CELL_LIMIT }: { limit?: number } = {},
): number | null {
  if (part < limit || whole - part < limit) return null;
  return Math.round((100 * part) / whole);
}
