import { describe, expect, it } from 'vitest';
import { kMeans } from './clusters.ts';
import { leadingDirections } from './leading-directions.ts';
import { silhouette } from './silhouette.ts';
import { consensusOfGroups, representativeness, shareTest, twoShareTest } from './statistics.ts';
import { representativeStatements } from './telling-statements.ts';
import { collectVotes, type OpinionVote, type OpinionVotes } from './votes.ts';

function poll(rows: Readonly<Record<string, readonly (OpinionVote | null)[]>>): OpinionVotes {
  const collector = collectVotes();
  for (const [participant, row] of Object.entries(rows)) {
    for (const [statement, vote] of row.entries()) {
      if (vote !== null) collector.add(participant, `s${statement}`, vote);
    }
  }
  return collector.votes();
}

describe('a share against one half', () => {
  it('is 2 √(seen + 1) · ((n + 1) / (seen + 1) − ½)', () => {
    // 8 of 8: 2 · 3 · (9/9 − 1/2) = 3. 3 of 8: 6 · (4/9 − 1/2) = −1/3. Nobody: 2 · 1 · (1 − 1/2) = 1.
    expect(shareTest(8, 8)).toBe(3);
    expect(shareTest(3, 8)).toBeCloseTo(-1 / 3, 12);
    expect(shareTest(0, 0)).toBe(1);
  });
});

describe('two shares against each other', () => {
  it('are compared by their pooled standard error, one added to each count', () => {
    // 7 of 7 against 1 of 7: (8/8 − 2/8) / √(10/16 · 6/16 · (1/8 + 1/8)) = 0.75 / √(15/256) = 12/√15.
    expect(twoShareTest(7, 7, 1, 7)).toBeCloseTo(12 / Math.sqrt(15), 12);
    expect(twoShareTest(1, 7, 7, 7)).toBeCloseTo(-12 / Math.sqrt(15), 12);
  });

  it('do not differ where everybody says the same', () => {
    expect(twoShareTest(4, 4, 9, 9)).toBe(0);
  });
});

describe('what stands for a group', () => {
  // Three against three on s0, all of one mind on s1, s2 seen by one.
  const votes = poll({
    a: [1, 1, null],
    b: [1, 1, 1],
    c: [1, 0, null],
    x: [-1, 1, null],
    y: [-1, 1, null],
    z: [-1, 1, null],
  });
  const groupOf = Int32Array.of(0, 0, 0, 1, 1, 1);

  it('is measured by share and ratio', () => {
    const [first] = representativeness(votes, groupOf, 2);
    // 3 of 3: share 4/5, test 2·2·(4/4 − 1/2) = 2; the rest 0 of 3: 1/5, so ratio 4;
    // (4/4 − 1/4) / √(5/8 · 3/8 · 2/4) = 0.75 / √(15/128).
    expect(first?.[0]).toEqual({
      agrees: 3,
      disagrees: 0,
      seen: 3,
      agree: { share: 4 / 5, shareTest: 2, ratio: 4, ratioTest: 0.75 / Math.sqrt(15 / 128) },
      disagree: {
        share: 1 / 5,
        shareTest: -1,
        ratio: 1 / 5 / (4 / 5),
        ratioTest: -0.75 / Math.sqrt(15 / 128),
      },
    });
    expect(first?.[1]).toMatchObject({ agrees: 2, seen: 3, agree: { share: 3 / 5, shareTest: 1 } });
  });

  it('is told where both tests are passed, agreed statements first', () => {
    const rows = representativeness(votes, groupOf, 2);
    const told = rows.map((row) =>
      representativeStatements(row, votes.statements).map(({ statement, side }) => [statement, side]),
    );
    expect(told).toEqual([[['s0', 'agree']], [['s0', 'disagree']]]);
  });

  it('is at most five statements, the strongest', () => {
    const split = poll(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, person) => [
          `p${String(person).padStart(2, '0')}`,
          Array.from({ length: 7 }, (__, place): OpinionVote => {
            if (person < 6) return place % 2 === 0 ? 1 : -1;
            // The seventh statement splits less well than the others.
            if (place === 6) return person < 8 ? 1 : -1;
            return place % 2 === 0 ? -1 : 1;
          }),
        ]),
      ),
    );
    const sides = Int32Array.from({ length: 12 }, (_, person) => (person < 6 ? 0 : 1));
    const told = representativeStatements(representativeness(split, sides, 2)[0] ?? [], split.statements);
    expect(told.map(({ statement, side }) => `${statement} ${side}`)).toEqual([
      's0 agree',
      's2 agree',
      's4 agree',
      's1 disagree',
      's3 disagree',
    ]);
  });

  it('is not what every group shares', () => {
    const tally = (agrees: number, disagrees: number, seen: number) => [{ agrees, disagrees, seen }];
    // (8+1)/(8+2) · (3+1)/(6+2) = 9/10 · 1/2.
    expect(consensusOfGroups([tally(8, 0, 8), tally(3, 1, 6)], 0)).toEqual({
      agree: 0.9 * 0.5,
      disagree: (1 / 10) * (2 / 8),
    });
  });
});

