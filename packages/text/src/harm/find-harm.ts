import { LONGEST_READ } from '../words.ts';
import type { WordClass } from './classes.ts';
import { findHits, type Hit } from './hits.ts';
import type { HarmKind } from './kinds.ts';
import type { Near, Rule } from './rule.ts';
import { rules } from './rules.ts';
import { counterweights, denied, enough, enoughAround, weights } from './weights.ts';

/** Words that made us look: where they stand in the original text, in UTF-16 units. */
export interface HarmSign {
  readonly kind: HarmKind;
  readonly start: number;
  readonly end: number;
}

/** URGENT: danger now, self-harm, sexual violence, trafficking. RAISED: other signs. */
export type HarmLevel = 'NONE' | 'RAISED' | 'URGENT';

export interface Harm {
  readonly level: HarmLevel;
  readonly signs: readonly HarmSign[];
}

/** Longer texts are read to here: a text that long is read by a person anyway, and no text may cost more. */
const longestRead = 4 * LONGEST_READ;

/**
 * Signs that the writer, or somebody near, is being harmed; in Khmer, English, Khmer in Latin letters, emoji, with
 * slips, letters in disguise and marks in any order. It may only move a text up a queue: a person reads everything,
 * and no text is refused, published or closed on its word. It does not know, it guesses; the measured recall and
 * precision are printed by its test.
 *
 * Reads the first 16,000 UTF-16 units, in time that grows with the length only.
 *
 * @example findHarm('ពូស្ទាបខ្ញុំ') // { level: 'URGENT', signs: [{ kind: 'SEXUAL_VIOLENCE', start: 2, end: 7 }] }
 */
export function findHarm(text: string): Harm {
  const said = new Said(findHits(text.slice(0, longestRead)));
  let level: HarmLevel = 'NONE';
  const signs: HarmSign[] = [];
  for (const rule of rules) {
    for (const act of rule.act.flatMap((of) => said.all(of))) {
      if (!holds(rule, act, said)) continue;
      if (rule.urgent) level = 'URGENT';
      else if (level === 'NONE') level = 'RAISED';
      signs.push({ kind: rule.kind, start: act.start, end: act.end });
    }
  }
  if (level === 'NONE') {
    const weighed = weighUp(said);
    if (weighed.length > 0) return { level: 'RAISED', signs: joined(weighed) };
  }
  return { level, signs: joined(signs) };
}

function holds(rule: Rule, act: Hit, said: Said): boolean {
  if (!(rule.with ?? []).every((near) => said.near(act, near))) return false;
  const { sentence } = act;
  const direct = isDoneToMe(act, said);
  const sexual = rule.kind === 'SEXUAL_VIOLENCE' || rule.kind === 'ONLINE_SEXUAL_EXTORTION';
  if (isNegated(act, said)) return false;
  if (said.inText('JOKE') && !(sexual && direct)) return false;
  if (rule.play && said.inSentence('PLAY', sentence) && (!direct || rule.act.includes('KILL'))) return false;
  if (
    rule.unless?.some((of) => said.inSentence(of, sentence)) &&
    !(direct && rule.kind !== 'FEAR_OR_CALL_FOR_HELP')
  )
    return false;
  if (direct) return true;
  if (elsewhere.some((of) => said.inSentence(of, sentence))) return false;
  const aboutOthers =
    said.inSentence('GENERAL', sentence) && !writer.some((of) => said.inSentence(of, sentence));
  return rule.aboutGroups === true || !aboutOthers;
}

const writer: readonly WordClass[] = ['ME', 'OBJECT_ME'];
const elsewhere: readonly WordClass[] = ['REPORT', 'LESSON', 'OLD_TIMES'];

/** When no rule holds: all that is said, laid on one scale. Gives the signs that weigh most. */
function weighUp(said: Said): HarmSign[] {
  if (!near.some((of) => said.inText(of))) return [];
  let sum = 0;
  let heaviest = 0;
  let signs: HarmSign[] = said.all('ACTOR').map(({ start, end }) => ({ kind: unnamed, start, end }));
  for (const [of, { weight, kind }] of typedEntries(weights)) {
    const hits = said.all(of).filter((hit) => !isNegated(hit, said));
    if (hits.length === 0) {
      if (kind !== undefined && said.inText(of)) sum -= denied;
      continue;
    }
    sum += weight;
    if (kind === undefined || weight <= heaviest) continue;
    heaviest = weight;
    signs = hits.map(({ start, end }) => ({ kind, start, end }));
  }
  for (const [of, weight] of typedEntries(counterweights)) if (said.inText(of)) sum -= weight;
  return sum >= (heaviest > 0 ? enough : enoughAround) ? signs : [];
}

