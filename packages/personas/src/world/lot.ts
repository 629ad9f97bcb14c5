/**
 * A number from 0 to 1 that looks drawn by chance and is the same for the same words on every machine: FNV-1a with
 * the finisher of MurmurHash3 (both public domain).
 */
export function lot(...words: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('\u0000'))
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
