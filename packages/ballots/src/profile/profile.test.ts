import { describe, expect, it } from 'vitest';
import { firstBallotWithTie, isComplete } from './profile.ts';
import { profileBuilder } from './profile-builder.ts';
import { profileOfRankings } from './rankings.ts';

describe('a profile', () => {
  it('keeps each distinct ballot once, with its count', () => {
    const builder = profileBuilder(['water', 'road', 'lights']);
    builder.add([1, 0]);
    builder.add([0]);
    builder.add([1, 0], 4);
    const profile = builder.finish();
    expect(profile.ballots).toBe(6);
    expect(profile.distinct).toBe(2);
    expect([...profile.choices]).toEqual([1, 0, 0]);
    expect([...profile.starts]).toEqual([0, 2, 3]);
    expect([...profile.counts]).toEqual([5, 1]);
    expect(profile.tied).toBeNull();
  });

  it('takes level options in any order as one ballot', () => {
    const profile = profileOfRankings(
      [1, 2, 3, 4],
      [
        { ballot: [4, [3, 1, 2]], count: 1 },
        { ballot: [4, [1, 2, 3]], count: 2 },
        { ballot: [4, 1, 2, 3], count: 1 },
      ],
    );
    expect(profile.distinct).toBe(2);
    expect([...profile.counts]).toEqual([3, 1]);
    expect([...profile.tied!]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
    expect(firstBallotWithTie(profile)).toBe(0);
    expect(isComplete(profile)).toBe(true);
  });

  it('counts blank papers apart', () => {
    const profile = profileOfRankings(
      ['a', 'b'],
      [
        { ballot: [], count: 3 },
        { ballot: ['b'], count: 2 },
      ],
    );
    expect(profile).toMatchObject({ ballots: 2, blank: 3, distinct: 1 });
    expect(firstBallotWithTie(profile)).toBeNull();
    expect(isComplete(profile)).toBe(false);
  });

  it('stays right while it grows over many distinct ballots', () => {
    const options = Array.from({ length: 9 }, (_, i) => i);
    const builder = profileBuilder(options);
    for (let round = 0; round < 2; round += 1) {
      for (let a = 0; a < 9; a += 1) {
        for (let b = 0; b < 9; b += 1) {
          for (let c = 0; c < 9; c += 1) if (a !== b && b !== c && a !== c) builder.add([a, b, c], round + 1);
        }
      }
    }
    const profile = builder.finish();
    expect(profile.distinct).toBe(9 * 8 * 7);
    expect(profile.ballots).toBe(9 * 8 * 7 * 3);
    expect(new Set(profile.counts)).toEqual(new Set([3]));
  });

  it('refuses an option it does not know, or twice the same', () => {
    expect(() => profileOfRankings(['a'], [{ ballot: ['b'], count: 1 }])).toThrow('no option b');
    expect(() => profileOfRankings(['a'], [{ ballot: ['a', 'a'], count: 1 }])).toThrow('ranked twice');
  });
});
