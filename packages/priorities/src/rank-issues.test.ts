import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOrder } from './plain-order.ts';
import { rankIssues, type RankedIssue, type RankingInputs, replay } from './rank-issues.ts';

const issue = (id: string, support: number, byGroup: Record<string, number> = {}): RankedIssue => ({
  id,
  support,
  byGroup,
  publishedOn: '2026-10-01',
});

/** 100 children of Lvea, 20 of them with a disability. */
const lvea: RankingInputs = {
  participants: 100,
  groups: [
    { key: 'disability.YES', participants: 20 },
    { key: 'disability.NO', participants: 80 },
  ],
  issues: [
    issue('lights', 70, { 'disability.YES': 14, 'disability.NO': 56 }),
    issue('toilets', 60, { 'disability.YES': 12, 'disability.NO': 48 }),
    issue('road', 55, { 'disability.YES': 11, 'disability.NO': 44 }),
    issue('preschool', 50, { 'disability.YES': 10, 'disability.NO': 40 }),
    issue('rubbish', 45, { 'disability.YES': 9, 'disability.NO': 36 }),
    issue('ramp', 24, { 'disability.YES': 18, 'disability.NO': 6 }),
    issue('library', 20, { 'disability.YES': 4, 'disability.NO': 16 }),
  ],
};
const idsOf = (inputs: RankingInputs): string[] => rankIssues(inputs).places.map((place) => place.id);

describe('a ranking', () => {
  it('keeps the fifth slot for what a fifth of the children want most', () => {
    expect(idsOf(lvea)).toEqual(['lights', 'toilets', 'road', 'preschool', 'ramp', 'rubbish', 'library']);
  });

  it('says why every issue stands where it stands', () => {
    const places = rankIssues(lvea).places;
    expect(places[4]).toEqual({
      id: 'ramp',
      position: 5,
      plainPosition: 6,
      support: 24,
      share: 0.24,
      // (0.24 + 0.0082125 − 1.2816 · √(0.1824 + 0.0041062) / 10) / 1.016425
      lowerBound: expect.closeTo(0.189748, 5),
      tieBreak: null,
      // √(7/82 · 19/22)
      groupBalancedScore: expect.closeTo(0.271527, 5),
      importantTo: ['disability.YES'],
      kept: { groupKey: 'disability.YES', choice: 1, dueBy: 5 },
    });
    expect(places[5]).toMatchObject({
      id: 'rubbish',
      position: 6,
      plainPosition: 5,
      kept: null,
      importantTo: [],
    });
  });

  it('keeps no slot for what stands high enough by itself', () => {
    const loved = {
      ...lvea,
      issues: [...lvea.issues, issue('ramp2', 88, { 'disability.YES': 20, 'disability.NO': 68 })],
    };
    expect(rankIssues(loved).places[0]).toMatchObject({ id: 'ramp2', kept: null });
  });

  it('leaves groups under ten children out, even of what it keeps for replay', () => {
    const small = { ...lvea, groups: [{ key: 'disability.YES', participants: 9 }] };
    const ranking = rankIssues(small);
    expect(ranking.places[4]).toMatchObject({ id: 'rubbish', groupBalancedScore: null, importantTo: [] });
    expect(JSON.stringify(ranking)).not.toContain('disability');
  });

  it('without participants or issues is empty or plain', () => {
    expect(rankIssues({ participants: 0, groups: [], issues: [] }).places).toEqual([]);
    expect(
      rankIssues({ participants: 0, groups: [], issues: [issue('b', 0), issue('a', 0)] }).places,
    ).toMatchObject([
      { id: 'a', share: 0, tieBreak: null },
      { id: 'b', share: 0, tieBreak: 'ID' },
    ]);
  });

  it('is plain JSON that can be replayed', () => {
    const ranking = rankIssues(lvea);
    const kept = JSON.parse(JSON.stringify(ranking)) as typeof ranking;
    expect(kept).toEqual(ranking);
    expect(replay(kept.inputs)).toEqual(ranking);
  });

  it('lets claims of several splits slide when they claim more than there is', () => {
    // Three splits, each with one group of half the children whose favourite only they support: all due second.
    const groups = ['x', 'y', 'z'].map((key) => ({ key, participants: 50 }));
    const favourites = groups.map(({ key }) => issue(key, 30, { [key]: 30 }));
    const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => issue(id, 60, { x: 29, y: 29, z: 29 }));
    const ranking = rankIssues({ participants: 100, groups, issues: [...favourites, ...others] });
    expect(ranking.places.slice(0, 4).map((place) => place.id)).toEqual(['x', 'y', 'z', 'a']);
    expect(ranking.places[2]!.kept).toEqual({ groupKey: 'z', choice: 1, dueBy: 2 });
  });

  it('ranks 10,000 issues, each once', () => {
    const many: RankingInputs = {
      participants: 4_000,
      groups: [
        { key: 'girl', participants: 2_100 },
        { key: 'boy', participants: 1_900 },
      ],
      issues: Array.from({ length: 10_000 }, (_, index) => {
        const girl = (index * 7_919) % 2_101;
        const boy = (index * 104_729) % 1_901;
        return issue(`i${index}`, girl + boy, { girl, boy });
      }),
    };
    expect(new Set(idsOf(many)).size).toBe(10_000);
  });
});

