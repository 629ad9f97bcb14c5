import type { BallotProfile, OptionId } from './profile.ts';

/** Gathers ballots one by one and keeps each distinct one once. */
export interface ProfileBuilder<Id extends OptionId> {
  /**
   * Adds a ballot.
   *
   * @param choices option positions, most wanted first, none twice; empty for a blank paper
   * @param count how many papers say this (a whole number, 1 or more)
   * @param tied where 1, the choice stands level with the one before; the first is never tied
   */
  add(choices: ArrayLike<number>, count?: number, tied?: ArrayLike<number> | null): void;
  /** The profile of all ballots added so far. */
  finish(): BallotProfile<Id>;
}

const tiedBit = 0x8000;

/**
 * A builder over the given options (at most 32,767). Ballots within a group of level options may come in any
 * order: they are sorted, so that the same opinion is one distinct ballot.
 *
 * @example
 *   const builder = profileBuilder(['water', 'road', 'lights']);
 *   builder.add([1, 0]); // road before water, lights not ranked
 *   const profile = builder.finish();
 */
export function profileBuilder<Id extends OptionId>(options: readonly Id[]): ProfileBuilder<Id> {
  if (options.length >= tiedBit) throw new RangeError('more options than a profile can hold');
  let entries = new Uint16Array(1024);
  let starts = new Uint32Array(256);
  let counts = new Uint32Array(256);
  let slots = new Int32Array(512).fill(-1);
  let hashes = new Uint32Array(256);
  let used = 0;
  let distinct = 0;
  let ballots = 0;
  let blank = 0;
  let anyTie = false;

  function growSlots() {
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let ballot = 0; ballot < distinct; ballot += 1) {
      let slot = hashes[ballot]! & (slots.length - 1);
      while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = ballot;
    }
  }

  function sameAsWritten(ballot: number, length: number): boolean {
    const start = starts[ballot]!;
    if (starts[ballot + 1]! - start !== length) return false;
    for (let i = 0; i < length; i += 1) if (entries[start + i] !== entries[used + i]) return false;
    return true;
  }

  /** Writes the ballot behind the last one; it stays only when it is new. */
  function write(choices: ArrayLike<number>, tied: ArrayLike<number> | null): void {
    const length = choices.length;
    if (used + length > entries.length) entries = doubled(entries, used + length);
    let groupStart = used;
    for (let i = 0; i < length; i += 1) {
      const isTied = tied !== null && i > 0 && tied[i] === 1;
      let place = used + i;
      if (isTied) {
        anyTie = true;
        while (place > groupStart && entries[place - 1]! > choices[i]!) {
          entries[place] = entries[place - 1]!;
          place -= 1;
        }
      } else {
        groupStart = place;
      }
      entries[place] = choices[i]!;
    }
    if (tied !== null) for (let i = 1; i < length; i += 1) if (tied[i] === 1) entries[used + i]! |= tiedBit;
  }

  function add(choices: ArrayLike<number>, count = 1, tied: ArrayLike<number> | null = null): void {
    const length = choices.length;
    if (length === 0) {
      blank += count;
      return;
    }
    write(choices, tied);
    ballots += count;
    let hash = 0x811c9dc5;
    for (let i = used; i < used + length; i += 1) hash = Math.imul(hash ^ entries[i]!, 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    let slot = hash & (slots.length - 1);
    while (slots[slot]! >= 0) {
      const ballot = slots[slot]!;
      if (hashes[ballot] === hash && sameAsWritten(ballot, length)) {
        if (counts[ballot]! + count > 0xffffffff)
          throw new RangeError('a ballot was cast too often to count');
        counts[ballot]! += count;
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = distinct;
    if (distinct + 2 > starts.length) {
      starts = doubled(starts, distinct + 2);
      counts = doubled(counts, distinct + 2);
      hashes = doubled(hashes, distinct + 2);
    }
    counts[distinct] = count;
    hashes[distinct] = hash;
    distinct += 1;
    used += length;
    starts[distinct] = used;
    if (distinct * 2 > slots.length) growSlots();
  }

  function finish(): BallotProfile<Id> {
    const choices = entries.slice(0, used);
    let tied: Uint8Array | null = null;
    if (anyTie) {
      tied = new Uint8Array(used);
      for (let i = 0; i < used; i += 1) {
        tied[i] = choices[i]! >>> 15;
        choices[i]! &= tiedBit - 1;
      }
    }
    return {
      options,
      ballots,
      blank,
      distinct,
      starts: starts.slice(0, distinct + 1),
      choices,
      tied,
      counts: counts.slice(0, distinct),
    };
  }

  return { add, finish };
}

function doubled<A extends Uint16Array | Uint32Array>(array: A, least: number): A {
  const grown = new (array.constructor as new (length: number) => A)(Math.max(least, array.length * 2));
  grown.set(array);
  return grown;
}
