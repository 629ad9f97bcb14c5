import type { Lexicon, WordClass } from './classes.ts';
import { likenessTo } from './likeness.ts';
import { isTelling, soundOf } from './sounds.ts';
import { tokenise } from './tokens.ts';
import { emoji } from './words/emoji.ts';
import { englishDespair } from './words/english.despair.ts';
import { englishExploitation } from './words/english.exploitation.ts';
import { englishPeople } from './words/english.people.ts';
import { englishSexual } from './words/english.sexual.ts';
import { englishTurning } from './words/english.turning.ts';
import { englishViolence } from './words/english.violence.ts';
import { khmerDespair } from './words/khmer.despair.ts';
import { khmerExploitation } from './words/khmer.exploitation.ts';
import { khmerPeople } from './words/khmer.people.ts';
import { khmerSexual } from './words/khmer.sexual.ts';
import { khmerTurning } from './words/khmer.turning.ts';
import { khmerViolence } from './words/khmer.violence.ts';
import { romanised } from './words/romanised.ts';

/** One place of a phrase: any of these words (each one or more token keys), or nothing where it may be left out. */
interface Slot {
  readonly words: readonly (readonly string[])[];
  readonly optional: boolean;
}

export interface Phrase {
  readonly of: WordClass;
  readonly slots: readonly Slot[];
}

const phrasesByFirstKey = new Map<string, Phrase[]>();
const vocabulary = new Set<string>();
const bySpelling = new Map<string, Set<WordClass>>();
const bySound = new Map<string, Set<WordClass>>();

const lexicons: readonly Lexicon[] = [
  englishPeople,
  englishTurning,
  englishViolence,
  englishSexual,
  englishDespair,
  englishExploitation,
  khmerPeople,
  khmerTurning,
  khmerViolence,
  khmerSexual,
  khmerDespair,
  khmerExploitation,
  emoji,
];

for (const lexicon of lexicons) readPhrases(lexicon);
readRomanised(romanised);
const nearest = likenessTo(vocabulary);

/** The phrases that may start with this key. */
export function phrasesFrom(key: string): readonly Phrase[] {
  return phrasesByFirstKey.get(key) ?? [];
}

/** What Latin letters mean as Khmer, words run together. */
export function romanisedClasses(spelling: string, sound: string, words: number): Iterable<WordClass> {
  const spelled = bySpelling.get(spelling);
  if (spelled) return spelled;
  return (isTelling(sound, words) && !vocabulary.has(spelling) && bySound.get(sound)) || [];
}

/** The word of the lexicon a Latin word stands for, or itself: sees through "r4pe", "k!ll", "heeelp", "unlce". */
export function knownWord(key: string): string {
  if (key.length > 24 || vocabulary.has(key) || bySpelling.has(key)) return key;
  for (const guess of unmasked(key)) if (vocabulary.has(guess)) return guess;
  return nearest(key) ?? key;
}

/** Two known words written as one ("helpme", "killmyself", letters spelled out), or nothing. */
export function splitWord(key: string): [string, string] | undefined {
  if (key.length < 6 || key.length > 24 || vocabulary.has(key)) return undefined;
  for (let at = key.length - 2; at >= 4; at -= 1) {
    const first = key.slice(0, at);
    const second = key.slice(at);
    if (vocabulary.has(first) && vocabulary.has(second)) return [first, second];
  }
  return undefined;
}

const standIns: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};

function* unmasked(key: string): Generator<string> {
  if (/[0-9@$!|]/.test(key)) {
    const plain = key.replace(/[0134570@$!|]/g, (sign) => standIns[sign]!);
    yield plain;
    yield key.replace(/1/g, 'l').replace(/[0134570@$!|]/g, (sign) => standIns[sign]!);
    yield plain.replace(/(.)\1+/g, '$1');
    yield key.replace(/[^a-z]+$/, '');
  }
  if (key.includes('*')) for (const vowel of 'aeiou') yield key.replaceAll('*', vowel);
  if (/(.)\1/.test(key)) {
    yield key.replace(/(.)\1{2,}/g, '$1$1');
    yield key.replace(/(.)\1{2,}/g, '$1');
    yield key.replace(/(.)\1+/g, '$1');
  }
}

function entriesOf(lexicon: Lexicon): [WordClass, string[][]][] {
  return (Object.entries(lexicon) as [WordClass, string][]).map(([of, text]) => [
    of,
    text
      .split(/[,\n]/)
      .map((phrase) => phrase.trim())
      .filter(Boolean)
      .map((phrase) => phrase.split(/\s+/)),
  ]);
}

function readPhrases(lexicon: Lexicon): void {
  for (const [of, entries] of entriesOf(lexicon)) {
    for (const entry of entries) {
      const phrase: Phrase = { of, slots: entry.map(readSlot) };
      for (const key of firstKeys(phrase)) {
        const known = phrasesByFirstKey.get(key);
        if (known) known.push(phrase);
        else phrasesByFirstKey.set(key, [phrase]);
      }
    }
  }
}

function readSlot(slot: string): Slot {
  const choices = slot.split('/').filter(Boolean);
  const words = choices
    .filter((choice) => choice !== '_')
    .map((choice) => tokenise(choice.replaceAll('_', ' ')).map((token) => token.key))
    .filter((keys) => keys.length > 0);
  for (const keys of words) for (const key of keys) if (/^[a-z]+$/.test(key)) vocabulary.add(key);
  return { words, optional: choices.includes('_') };
}

function firstKeys({ slots }: Phrase): Set<string> {
  const keys = new Set<string>();
  for (const slot of slots) {
    for (const [first] of slot.words) keys.add(first!);
    if (!slot.optional) break;
  }
  return keys;
}

function readRomanised(lexicon: Lexicon): void {
  for (const [of, entries] of entriesOf(lexicon)) {
    for (const entry of entries) {
      for (const words of choices(entry)) {
        note(bySpelling, words.join('').replace(/[^a-z]/g, ''), of);
        const sound = words.map(soundOf).join('');
        if (isTelling(sound, words.length)) note(bySound, sound, of);
      }
    }
  }
}

function choices(entry: readonly string[]): string[][] {
  return entry.reduce<string[][]>(
    (sofar, slot) => sofar.flatMap((words) => slot.split('/').map((word) => [...words, word])),
    [[]],
  );
}

function note(index: Map<string, Set<WordClass>>, key: string, of: WordClass): void {
  const known = index.get(key);
  if (known) known.add(of);
  else index.set(key, new Set([of]));
}
