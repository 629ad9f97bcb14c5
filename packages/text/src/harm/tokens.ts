import { withoutInvisible } from '../invisible.ts';
import { normalise } from '../normalise.ts';

/** A piece of the text the lexicon knows how to read: a Khmer letter cluster, a Latin word, a number, an emoji. */
export interface Token {
  /** What it is looked up by: normalised, and loosened against common slips. */
  readonly key: string;
  readonly script: 'khmer' | 'latin' | 'number' | 'emoji' | 'break';
  /** Where it stands in the original text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const unseen = '\\u00AD\\u034F\\u200B-\\u200F\\u2060-\\u2064\\uFE00-\\uFE0F\\uFEFF';
const piece = new RegExp(
  [
    `(?<khmer>\\u17D7|[\\u1780-\\u17B3](?:\\u17D2[${unseen}]*[\\u1780-\\u17B3]|[\\u17B4-\\u17D3\\u17DD${unseen}])*)`,
    `(?<latin>(?:[\\p{Script=Latin}\\p{Nd}@$*|](?:[\\p{M}${unseen}])*|['’\`!](?=[\\p{Script=Latin}\\p{Nd}]))+)`,
    `(?<emoji>\\p{Extended_Pictographic}[\\uFE0F\\u200D\\u{1F3FB}-\\u{1F3FF}]*)`,
    `(?<break>[។៕៖!?.…;\\n]+)`,
  ].join('|'),
  'gu',
);

/** Cuts a text into tokens; what is none of them (spaces, commas, other scripts) is left out. Linear. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(piece)) {
    const start = match.index;
    const [found] = match;
    const end = start + found.length;
    const groups = match.groups!;
    if (groups['khmer'] !== undefined) {
      const key = loosenKhmer(normalise(found));
      if (key !== '') tokens.push({ key, script: 'khmer', start, end });
    } else if (groups['latin'] !== undefined) {
      const key = normalise(found)
        .replace(/(?<!^(?:he|she|it|that|there|what|who|let))['’`]s$/, '')
        .replace(/['’`]/g, '');
      const script = /\p{Script=Latin}/u.test(key) ? 'latin' : 'number';
      if (key !== '') tokens.push({ key, script, start, end });
    } else if (groups['emoji'] !== undefined) {
      tokens.push({ key: firstCharacter(withoutInvisible(found)), script: 'emoji', start, end });
    } else tokens.push({ key: found, script: 'break', start, end });
  }
  return joinSpelledOut(tokens);
}

/** "r a p e" and "n.u.d.e.s": four or more single letters in a row, or three with dots, become one word. */
function joinSpelledOut(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    let next = at;
    let letters = '';
    for (let one = tokens[next]; one && one.key.length === 1 && one.script === 'latin'; one = tokens[next]) {
      const last = joined.length === 0 || letters === '' ? one.start : tokens[next - 1]!.end;
      if (letters !== '' && one.start - last > 1) break;
      letters += one.key;
      next += 1;
      if (tokens[next]?.key === '.' && tokens[next]!.start === one.end) next += 1;
    }
    if (letters.length >= 4) {
      joined.push({ key: letters, script: 'latin', start: tokens[at]!.start, end: tokens[next - 1]!.end });
      at = next;
    } else {
      joined.push(tokens[at]!);
      at += 1;
    }
  }
  return joined;
}

/**
 * Letters and signs that are often mixed up when typing fast. Not the shifters, nor the short sign, nor long and short
 * u: without them "father" stands in "have", and "want a bicycle" says "hang".
 */
function loosenKhmer(cluster: string): string {
  return cluster
    .replace(/[\u17CC\u17CD\u17CE\u17CF]/g, '')
    .replaceAll('ី', 'ិ')
    .replaceAll('ឺ', 'ឹ')
    .replaceAll('ឡ', 'ល')
    .replaceAll('ណ', 'ន');
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}
