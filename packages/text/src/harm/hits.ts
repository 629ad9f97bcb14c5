import type { WordClass } from './classes.ts';
import { knownWord, type Phrase, phrasesFrom, romanisedClasses, splitWord } from './lexicon.ts';
import { soundOf } from './sounds.ts';
import { type Token, tokenise } from './tokens.ts';

/** A place in the text where a class of the lexicon is said. Offsets are UTF-16 units of the original text. */
export interface Hit {
  readonly of: WordClass;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly khmer: boolean;
}

interface Found extends Hit {
  readonly firstToken: number;
  readonly lastToken: number;
  /** Tokens at which words of the phrase start or end: other words may stand inside only there. */
  readonly seams: ReadonlySet<number>;
}

/** A romanised phrase has at most so many words. */
const longestRomanised = 6;
/** Classes that only turn a meaning: part of a longer phrase, they say nothing of their own. */
const turning = new Set<WordClass>([
  'NOT',
  'REPORT',
  'LESSON',
  'GENERAL',
  'HARMLESS',
  'PLAY',
  'OLD_TIMES',
  'ACCIDENT',
  'JOKE',
]);

/** All that the lexicon finds in a text, in order. Time grows with the length of the text only. */
export function findHits(text: string): Hit[] {
  const tokens = readAloud(tokenise(text));
  const sentences = sentenceOfEach(tokens);
  const found: Found[] = [];
  const add = (of: WordClass, first: number, last: number, seams: ReadonlySet<number>) =>
    found.push({
      of,
      start: tokens[first]!.start,
      end: tokens[last]!.end,
      sentence: sentences[first]!,
      khmer: tokens[first]!.script === 'khmer',
      firstToken: first,
      lastToken: last,
      seams,
    });
  for (let at = 0; at < tokens.length; at += 1) {
    for (const phrase of phrasesFrom(tokens[at]!.key)) {
      const seams = new Set([at]);
      const end = matchPhrase(phrase, tokens, at, 0, seams);
      if (end > at) add(phrase.of, at, end - 1, seams);
    }
    readRomanisedAt(tokens, at, add);
  }
  return withoutCovered(found);
}

/** Latin words as the lexicon knows them, two written as one apart, and "2", "4" between them as "to", "for". */
function readAloud(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at): Token[] => {
    if (token.script === 'latin') {
      const two = splitWord(token.key);
      if (two) return two.map((key) => ({ ...token, key }));
      return [{ ...token, key: knownWord(token.key) }];
    }
    const spoken = token.key === '2' ? 'to' : token.key === '4' ? 'for' : undefined;
    const isBetween = tokens[at - 1]?.script === 'latin' && tokens[at + 1]?.script === 'latin';
    return [spoken && isBetween ? { ...token, key: spoken, script: 'latin' } : token];
  });
}

/** Where the phrase ends at the farthest (token index, exclusive), or -1. Phrases are short, so trying again costs little. */
function matchPhrase(
  phrase: Phrase,
  tokens: readonly Token[],
  at: number,
  slot: number,
  seams: Set<number>,
): number {
  const expected = phrase.slots[slot];
  if (!expected) return at;
  let longest = expected.optional ? matchPhrase(phrase, tokens, at, slot + 1, seams) : -1;
  for (const word of expected.words) {
    if (!word.every((key, offset) => tokens[at + offset]?.key === key)) continue;
    const end = matchPhrase(phrase, tokens, at + word.length, slot + 1, seams);
    if (end === -1) continue;
    seams.add(at).add(at + word.length);
    longest = Math.max(longest, end);
  }
  return longest;
}

function readRomanisedAt(
  tokens: readonly Token[],
  first: number,
  add: (of: WordClass, first: number, last: number, seams: ReadonlySet<number>) => void,
): void {
  let spelling = '';
  let sound = '';
  const seams = new Set([first]);
  for (let last = first; last < Math.min(first + longestRomanised, tokens.length); last += 1) {
    const token = tokens[last]!;
    if (token.script !== 'latin' || token.key.length > 24) return;
    spelling += token.key;
    sound += soundOf(token.key);
    seams.add(last + 1);
    for (const of of romanisedClasses(spelling, sound, last - first + 1)) add(of, first, last, seams);
  }
}

function sentenceOfEach(tokens: readonly Token[]): number[] {
  let sentence = 0;
  return tokens.map((token) => (token.script === 'break' ? (sentence += 1) : sentence));
}

/**
 * Leaves out what a longer phrase explains: everything inside a mask; words cut out of the middle of another word
 * (Khmer has no spaces); turning words that belong to a longer phrase.
 */
function withoutCovered(found: readonly Found[]): Hit[] {
  const ordered = [...found].sort(
    (a, b) => a.firstToken - b.firstToken || b.lastToken - a.lastToken || maskFirst(a) - maskFirst(b),
  );
  const open: Found[] = [];
  const seen = new Set<string>();
  return ordered.filter((hit) => {
    while (open.length > 0 && open[0]!.lastToken < hit.firstToken) open.shift();
    const covered = open.some((longer) => covers(longer, hit));
    if (lengthOf(hit) > 1 || hit.of === 'MASK') open.push(hit);
    const key = `${hit.of} ${hit.start} ${hit.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return !covered && hit.of !== 'MASK';
  });
}

function covers(longer: Found, hit: Found): boolean {
  if (longer.lastToken < hit.lastToken) return false;
  if (longer.of === 'MASK') return hit.of !== 'MASK';
  if (lengthOf(longer) <= lengthOf(hit)) return false;
  if (longer.of === hit.of) return true;
  return turning.has(hit.of) || !longer.seams.has(hit.firstToken) || !longer.seams.has(hit.lastToken + 1);
}

function maskFirst(hit: Found): number {
  return hit.of === 'MASK' ? 0 : 1;
}

function lengthOf(hit: Found): number {
  return hit.lastToken - hit.firstToken + 1;
}
