import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from './components.ts';
import { findOpinionGroups } from './find-opinion-groups.ts';
import { collectVotes, type OpinionVote, type OpinionVotes } from './votes.ts';

type Entry = readonly [participant: string, statement: string, vote: OpinionVote];

function votesOf(entries: readonly Entry[]): OpinionVotes {
  const collector = collectVotes();
  for (const [participant, statement, vote] of entries) collector.add(participant, statement, vote);
  return collector.votes();
}

/** Two schools: 14 children say yes where 12 others say no, on s0 to s5; on s6 and s7 all agree, one passes. */
function twoSchools(): Entry[] {
  const name = (child: number): string => `child-${String(child).padStart(2, '0')}`;
  return Array.from({ length: 26 }, (_, child) => child).flatMap((child) =>
    Array.from({ length: 8 }, (_, place): Entry => {
      const isFirst = child < 14;
      const strays = (child * 7 + place * 3) % 11 === 0;
      const vote: OpinionVote = place >= 6 ? (child === 3 ? 0 : 1) : isFirst !== strays ? 1 : -1;
      return [name(child), `s${place}`, vote];
    }),
  );
}

describe('finding opinion groups', () => {
  it('tells two schools apart and what both want', () => {
    const outcome = findOpinionGroups(votesOf(twoSchools()));
    expect(outcome).toMatchObject({
      rule: 'opinion-groups',
      winners: [],
      clear: true,
      unclearBecause: null,
      participants: 26,
      counted: 26,
      statements: 8,
      sizes: [14, 12],
    });
    expect(outcome.groups['child-00']).toBe(0);
    expect(outcome.groups['child-25']).toBe(1);
    const [first, second] = outcome.representative;
    expect(first?.statements.map(({ side }) => side)).toEqual(Array(5).fill('agree'));
    expect(second?.statements.map(({ side }) => side)).toEqual(Array(5).fill('disagree'));
    expect(outcome.common.agree.map(({ statement }) => statement).slice(0, 2)).toEqual(['s6', 's7']);
    expect(outcome.consensus.slice(0, 2)).toEqual([
      { statement: 's6', agree: (14 / 16) * (13 / 14), disagree: (1 / 16) * (1 / 14) },
      { statement: 's7', agree: (14 / 16) * (13 / 14), disagree: (1 / 16) * (1 / 14) },
    ]);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('tells no group of fewer than the small-cell limit, and never of fewer than five', () => {
    const few = twoSchools().filter(([child]) => child < 'child-23');
    const outcome = findOpinionGroups(votesOf(few));
    expect(outcome).toMatchObject({
      clear: false,
      unclearBecause: 'group-too-small',
      sizes: [],
      representative: [],
    });
    expect(new Set(Object.values(outcome.groups))).toEqual(new Set([null]));
    expect(findOpinionGroups(votesOf(few), { smallCellLimit: 9 }).sizes).toEqual([14, 9]);
    const fewer = twoSchools().filter(([child]) => child < 'child-18');
    expect(findOpinionGroups(votesOf(fewer), { smallCellLimit: 1 }).clear).toBe(false);
  });

  it('finds no groups where all are of one mind, or nearly nobody voted', () => {
    const alike = twoSchools().map(([child, statement]): Entry => [child, statement, 1]);
    expect(findOpinionGroups(votesOf(alike))).toMatchObject({
      clear: false,
      unclearBecause: 'not-set-apart',
    });
    expect(findOpinionGroups(votesOf(alike.slice(0, 24)))).toMatchObject({ clear: false, counted: 3 });
    expect(findOpinionGroups(votesOf([]))).toMatchObject({ clear: false, participants: 0, tried: [] });
  });

  it('finds no groups where everybody answers by the coin', () => {
    let state = 4;
    const coin = (): OpinionVote => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32 < 0.5 ? 1 : -1;
    };
    const entries = Array.from({ length: 400 }, (_, at): Entry => [
      `${Math.floor(at / 40)}`,
      `${at % 40}`,
      coin(),
    ]);
    expect(findOpinionGroups(votesOf(entries), { smallCellLimit: 5 }).clear).toBe(false);
  });

  it('counts those with seven votes, and the fifteen most active in any case', () => {
    const idle: Entry[] = Array.from({ length: 6 }, (_, place) => ['idle', `s${place}`, 1]);
    const outcome = findOpinionGroups(votesOf([...twoSchools(), ...idle]));
    expect(outcome.counted).toBe(26);
    expect(outcome.groups['idle']).toBeNull();
    const small = twoSchools().filter(([child, statement]) => child < 'child-20' && statement < 's3');
    expect(findOpinionGroups(votesOf(small)).counted).toBe(20);
    const quiet = twoSchools().filter(
      ([child, statement]) => child < 'child-20' && (child < 'child-04' || statement < 's3'),
    );
    expect(findOpinionGroups(votesOf(quiet)).counted).toBe(15);
  });

  it('leaves out what was moderated out, as if nobody had voted on it', () => {
    const spam: Entry[] = Array.from({ length: 26 }, (_, child) => [
      `child-${String(child).padStart(2, '0')}`,
      'spam',
      child % 2 === 0 ? 1 : -1,
    ]);
    const outcome = findOpinionGroups(votesOf([...twoSchools(), ...spam]), { leaveOut: ['spam'] });
    expect(outcome).toEqual(findOpinionGroups(votesOf(twoSchools())));
  });

  const entries = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 30 }).map(String),
      fc.integer({ min: 0, max: 9 }).map(String),
      fc.constantFrom<OpinionVote>(-1, 0, 1, 1),
    ),
    { maxLength: 250 },
  );

  it('does not depend on the order in which votes arrived', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (arrived, keys) => {
        const last = [...new Map(arrived.map((entry) => [`${entry[0]} ${entry[1]}`, entry])).values()];
        const shuffled = last
          .map((entry) => ({ entry, key: keys.next().value as number }))
          .sort((left, right) => left.key - right.key)
          .map(({ entry }) => entry);
        const parameters = { smallCellLimit: 5 };
        expect(findOpinionGroups(votesOf(shuffled), parameters)).toEqual(
          findOpinionGroups(votesOf(arrived), parameters),
        );
      }),
    );
  });

  it('finds the same groups when agree and disagree change places', () => {
    const turned = twoSchools().map(([child, statement, vote]): Entry => [
      child,
      statement,
      (vote === 0 ? 0 : -vote) as OpinionVote,
    ]);
    const outcome = findOpinionGroups(votesOf(turned));
    expect(outcome.groups).toEqual(findOpinionGroups(votesOf(twoSchools())).groups);
    expect(outcome.representative[0]?.statements.every(({ side }) => side === 'disagree')).toBe(true);
  });

  it('takes directions that are orthogonal, of length one, and explain at most everything', () => {
    fc.assert(
      fc.property(entries, (arrived) => {
        const { first, second, explained, positions, centre } = components(votesOf(arrived));
        const dot = (left: Float64Array, right: Float64Array): number =>
          left.reduce((sum, entry, place) => sum + entry * (right[place] ?? 0), 0);
        for (const direction of [first, second]) {
          const length = dot(direction, direction);
          expect(Math.min(Math.abs(length - 1), length)).toBeLessThan(1e-9);
        }
        expect(Math.abs(dot(first, second))).toBeLessThan(1e-9);
        expect(explained[0]).toBeGreaterThanOrEqual(explained[1]);
        expect(explained[0] + explained[1]).toBeLessThan(1 + 1e-9);
        expect([...positions, ...centre].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