/** Children of one split, and issues they support by group. */
const someInputs = fc
  .record({
    sizes: fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 4 }),
    unsaid: fc.integer({ min: 0, max: 30 }),
    parts: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
      maxLength: 25,
    }),
  })
  .map(({ sizes, unsaid, parts }): RankingInputs => {
    const groups = sizes.map((participants, index) => ({ key: `g${index}`, participants }));
    const participants = unsaid + sizes.reduce((sum, size) => sum + size, 0);
    const issues = parts.map((part, index) => {
      const byGroup = Object.fromEntries(
        groups.map((group, of) => [group.key, Math.round(group.participants * part[of]!)]),
      );
      const known = Object.values(byGroup).reduce((sum, count) => sum + count, 0);
      return issue(`i${index}`, known + Math.round(unsaid * part[4]!), byGroup);
    });
    return { participants, groups, issues };
  });

describe('every ranking', () => {
  it('does not depend on the order of its inputs', () => {
    fc.assert(
      fc.property(someInputs, fc.nat(), (inputs, turn) => {
        const shuffled = {
          ...inputs,
          groups: inputs.groups.toReversed(),
          issues: inputs.issues.toSorted(
            (one, other) => ((one.support * 31 + turn) % 17) - ((other.support * 31 + turn) % 17),
          ),
        };
        expect(rankIssues(shuffled)).toEqual(rankIssues(inputs));
      }),
    );
  });

  it('gives each group of a split its share of every beginning of the list', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const { places } = rankIssues(inputs);
        const plainPosition = new Map(places.map((place) => [place.id, place.plainPosition]));
        for (const group of inputs.groups) {
          const own = inputs.issues.toSorted(
            (one, other) =>
              other.byGroup[group.key]! - one.byGroup[group.key]! ||
              plainPosition.get(one.id)! - plainPosition.get(other.id)!,
          );
          for (let k = 1; k <= places.length; k += 1) {
            const entitled = Math.floor((k * group.participants) / inputs.participants);
            const first = places.slice(0, k).map((place) => place.id);
            for (const wanted of own.slice(0, entitled)) {
              const place = places.find((each) => each.id === wanted.id)!;
              if (place.importantTo.includes(group.key)) expect(first).toContain(wanted.id);
            }
          }
        }
      }),
    );
  });

  it('keeps the plain order among issues that needed no slot', () => {
    fc.assert(
      fc.property(someInputs, (inputs) => {
        const plain = rankIssues(inputs)
          .places.filter((place) => place.kept === null)
          .map((place) => place.plainPosition);
        expect(plain).toEqual(plain.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('the plain order', () => {
  const plain = (id: string, support: number, participants: number, publishedOn = '2026-10-01') => ({
    id,
    support,
    participants,
    publishedOn,
  });

  it('compares communes by what is sure, not by counts', () => {
    const places = plainOrder([plain('large', 90, 400), plain('small', 8, 10), plain('middle', 70, 100)]);
    expect(places.map((place) => place.id)).toEqual(['middle', 'small', 'large']);
  });

  it('breaks ties by age, then by id, and says so', () => {
    const places = plainOrder([
      plain('b', 5, 10),
      plain('a', 5, 10),
      plain('older', 5, 10, '2026-09-01'),
      plain('first', 6, 10),
    ]);
    expect(places.map((place) => [place.id, place.tieBreak])).toEqual([
      ['first', null],
      ['older', null],
      ['a', 'OLDER'],
      ['b', 'ID'],
    ]);
  });

  it('takes a count above the participants as all of them', () => {
    expect(plainOrder([plain('a', 11, 10)])[0]).toMatchObject({ share: 1 });
  });

  it('never lowers an issue for more support', () => {
    const supports = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(supports, fc.nat(), (counts, pick) => {
        const issues = counts.map((support, index) => plain(`i${index}`, support, 100));
        const lucky = pick % issues.length;
        const more = issues.map((each, index) =>
          index === lucky ? { ...each, support: each.support + 1 } : each,
        );
        const position = (among: typeof issues): number =>
          plainOrder(among).findIndex((place) => place.id === `i${lucky}`);
        expect(position(more)).toBeLessThanOrEqual(position(issues));
      }),
    );
  });
});
