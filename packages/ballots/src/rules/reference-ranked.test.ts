import { describe, expect, it } from 'vitest';
import { readPrefLib, type PrefLibKind } from '../interchange/preflib.ts';
import type { BallotProfile } from '../profile/profile.ts';
import {
  areReferenceBallotsHere,
  referenceOutcomes,
  referenceText,
  whyReferenceBallotsAreMissing,
} from '../testing/reference-ballots.ts';
import { borda } from './borda.ts';
import { instantRunoff } from './instant-runoff.ts';
import { condorcetWinner, pairwiseRows, pairwiseTable } from './pairwise.ts';
import { plurality } from './plurality.ts';
import { schulze } from './schulze.ts';

/**
 * Compared: pairwise table, Condorcet winner, plurality and Borda with scores, Schulze by winning votes and by
 * margins, instant runoff round by round. Not compared: instant runoff where ballots hold ties, which the
 * reference leaves out and we refuse.
 */
interface Expected {
  readonly file: string;
  readonly alternatives: number;
  readonly ballots: number;
  readonly has_ties: boolean;
  readonly pairwise: number[][];
  readonly names: Record<string, string>;
  readonly results: {
    readonly condorcet: { readonly winners: number[] | null };
    readonly plurality: { readonly winners: number[]; readonly scores: Record<string, number> };
    readonly borda_symmetric: { readonly winners: number[]; readonly scores: Record<string, number> };
    readonly schulze: { readonly winners: number[] };
    readonly schulze_winning_votes: { readonly winners: number[] };
    readonly irv?: {
      readonly winners: number[];
      readonly rounds: readonly object[];
      readonly tie_needed_lot: boolean;
    };
  };
}

function read(file: string): BallotProfile<number> {
  const kind = file.slice(file.lastIndexOf('.') + 1) as PrefLibKind;
  const result = readPrefLib(referenceText(`ranked/${file}`), kind);
  if (!result.ok) throw new Error(`${file}, line ${result.problem.line}: ${result.problem.reason}`);
  return result.value.profile;
}

const outcomes = referenceOutcomes<Expected>('ranked/expected.jsonl');

describe('ranked rules agree with the published outcomes', () => {
  if (!areReferenceBallotsHere) it(whyReferenceBallotsAreMissing, () => undefined);

  it.each(outcomes)('in $file', (expected) => {
    const profile = read(expected.file);
    const { results } = expected;
    expect(profile.ballots).toBe(expected.ballots);
    expect(profile.options.length).toBe(expected.alternatives);
    const table = pairwiseTable(profile);
    expect(pairwiseRows(table)).toEqual(expected.pairwise);
    expect(condorcetWinner(table)).toBe(results.condorcet.winners?.[0] ?? null);

    const first = plurality(profile);
    expect(first.winners).toEqual(results.plurality.winners);
    expect(first.rounds[0].tally).toEqual(results.plurality.scores);
    const points = borda(profile);
    expect(points.winners).toEqual(results.borda_symmetric.winners);
    expect(points.rounds[0].scores).toEqual(results.borda_symmetric.scores);
    expect(schulze(profile).winners).toEqual(results.schulze_winning_votes.winners);
    expect(schulze(profile, { strength: 'margins' }).winners).toEqual(results.schulze.winners);

    expect(results.irv === undefined).toBe(expected.has_ties);
    if (results.irv === undefined) return;
    const runoff = instantRunoff(profile);
    expect(runoff.winners).toEqual(results.irv.winners);
    expect(runoff.ties.some((tie) => tie.brokenBy === 'lot')).toBe(results.irv.tie_needed_lot);
    const rounds = runoff.rounds.map(({ transfers: _transfers, ...round }) => round);
    expect(rounds).toEqual(results.irv.rounds);
  });
});
