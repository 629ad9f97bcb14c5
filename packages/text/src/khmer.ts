import { khnormal } from 'khmer-normalizer';

/**
 * A letter with what hangs on it: feet (coeng + letter), shifters, vowels, signs. A letter alone is normal. A foot
 * sign with no letter under it ends the syllable: the library would carry it to another place at every reading.
 */
const syllable =
  /[\u1780-\u17A2\u17A5-\u17B3](?:\u17D2[\u1780-\u17A2\u17A5-\u17B3]|[\u17B6-\u17D1\u17D3\u17DD])+/g;

/**
 * Syllables in normal order that khmer-normalizer returns as they are: at most one of each part, no foot DA, no
 * foot RO before another foot, no u-vowel before a sign that would turn it into a shifter. A short cut only.
 */
const regular =
  /^.(?:\u17D2[\u1780-\u1789\u178B-\u1799\u179B-\u17A2])?(?:\u17D2[\u1780-\u1789\u178B-\u17A2])?[\u17C9\u17CA]?(?:[\u17B6\u17B7-\u17BA\u17BE-\u17C5]|[\u17BB-\u17BD](?![\u17D0\u17DD]))?[\u17C6\u17CB\u17CD-\u17D1\u17DD]?[\u17C7\u17C8]?$/;

/** Longer heaps of marks are no word; sorting them again and again would be work for nothing. */
const longest = 24;

const remembered = new Map<string, string>();
const rememberAtMost = 8192;

/**
 * Khmer in the encoding order of Unicode document L2/22-290, as khmer-normalizer 1.0.2 gives it, so that
 * spellings that look alike are equal. Two traps of that library are kept away here: it loses characters when
 * the text holds emoji (it mixes code points with UTF-16 units), so it only sees single syllables; and it builds
 * regular expressions per syllable (200 µs a sentence), so results are remembered.
 */
export function orderKhmer(text: string): string {
  return text.replace(syllable, orderSyllable);
}

function orderSyllable(given: string): string {
  if (given.length > longest || regular.test(given)) return given;
  const known = remembered.get(given);
  if (known !== undefined) return known;
  const ordered = settle(given);
  if (remembered.size >= rememberAtMost) remembered.clear();
  remembered.set(given, ordered);
  return ordered;
}

/** One pass does not always end the work (three feet with RO first); a few passes do. */
function settle(given: string): string {
  let before = given;
  for (let pass = 0; pass < longest; pass += 1) {
    // Two e-vowels typed side by side look like the ae-vowel.
    const after = khnormal(before).replaceAll('\u17C1\u17C1', '\u17C2');
    if (after === before) break;
    before = after;
  }
  return before;
}
