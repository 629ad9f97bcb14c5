/**
 * The sound of a Khmer word written in Latin letters, rough enough that its many spellings meet: "rumlob", "romlop"
 * and "rom loap" all give "ramlap". All vowels are one, breath and voice are left out, a final s, h or v after a vowel
 * is silent. Too rough for short words, which are compared letter by letter.
 */
export function soundOf(word: string): string {
  return word
    .replace(/[^a-z]/g, '')
    .replace(/ng/g, 'N')
    .replace(/ny|nh|gn|n+/g, 'n')
    .replace(/chh?|tch|j/g, 'c')
    .replace(/[gq]/g, 'k')
    .replace(/[dt]h?/g, 't')
    .replace(/[bp]h?/g, 'p')
    .replace(/kh/g, 'k')
    .replace(/w/g, 'v')
    .replace(/[xz]|sh/g, 's')
    .replace(/([aeiouy])r(?=[^aeiouy]|$)/g, '$1')
    .replace(/h/g, '')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/a[sv]$/, 'a')
    .replace(/(.)\1+/g, '$1');
}

/** Whether a sound says enough to go by: short ones are shared by too many words, less so across two words. */
export function isTelling(sound: string, words: number): boolean {
  return sound.length >= (words > 1 ? 5 : 6);
}
