import { describe, expect, it } from 'vitest';
import { profileOfRankings } from '../profile/rankings.ts';
import { votesAsText, shareOfValue } from './five-decimals.ts';
import { instantRunoff } from './instant-runoff.ts';
import { stvScottish } from './stv-scottish.ts';

const papers = (...lines: [number, string][]) =>
  lines.map(([count, ranking]) => ({ ballot: ranking.split(''), count }));

describe('instant runoff', () => {
  it('moves papers until one holds more than half (Tennessee: 42, 26, 15, 17)', () => {
    const profile = profileOfRankings(
      ['M', 'N', 'C', 'K'],
      papers([42, 'MNCK'], [26, 'NCKM'], [15, 'CKNM'], [17, 'KCNM']),
    );
    const outcome = instantRunoff(profile);
    expect(outcome.rounds).toEqual([
      {
        tally: { M: 42, N: 26, C: 15, K: 17 },
        exhausted: 0,
        eliminated: 'C',
        transfers: { to: { M: 0, N: 0, K: 15 }, exhausted: 0 },
      },
      {
        tally: { M: 42, N: 26, K: 32 },
        exhausted: 0,
        eliminated: 'N',
        transfers: { to: { M: 0, K: 26 }, exhausted: 0 },
      },
      { tally: { M: 42, K: 58 }, exhausted: 0 },
    ]);
    expect(outcome.winners).toEqual(['K']);
    expect(outcome.order).toEqual(['K', 'M', 'N', 'C']);
    expect(outcome.ties).toEqual([]);
  });

  it('takes the majority of the papers that still rank someone', () => {
    const outcome = instantRunoff(profileOfRankings(['A', 'B', 'C'], papers([4, 'A'], [3, 'B'], [2, 'C'])));
    expect(outcome.rounds.at(-1)).toEqual({ tally: { A: 4, B: 3 }, exhausted: 2 });
    expect(outcome.winners).toEqual(['A']);
  });

  it('breaks a tie by the most recent round in which the tied differed', () => {
    // D falls out and lifts B to A's four; B had three before, so B falls out, not A.
    const profile = profileOfRankings(['A', 'B', 'C', 'D'], papers([4, 'A'], [3, 'BC'], [5, 'C'], [1, 'DB']));
    const outcome = instantRunoff(profile);
    expect(outcome.ties).toEqual([
      {
        options: ['A', 'B'],
        matter: 'elimination',
        round: 2,
        brokenBy: 'earlier-round',
        decidedIn: 1,
        chosen: ['B'],
      },
    ]);
    expect(outcome.winners).toEqual(['C']);
  });

  it('draws the lot when the tied never differed', () => {
    const profile = profileOfRankings(['A', 'B', 'C'], papers([2, 'A'], [1, 'BA'], [1, 'CB']));
    expect(instantRunoff(profile).ties).toEqual([
      {
        options: ['B', 'C'],
        matter: 'elimination',
        round: 1,
        brokenBy: 'lot',
        decidedIn: null,
        chosen: ['C'],
      },
      {
        options: ['A', 'B'],
        matter: 'elimination',
        round: 2,
        brokenBy: 'earlier-round',
        decidedIn: 1,
        chosen: ['B'],
      },
    ]);
    expect(instantRunoff(profile, { lot: ['C', 'B', 'A'] }).rounds[0]!.eliminated).toBe('B');
  });

  it('elects nobody without papers', () => {
    expect(instantRunoff(profileOfRankings(['A', 'B'], [])).winners).toEqual([]);
  });

  it('refuses ballots with ties', () => {
    const profile = profileOfRankings(['A', 'B'], [{ ballot: [['A', 'B']], count: 1 }]);
    expect(() => instantRunoff(profile)).toThrow('without ties');
    expect(() => stvScottish(profile, 1)).toThrow('without ties');
  });
});

