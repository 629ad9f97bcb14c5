/**
 * Characters that show nothing: zero-width spaces and joiners, byte order marks, soft hyphens, bidi controls,
 * variation selectors, fillers and Khmer's two inherent vowels (Unicode's property of ignorable code points).
 */
const ignorable = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** The text without the characters that show nothing. Words that differ only by them become equal. */
export function withoutInvisible(text: string): string {
  return text.replace(ignorable, '');
}
