import { normalise } from './normalise.ts';

/** Texts are read for words up to here (UTF-16 units): a concern is far shorter, and no text may cost more. */
export const LONGEST_READ = 4000;

const khmerWords = new Intl.Segmenter('km', { granularity: 'word' });

/**
 * The words of a text in its own spelling, in order, without spaces and punctuation. Khmer is cut by the
 * dictionary of the platform. Reads the first 4,000 characters.
 *
 * @example segment('ទឹកស្អាត at school') // ['ទឹក', 'ស្អាត', 'at', 'school']
 */
export function segment(text: string): string[] {
  const words: string[] = [];
  for (const part of khmerWords.segment(text.slice(0, LONGEST_READ))) {
    if (part.isWordLike) words.push(part.segment);
  }
  return words;
}

/**
 * The different words of a text as search keys: normalised, Latin letters without accents.
 *
 * @example searchKeys('Café ទឹកស្អាត') // ['cafe', 'ទឹក', 'ស្អាត']
 */
export function searchKeys(text: string): string[] {
  return [...new Set(segment(foldLatin(normalise(text.slice(0, LONGEST_READ)))))];
}

/**
 * One string to store beside a name (place, office, issue) and to look for with pg_trgm or a prefix: normalised,
 * Latin without accents and apostrophes, punctuation as spaces, no spaces inside Khmer, where they are a matter
 * of taste. Apply it to the stored name and to what is typed.
 *
 * @example searchKey("Krŏng Ta Khmau") // 'krong ta khmau'
 */
export function searchKey(text: string): string {
  return foldLatin(normalise(text.slice(0, LONGEST_READ)))
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(?<=[\u1780-\u17D3\u17DD]) (?=[\u1780-\u17D3\u17DD])/g, '')
    .trim();
}

const plainLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Latin letters without accents; Khmer marks stay. */
function foldLatin(text: string): string {
  if (/^[\u0020-\u007E\u1780-\u17FF]*$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[øłđðıßæœ]/g, (letter) => plainLetters[letter]!)
    .normalize('NFC');
}