describe('Scottish STV', () => {
  it('transfers a surplus at a value cut to five decimals, then excludes the lowest', () => {
    // 20 papers, 2 seats: quota 7. A has 11, surplus 4: each paper goes on at 4/11 = 0.36363|6.
    const profile = profileOfRankings(
      ['A', 'B', 'C', 'D'],
      papers([8, 'AB'], [3, 'AC'], [3, 'B'], [4, 'C'], [2, 'DC']),
    );
    const outcome = stvScottish(profile, 2);
    expect(outcome.quota).toBe(7);
    expect(outcome.rounds).toEqual([
      {
        stage: 1,
        action: 'first-preferences',
        of: null,
        amount: null,
        transfers: {},
        notTransferable: '0.00000',
        cutOff: '0.00000',
        votes: { A: '11.00000', B: '3.00000', C: '4.00000', D: '2.00000' },
        elected: ['A'],
      },
      {
        stage: 2,
        action: 'surplus',
        of: 'A',
        amount: '4.00000',
        transfers: { B: '2.90904', C: '1.09089' },
        notTransferable: '0.00000',
        cutOff: '0.00007',
        votes: { A: '7.00000', B: '5.90904', C: '5.09089', D: '2.00000' },
        elected: [],
      },
      {
        stage: 3,
        action: 'exclusion',
        of: 'D',
        amount: '2.00000',
        transfers: { C: '2.00000' },
        notTransferable: '0.00000',
        cutOff: '0.00000',
        votes: { A: '7.00000', B: '5.90904', C: '7.09089', D: '0.00000' },
        elected: ['C'],
      },
    ]);
    expect(outcome.winners).toEqual(['A', 'C']);
    expect(outcome.order).toEqual(['A', 'C']);
  });

  it('fills the last vacancies without transfer (rule 52)', () => {
    const profile = profileOfRankings(['A', 'B', 'C'], papers([10, 'A'], [2, 'B'], [1, 'C']));
    const outcome = stvScottish(profile, 2);
    expect(outcome.quota).toBe(5);
    // A's surplus of 5 has nowhere to go; C is excluded; B fills the last seat far below the quota.
    expect(outcome.rounds.map((stage) => [stage.action, stage.notTransferable, stage.elected])).toEqual([
      ['first-preferences', '0.00000', ['A']],
      ['surplus', '5.00000', []],
      ['exclusion', '1.00000', ['B']],
    ]);
  });

  it('gives no stage to whoever has the quota exactly: there is no surplus', () => {
    const profile = profileOfRankings(['A', 'B', 'C'], papers([4, 'A'], [3, 'B'], [2, 'C']));
    const outcome = stvScottish(profile, 2);
    expect(outcome.quota).toBe(4);
    expect(outcome.rounds.map((stage) => stage.action)).toEqual(['first-preferences', 'exclusion']);
    expect(outcome.winners).toEqual(['A', 'B']);
  });

  it('decides equal surpluses by lot when they never differed, the lucky one first', () => {
    const profile = profileOfRankings(['A', 'B', 'C', 'D'], papers([5, 'AC'], [5, 'BD'], [1, 'C'], [1, 'D']));
    const first = stvScottish(profile, 3);
    expect(first.quota).toBe(4);
    expect(first.ties[0]).toEqual({
      options: ['A', 'B'],
      matter: 'surplus',
      round: 2,
      brokenBy: 'lot',
      decidedIn: null,
      chosen: ['A'],
    });
    expect(stvScottish(profile, 3, { lot: ['B', 'A'] }).rounds[1]!.of).toBe('B');
  });

  it('elects all when there are as many seats', () => {
    const profile = profileOfRankings(['A', 'B'], papers([3, 'A']));
    expect(stvScottish(profile, 2).winners).toEqual(['A', 'B']);
    expect(stvScottish(profile, 5).winners).toEqual(['A', 'B']);
  });

  it('counts blank papers in no quota', () => {
    const profile = profileOfRankings(
      ['A', 'B', 'C'],
      [...papers([3, 'A'], [2, 'B'], [1, 'C']), { ballot: [], count: 50 }],
    );
    expect(stvScottish(profile, 1).quota).toBe(4);
  });
});

describe('five decimals', () => {
  it('are cut, not rounded, also where the product passes what a number holds exactly', () => {
    expect(shareOfValue(100_000, 400_000, 1_100_000)).toBe(36_363);
    // 99999 × 8,999,999,999,999 ÷ 9,000,000,000,000: just below 99999.
    expect(shareOfValue(99_999, 8_999_999_999_999, 9_000_000_000_000)).toBe(99_998);
    expect(votesAsText(123_400_005)).toBe('1234.00005');
    expect(votesAsText(0)).toBe('0.00000');
  });
});
