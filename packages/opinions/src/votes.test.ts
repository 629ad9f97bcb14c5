import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectVotes, type OpinionVote, type OpinionVotes } from './votes.ts';

function collected(entries: readonly (readonly [string, string, OpinionVote])[]): OpinionVotes {
  const collector = collectVotes();
  for (const [participant, statement, vote] of entries) collector.add(participant, statement, vote);
  return collector.votes();
}

describe('collecting votes', () => {
  it('puts people and statements in the order of their ids, numbers as numbers', () => {
    const votes = collected([
      ['10', 'b', 1],
      ['9', 'b', -1],
      ['10', 'a', 0],
    ]);
    expect(votes).toEqual({
      participants: ['9', '10'],
      statements: ['a', 'b'],
      start: Int32Array.of(0, 1, 3),
      statement: Int32Array.of(1, 0, 1),
      vote: Int8Array.of(-1, 0, 1),
    });
  });

  it('keeps the last vote of a person on a statement', () => {
    const votes = collected([
      ['dara', 's', 1],
      ['dara', 't', 1],
      ['dara', 's', -1],
    ]);
    expect([...votes.vote]).toEqual([-1, 1]);
  });

  it('is empty when nobody voted', () => {
    expect(collected([])).toMatchObject({ participants: [], statements: [], start: Int32Array.of(0) });
  });

  it('agrees with a map of pairs, in whatever order the pairs come', () => {
    const entry = fc.tuple(
      fc.integer({ min: 0, max: 12 }).map(String),
      fc.constantFrom('១', 'a', '😀', 'ﬁ', 'b'),
      fc.constantFrom<OpinionVote>(-1, 0, 1),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const votes = collected(entries);
        const read = votes.participants.flatMap((participant, person) =>
          Array.from(
            votes.statement.subarray(votes.start[person], votes.start[person + 1]),
            (statement, place) => [
              `${participant} ${votes.statements[statement]}`,
              votes.vote[votes.start[person]! + place],
            ],
          ),
        );
        expect(new Map(read as [string, number][])).toEqual(
          new Map(entries.map(([participant, statement, vote]) => [`${participant} ${statement}`, vote])),
        );
        expect(read.length).toBe(votes.vote.length);
      }),
    );
  });
});
