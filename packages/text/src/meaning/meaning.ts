import { normalise } from '../normalise.ts';
import { LONGEST_READ } from '../words.ts';
import { concepts, emptyWords } from './concepts.ts';
import { stem } from './stem.ts';

/** What a text is about: meanings (numbers from 0) and words that have none (below 0), each with its weight. */
export type Meaning = ReadonlyMap<number, number>;

/** From here on two texts are about the same matter: measured, see `meaning.test.ts`. */
export const RELATED = 0.5;

/** What a word tells that is in no list: as much as a word of every day. */
const unlisted = 1;
/** A meaning that names the matter. */
const telling = 3;

const englishWords = new Map<string, number>();
const englishPairs = new Map<string, number>();
type Node = { readonly next: Map<string, Node>; concept: number };
const khmerWords: Node = { next: new Map(), concept: -1 };

concepts.forEach(([, english, khmer], concept) => {
  for (const word of english.split(' ')) {
    const [one = '', other] = word.split('_');
    if (other === undefined) englishWords.set(stem(one), concept);
    else englishPairs.set(`${stem(one)} ${stem(other)}`, concept);
  }
  for (const word of khmer.split(' ')) {
    let at = khmerWords;
    for (const sign of normalise(word)) {
      const next = at.next.get(sign) ?? { next: new Map(), concept: -1 };
      at.next.set(sign, next);
      at = next;
    }
    at.concept = concept;
  }
});

/**
 * What a text in Khmer, English or both is about. English words are stemmed and looked up, alone and with their
 * neighbour; Khmer words are found inside the running text, the longest first. Reads the first 4,000 characters.
 */
export function meaningOf(text: string): Meaning {
  const normal = normalise(text.slice(0, LONGEST_READ));
  const found = new Map<number, number>();
  const add = (concept: number) => found.set(concept, concepts[concept]?.[0] ?? unlisted);
  readEnglish(normal, add, (word) => found.set(numberOf(word), unlisted));
  readKhmer(normal, add);
  return found;
}

/**
 * How much two texts are about the same, 0 to 1: the cosine of their weighted meanings. 0 unless they share what
 * names the matter: "children" and "school" alone stand in half of all concerns.
 */
export function relatedness(one: Meaning, other: Meaning): number {
  let shared = 0;
  let most = 0;
  for (const [meaning, weight] of one) {
    if (!other.has(meaning)) continue;
    shared += weight * weight;
    most = Math.max(most, weight);
  }
  if (most < telling) return 0;
  return shared / Math.sqrt(lengthOf(one) * lengthOf(other));
}

/**
 * Numbers for a GIN-indexed `int[]`: one for each meaning that names a matter. They lie far from what `bands` gives
 * only by chance, which costs a candidate too many at worst.
 */
export function meaningKeys(meaning: Meaning): number[] {
  return [...meaning].filter(([one, weight]) => one >= 0 && weight >= telling).map(([one]) => keysFrom + one);
}

const keysFrom = 1_900_000_000;

function lengthOf(meaning: Meaning): number {
  let sum = 0;
  for (const weight of meaning.values()) sum += weight * weight;
  return sum;
}

function readEnglish(normal: string, add: (concept: number) => void, addWord: (word: string) => void): void {
  const words = normal.match(/[a-z][a-z'’]*/g) ?? [];
  let before = '';
  for (const word of words) {
    const stemmed = stem(word);
    const pair = englishPairs.get(`${before} ${stemmed}`);
    const concept = englishWords.get(stemmed);
    if (pair !== undefined) add(pair);
    if (concept !== undefined) add(concept);
    else if (pair === undefined && word.length > 2 && !emptyWords.has(word)) addWord(stemmed);
    if (word.length > 2 || !emptyWords.has(word)) before = stemmed;
  }
}

function readKhmer(normal: string, add: (concept: number) => void): void {
  for (let at = 0; at < normal.length;) {
    let node: Node | undefined = khmerWords;
    let longest = -1;
    let end = at;
    for (let next = at; next < normal.length; next += 1) {
      node = node.next.get(normal[next]!);
      if (node === undefined) break;
      if (node.concept >= 0 && !isInsideCluster(normal, next + 1)) {
        longest = node.concept;
        end = next + 1;
      }
    }
    if (longest >= 0) add(longest);
    at = Math.max(end, at + 1);
  }
}

/** Whether the text goes on with a foot or a mark of the letter before: a word does not end there. */
function isInsideCluster(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x17b6 && unit <= 0x17d3;
}

/** A word in no list, as a number below zero: the same on every machine. */
function numberOf(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return -1 - (value >>> 1);
}
