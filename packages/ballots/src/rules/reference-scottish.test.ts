import { describe, expect, it } from 'vitest';
import { readBlt } from '../interchange/blt.ts';
import {
  areReferenceBallotsHere,
  referenceOutcomes,
  referenceText,
  whyReferenceBallotsAreMissing,
} from '../testing/reference-ballots.ts';
import { stvScottish } from './stv-scottish.ts';

interface Expected {
  readonly file: string;
  readonly seats: number;
  readonly ballots: number;
  readonly elected: number[];
  readonly names: string[];
  readonly rounds: number;
  readonly ties_by_lot: number;
}

const outcomes = referenceOutcomes<Expected>('scottish/expected.jsonl');

describe('Scottish STV agrees with the reference count of Scottish wards', () => {
  if (!areReferenceBallotsHere) it(whyReferenceBallotsAreMissing, () => undefined);

  it.each(outcomes)('in $file', (expected) => {
    const file = readBlt(referenceText(`scottish/${expected.file}`));
    if (!file.ok) throw new Error(`line ${file.problem.line}: ${file.problem.reason}`);
    const { profile, seats, names } = file.value;
    expect([profile.ballots, seats]).toEqual([expected.ballots, expected.seats]);
    const outcome = stvScottish(profile, seats);
    expect(outcome.winners).toEqual(expected.elected);
    expect(outcome.winners.map((candidate) => names[candidate - 1])).toEqual(expected.names);
    expect(outcome.ties.filter((tie) => tie.brokenBy === 'lot').length).toBe(expected.ties_by_lot);

    // The reference does not number the first stage, and gives a stage of its own to whoever was elected with the
    // quota exactly and so has no surplus; rule 48(1) asks for a transfer only above the quota.
    const last = outcome.rounds.length - 1;
    const exact = outcome.rounds.filter(
      (stage, place) =>
        place < last && stage.elected.some((option) => Number(stage.votes[option]) === outcome.quota),
    );
    expect(last + exact.length).toBe(expected.rounds);
  });
});
