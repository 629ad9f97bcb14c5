/** How far away a place is, by administration: the nearest first. */
export const nearnesses = ['village', 'commune', 'wide', 'far'] as const;
export type Nearness = (typeof nearnesses)[number];

/**
 * How near a service point is to a commune, or to a village of it.
 *
 * @param code the place of the point
 * @example nearnessOf('1409', { communeCode: '140907', village: null }) // 'wide': it serves the whole district
 */
export function nearnessOf(
  code: string,
  { communeCode, village }: { readonly communeCode: string; readonly village: string | null },
): Nearness {
  if (village !== null && code === village) return 'village';
  if (code.startsWith(communeCode)) return 'commune';
  return communeCode.startsWith(code) ? 'wide' : 'far';
}