const unnamed: HarmKind = 'FEAR_OR_CALL_FOR_HELP';

/** Whose harm concerns us: the writer and those near. */
const near: readonly WordClass[] = ['ME', 'OBJECT_ME', 'KIN', 'THEM', 'HELP_ME'];

function typedEntries<Value>(record: Partial<Record<WordClass, Value>>): [WordClass, Value][] {
  return Object.entries(record) as [WordClass, Value][];
}

/** "… hit me", "my arms": the writer is named in the act or right after it, so news and lessons do not explain it. */
function isDoneToMe(act: Hit, said: Said): boolean {
  // A space in Khmer parts clauses, in Latin script words.
  const gap = act.khmer ? 0 : 1;
  return said.inside(act, writer) || said.near(act, { any: writer, within: gap, side: 'after' });
}

/** "never hits", "មិនដែលវាយ": a denial right before the act. A denial inside the act's own words is part of it. */
function isNegated(act: Hit, said: Said): boolean {
  return said.near(act, { any: ['NOT'], within: 2, side: 'before' });
}

/** The hits of a text by class, in order. */
class Said {
  private readonly byClass = new Map<WordClass, Hit[]>();
  private readonly sentences = new Map<WordClass, Set<number>>();

  constructor(hits: readonly Hit[]) {
    for (const hit of hits) {
      const known = this.byClass.get(hit.of);
      if (known) known.push(hit);
      else this.byClass.set(hit.of, [hit]);
      const sentences = this.sentences.get(hit.of);
      if (sentences) sentences.add(hit.sentence);
      else this.sentences.set(hit.of, new Set([hit.sentence]));
    }
  }

  all(of: WordClass): readonly Hit[] {
    return this.byClass.get(of) ?? [];
  }

  inText(of: WordClass): boolean {
    return this.byClass.has(of);
  }

  inSentence(of: WordClass, sentence: number): boolean {
    return this.sentences.get(of)?.has(sentence) ?? false;
  }

  near(act: Hit, { any, within, side, text }: Near): boolean {
    if (text) return any.some((of) => this.inText(of));
    if (within === undefined && side === undefined)
      return any.some((of) => this.inSentence(of, act.sentence));
    return any.some((of) => this.stands(of, act, within ?? Infinity, side));
  }

  /** Whether a hit of the class stands that close to the act, in its sentence. */
  private stands(of: WordClass, act: Hit, within: number, side: 'before' | 'after' | undefined): boolean {
    const hits = this.all(of);
    for (let at = firstFrom(hits, act.start - within - longestHit); at < hits.length; at += 1) {
      const hit = hits[at]!;
      if (hit.start > act.end + within) return false;
      if (hit.sentence !== act.sentence) continue;
      const before = act.start - hit.end;
      const after = hit.start - act.end;
      if (side !== 'after' && before >= 0 && before <= within) return true;
      if (side !== 'before' && after >= 0 && after <= within) return true;
      if (side === undefined && before < 0 && after < 0) return true;
    }
    return false;
  }

  /** Whether a hit of the classes is part of the act's own words. */
  inside(act: Hit, classes: readonly WordClass[]): boolean {
    return classes.some((of) => {
      const hits = this.all(of);
      const first = hits[firstFrom(hits, act.start)];
      return first !== undefined && first.end <= act.end;
    });
  }
}

/** No phrase of the lexicon spans more UTF-16 units than this; a longer one is only found a little less. */
const longestHit = 60;

function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In order of place; of the same kind and overlapping, one that spans them. */
function joined(signs: readonly HarmSign[]): HarmSign[] {
  const last = new Map<HarmKind, number>();
  const kept: HarmSign[] = [];
  for (const sign of [...signs].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const at = last.get(sign.kind);
    const before = at === undefined ? undefined : kept[at];
    if (at !== undefined && before && sign.start < before.end) {
      kept[at] = { ...before, end: Math.max(before.end, sign.end) };
    } else {
      last.set(sign.kind, kept.push(sign) - 1);
    }
  }
  return kept;
}