describe('leading directions', () => {
  const of = (cells: readonly (readonly number[])[]) =>
    leadingDirections({
      size: cells.length,
      multiply(source, target) {
        for (const [row, entries] of cells.entries()) {
          target[row] = entries.reduce((sum, entry, column) => sum + entry * (source[column] ?? 0), 0);
        }
      },
    });

  it('of (5 2 / 2 2) are (2, 1)/√5 with 6 and (−1, 2)/√5 with 1', () => {
    const { values, vectors } = of([
      [5, 2],
      [2, 2],
    ]);
    expect(values[0]).toBeCloseTo(6, 12);
    expect(values[1]).toBeCloseTo(1, 12);
    expect(vectors[0][0]).toBeCloseTo(2 / Math.sqrt(5), 12);
    expect(vectors[0][1]).toBeCloseTo(1 / Math.sqrt(5), 12);
    expect(vectors[1][0]).toBeCloseTo(-1 / Math.sqrt(5), 12);
    expect(vectors[1][1]).toBeCloseTo(2 / Math.sqrt(5), 12);
  });

  it('are nothing where there is nothing', () => {
    expect(of([[0]])).toEqual({ values: [0, 0], vectors: [Float64Array.of(0), Float64Array.of(0)] });
    expect(of([]).values).toEqual([0, 0]);
    const line = of([
      [1, 1],
      [1, 1],
    ]);
    expect(line.values[0]).toBeCloseTo(2, 12);
    expect(line.values[1]).toBe(0);
    expect([...line.vectors[1]]).toEqual([0, 0]);
  });
});

describe('groups in the plane', () => {
  const corners = Float64Array.of(0, 0, 0, 1, 10, 0, 10, 1);

  it('are the two pairs of points', () => {
    const found = kMeans(corners, 2);
    expect(found?.groupOf[0]).toBe(found?.groupOf[1]);
    expect(found?.groupOf[2]).toBe(found?.groupOf[3]);
    expect(found?.groupOf[0]).not.toBe(found?.groupOf[2]);
    expect(found?.spread).toBe(1);
    expect(kMeans(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
  });

  it('are set apart by 1 − a/b', () => {
    // Each point: 1 to its partner; 10 and √101 to the others.
    const b = (10 + Math.sqrt(101)) / 2;
    expect(silhouette(corners, Int32Array.of(0, 0, 1, 1), 2)).toBeCloseTo(1 - 1 / b, 12);
    // A point alone counts 0.
    expect(silhouette(Float64Array.of(0, 0, 0, 1, 10, 0), Int32Array.of(0, 0, 1), 2)).toBeCloseTo(
      (1 - 1 / 10 + 1 - 1 / Math.sqrt(101)) / 3,
      12,
    );
  });
});
