import { toLatinDigits } from './digits.ts';
import { withoutInvisible } from './invisible.ts';
import { orderKhmer } from './khmer.ts';

const khmerOrPlain = /^[\u0020-\u007E\u00A0\u1780-\u17FF\n\t]*$/;

/**
 * The text in the one form used for matching, never for showing: without invisible characters, NFKC, lower case,
 * Latin digits, white space as single spaces, Khmer marks in their normal order (khmer-normalizer), feet DA and TA
 * alike, ឱ្យ for ឲ្យ. Normalising twice changes nothing more. Time grows with the length only.
 *
 * @example normalise('ខែ្មរ') === normalise('ខ្មែរ')
 */
export function normalise(text: string): string {
  const folded = khmerOrPlain.test(text) ? text.toLowerCase() : foldCompatible(text);
  const spelled = toLatinDigits(folded)
    .replace(/[\u17B4\u17B5]/g, '') // vowels nobody sees; first, for one may stand between a foot sign and its letter
    .replaceAll('\u17B2', '\u17B1') // ឲ → ឱ
    .replaceAll('\u17A3', '\u17A2') // deprecated letters
    .replaceAll('\u17A4', '\u17A2\u17B6')
    .replaceAll('\u17D2\u178A', '\u17D2\u178F'); // foot DA → foot TA
  return orderKhmer(spelled).replace(/\s+/g, ' ').trim();
}

/** Unicode's NFKC with lower case; the second round settles what lower case takes apart again. */
function foldCompatible(text: string): string {
  const once = withoutInvisible(withoutInvisible(text).normalize('NFKC').toLowerCase());
  return withoutInvisible(once.normalize('NFKC').toLowerCase()).normalize('NFKC');
}
