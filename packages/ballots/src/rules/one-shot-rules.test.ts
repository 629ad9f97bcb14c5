import { describe, expect, it } from 'vitest';
import { profileOfRankings, type Ranking } from '../profile/rankings.ts';
import { approval } from './approval.ts';
import { approvedInRanking } from './approved-in-ranking.ts';
import { borda } from './borda.ts';
import { condorcetWinner, pairwiseRows, pairwiseTable } from './pairwise.ts';
import { plurality } from './plurality.ts';
import { canCount } from './ranked-rules.ts';
import { schulze } from './schulze.ts';

const options = ['a', 'b', 'c', 'd', 'e'];

/** "5: a c b" lines as a profile; "[b c]" stands level. */
function profileOf(names: readonly string[], lines: string) {
  const ballots = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [count, ranking] = line.trim().split(':');
      const levels = ranking!.trim().match(/\[[^\]]*\]|\S+/g) ?? [];
      const ballot: Ranking<string> = levels.map((level) =>
        level.startsWith('[') ? level.slice(1, -1).split(' ') : level,
      );
      return { ballot, count: Number(count) };
    });
  return profileOfRankings(names, ballots);
}

describe('the 45 voters of Schulze 2011, section 3 (example 1)', () => {
  const profile = profileOf(
    options,
    `5: a c b e d
     5: a d e c b
     8: b e d a c
     3: c a b e d
     7: c a e b d
     2: c b a d e
     7: d c e b a
     8: e b a d c`,
  );

  it('have the printed table of pairwise victories', () => {
    expect(pairwiseRows(pairwiseTable(profile))).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
  });

  it('elect e, over a, c, b, d, by the printed strongest paths', () => {
    const outcome = schulze(profile);
    expect(outcome.winners).toEqual(['e']);
    expect(outcome.order).toEqual(['e', 'a', 'c', 'b', 'd']);
    expect(outcome.rounds[0].paths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    expect(outcome.rounds[0].condorcetWinner).toBeNull();
    expect(outcome.ties).toEqual([]);
  });
});

describe('capitals of Tennessee, the textbook case of four towns and 100 voters', () => {
  const towns = ['memphis', 'nashville', 'chattanooga', 'knoxville'];
  const profile = profileOf(
    towns,
    `42: memphis nashville chattanooga knoxville
     26: nashville chattanooga knoxville memphis
     15: chattanooga knoxville nashville memphis
     17: knoxville chattanooga nashville memphis`,
  );

  it('plurality takes the largest town, pairs and Borda the middle one', () => {
    expect(plurality(profile).winners).toEqual(['memphis']);
    expect(condorcetWinner(pairwiseTable(profile))).toBe('nashville');
    expect(schulze(profile).winners).toEqual(['nashville']);
    // Nashville over Memphis 58–42, over Chattanooga 68–32, over Knoxville 68–32: 16 + 36 + 36.
    expect(borda(profile).rounds[0].scores).toEqual({
      memphis: 3 * (42 - 58),
      nashville: 88,
      chattanooga: 16 - 36 + 66,
      knoxville: 16 - 36 - 66,
    });
    expect(borda(profile).order).toEqual(['nashville', 'chattanooga', 'memphis', 'knoxville']);
  });
});

describe('short ballots and ballots with ties', () => {
  const profile = profileOf(
    ['a', 'b', 'c', 'd'],
    `3: a
     2: [b c] a
     1: d b`,
  );

  it('unlisted options stand below the listed ones and level with one another', () => {
    expect(pairwiseRows(pairwiseTable(profile))).toEqual([
      [0, 3, 3, 5],
      [3, 0, 1, 2],
      [2, 0, 0, 2],
      [1, 1, 1, 0],
    ]);
  });

  it('Borda is symmetric: the scores add up to zero', () => {
    const { scores } = borda(profile).rounds[0];
    expect(scores).toEqual({ a: 11 - 6, b: 6 - 4, c: 4 - 5, d: 3 - 9 });
    expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBe(0);
  });

  it('a shared first place counts for none by plurality', () => {
    expect(plurality(profile).rounds[0]).toEqual({ tally: { a: 3, b: 0, c: 0, d: 1 }, undecided: 2 });
  });

  it('approval counts every listed option; the upper of two levels is what a tied ballot approves', () => {
    expect(approval(profile).rounds[0]).toEqual({ tally: { a: 5, b: 3, c: 2, d: 1 }, papers: 6 });
    expect(approvedInRanking(profile)).not.toBeNull();
    const complete = profileOf(['a', 'b', 'c'], '2: [a b] c\n1: c [a b]\n4: [a b c]');
    expect(approval(approvedInRanking(complete)!).rounds[0].tally).toEqual({ a: 6, b: 6, c: 5 });
    expect(approvedInRanking(profileOf(['a', 'b', 'c'], '1: a b c'))).toBeNull();
  });

  it('runoffs cannot count them', () => {
    expect(canCount(profile, 'instant-runoff')).toBe(false);
    expect(canCount(profile, 'stv-scottish')).toBe(false);
    expect(canCount(profile, 'schulze')).toBe(true);
  });
});

describe('ties', () => {
  const profile = profileOf(['a', 'b', 'c', 'd'], '2: a\n2: b\n2: c\n1: d');

  it('for the first place are left standing', () => {
    const outcome = plurality(profile);
    expect(outcome.winners).toEqual(['a', 'b', 'c']);
    expect(outcome.ties).toEqual([
      {
        options: ['a', 'b', 'c'],
        matter: 'winner',
        round: null,
        brokenBy: 'left',
        decidedIn: null,
        chosen: [],
      },
    ]);
  });

  it('for a seat are broken by the lot, and recorded', () => {
    const outcome = plurality(profile, { seats: 2, lot: ['d', 'c', 'b', 'a'] });
    expect(outcome.winners).toEqual(['b', 'c']);
    expect(outcome.order).toEqual(['c', 'b', 'a', 'd']);
    expect(outcome.ties).toEqual([
      {
        options: ['a', 'b', 'c'],
        matter: 'seat',
        round: null,
        brokenBy: 'lot',
        decidedIn: null,
        chosen: ['c', 'b'],
      },
    ]);
    expect(plurality(profile, { seats: 3 }).ties).toEqual([]);
    expect(plurality(profile, { seats: 9 }).winners).toEqual(['a', 'b', 'c', 'd']);
  });

  it('a lot that names a stranger is a mistake of the caller', () => {
    expect(() => plurality(profile, { lot: ['z'] })).toThrow('no option');
  });
});
