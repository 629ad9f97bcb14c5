/**
 * The order of issues in a child's feed: those shown least first, equals in random order. Never by what is popular,
 * so that nobody has to be liked to be seen.
 *
 * @param shownCounts how often each was shown; a missing one is 0
 * @param seed any text; the same seed gives the same order, whatever the order of `ids`
 * @example feedOrder(['a', 'b', 'c'], { a: 5 }, 'device 7 on 2026-11-23') // 'a' comes last
 */
export function feedOrder(
  ids: readonly string[],
  shownCounts: Readonly<Record<string, number>>,
  seed: string,
): string[] {
  return ids
    .map((id) => ({ id, shown: shownCounts[id] ?? 0, lot: lotOf(`${seed}\u0000${id}`) }))
    .toSorted((one, other) => one.shown - other.shown || one.lot - other.lot || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
}

/** A number from 0 to 2³² − 1 that looks drawn by lot: FNV-1a, then the finisher of MurmurHash3 (both public domain). */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash >>> 0;
}
