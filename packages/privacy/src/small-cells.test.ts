import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivableAcross, hideAcross, type PublishedFigure } from './across.ts';
import { bandOfAge, bandsOfAge, wholePercent } from './published.ts';
import { boundsFrom } from './simplex.ts';
import { type CountTable, everyPlace, feasibleInterval, hideSmallCells, valueAt } from './small-cells.ts';

const table = (counts: number[][]): CountTable => ({
  rows: counts.map((_, row) => `row ${row}`),
  columns: counts[0]!.map((_, column) => `column ${column}`),
  counts,
});

describe('bounds', () => {
  it('of a two-way table are those found by hand', () => {
    // a b | 10      a + b = 10, c + d = 20, a + c = 12, b + d = 18: a from 0 to 10
    // c d | 20
    const bounds = boundsFrom(4, [
      { of: [0, 1], value: 10 },
      { of: [2, 3], value: 20 },
      { of: [0, 2], value: 12 },
      { of: [1, 3], value: 18 },
    ])!;
    expect(bounds.of([0])).toEqual({ min: 0, max: 10 });
    expect(bounds.of([2])).toEqual({ min: 2, max: 12 });
    expect(bounds.of([0, 3])).toEqual({ min: 8, max: 28 });
    expect(bounds.of([0, 1, 2, 3])).toEqual({ min: 30, max: 30 });
  });

  it('are open above where nothing holds a count', () => {
    const bounds = boundsFrom(3, [{ of: [0, 1], value: 5 }])!;
    expect(bounds.of([0])).toEqual({ min: 0, max: 5 });
    expect(bounds.of([2])).toEqual({ min: 0, max: Infinity });
    expect(bounds.of([0, 1, 2])).toEqual({ min: 5, max: Infinity });
  });

  it('see that sums contradict each other', () => {
    expect(
      boundsFrom(2, [
        { of: [0], value: 5 },
        { of: [0, 1], value: 3 },
      ]),
    ).toBeNull();
  });

  it('agree with trying every table', () => {
    const smallTable = fc.record({
      counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      sums: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 }),
      asked: fc.integer({ min: 1, max: 15 }),
    });
    const members = (mask: number) => [0, 1, 2, 3].filter((bit) => mask & (1 << bit));
    fc.assert(
      fc.property(smallTable, ({ counts, sums, asked }) => {
        const total = (of: number[], from: readonly number[]) => of.reduce((sum, at) => sum + from[at]!, 0);
        const known = sums.map((mask) => ({ of: members(mask), value: total(members(mask), counts) }));
        const reached: number[] = [];
        const held = new Set(known.flatMap(({ of }) => of));
        if (members(asked).some((at) => !held.has(at))) return;
        for (let code = 0; code < 13 ** 4; code += 1) {
          const tried = [code % 13, ((code / 13) | 0) % 13, ((code / 169) | 0) % 13, (code / 2197) | 0];
          if (known.every(({ of, value }) => total(of, tried) === value))
            reached.push(total(members(asked), tried));
        }
        const bounds = boundsFrom(4, known)!.of(members(asked));
        expect(bounds.min).toBeLessThanOrEqual(Math.min(...reached));
        expect(bounds.max).toBeGreaterThanOrEqual(Math.max(...reached));
        // Never looser than one, the most that whole counts can lose against fractions here.
        expect(bounds.min).toBeGreaterThanOrEqual(Math.min(...reached) - 1);
        expect(bounds.max).toBeLessThanOrEqual(Math.max(...reached) + 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hideSmallCells', () => {
  it('shows a table without small cells as it is', () => {
    expect(
      hideSmallCells(
        table([
          [10, 20],
          [30, 40],
        ]),
      ),
    ).toMatchObject({
      cells: [
        [10, 20],
        [30, 40],
      ],
      rowTotals: [30, 70],
      columnTotals: [40, 60],
      total: 100,
    });
  });

  it('hides the complement of a small cell, or subtraction gives it', () => {
    expect(hideSmallCells(table([[4, 30]]))).toMatchObject({ cells: [[null, null]], total: 34 });
    expect(hideSmallCells(table([[4, 30, 50]]))).toMatchObject({ cells: [[null, null, 50]], total: 84 });
  });

  it('hides a large cell whose complement is small', () => {
    expect(hideSmallCells(table([[3, 20, 4]]))).toMatchObject({ cells: [[null, null, null]], total: 27 });
  });

  it('hides four cells of a two-way table for the sake of one', () => {
    const { cells, rowTotals, columnTotals, total } = hideSmallCells(
      table([
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
    );
    expect(cells.flat().filter((cell) => cell === null)).toHaveLength(4);
    expect(cells).toEqual([
      [null, null, 30],
      [null, null, 60],
      [70, 80, 90],
    ]);
    expect([...rowTotals, ...columnTotals, total]).not.toContain(null);
  });

  it('hides all of a table that is small as a whole', () => {
    expect(
      hideSmallCells(
        table([
          [1, 2],
          [0, 3],
        ]),
      ),
    ).toMatchObject({
      cells: [
        [null, null],
        [null, null],
      ],
      rowTotals: [null, null],
      columnTotals: [null, null],
      total: null,
    });
  });

  it('hides one figure once where a total is a cell again', () => {
    expect(hideSmallCells(table([[5]]))).toMatchObject({
      cells: [[null]],
      rowTotals: [null],
      columnTotals: [null],
      total: null,
    });
    expect(hideSmallCells(table([[50]]))).toMatchObject({
      cells: [[50]],
      rowTotals: [50],
      columnTotals: [50],
      total: 50,
    });
    expect(hideSmallCells(table([[20], [4], [30]]))).toMatchObject({
      columnTotals: [54],
      total: 54,
      rowTotals: [null, null, 30],
    });
  });

  it('takes the limit it is given', () => {
    expect(hideSmallCells(table([[4, 30]]), { limit: 3 }).cells).toEqual([[4, 30]]);
  });

  it('refuses what is no table of counts', () => {
    expect(() => hideSmallCells(table([[1, -1]]))).toThrow(RangeError);
    expect(() => hideSmallCells(table([[1.5]]))).toThrow(RangeError);
    expect(() => hideSmallCells({ rows: ['a'], columns: ['b', 'c'], counts: [[1]] })).toThrow(RangeError);
  });

  it('leaves nothing to derive in any table, and shows nothing under the limit', () => {
    const anyTable = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 200 })), {
            minLength: columns,
            maxLength: columns,
          }),
          { minLength: rows, maxLength: rows },
        ),
      );
    fc.assert(
      fc.property(anyTable, (counts) => {
        const given = table(counts);
        const shown = hideSmallCells(given);
        for (const place of everyPlace(given)) {
          const value = valueAt(shown, place);
          const { min, max } = feasibleInterval(shown, place);
          const inRow = counts.filter((_, row) => place.row === null || row === place.row);
          const truth = inRow.flatMap((row) =>
            row.filter((_, column) => place.column === null || column === place.column),
          );
          const sum = truth.reduce((a, b) => a + b, 0);
          expect(min).toBeLessThanOrEqual(sum);
          expect(max).toBeGreaterThanOrEqual(sum);
          if (value === null) expect(max - min).toBeGreaterThanOrEqual(10);
          else {
            expect(value).toBe(sum);
            expect(value).toBeGreaterThanOrEqual(10);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('several publications', () => {
  const bySex: PublishedFigure[] = [
    { label: 'girls', of: ['girls 10–13', 'girls 14–17'], value: 40 },
    { label: 'boys', of: ['boys 10–13', 'boys 14–17'], value: 30 },
  ];
  const byAge: PublishedFigure[] = [
    { label: '10–13', of: ['girls 10–13', 'boys 10–13'], value: null },
    { label: '14–17', of: ['girls 14–17', 'boys 14–17'], value: 64 },
  ];

  it('show together what each hides alone', () => {
    expect(derivableAcross([bySex])).toEqual([]);
    expect(derivableAcross([byAge])).toEqual([]);
    expect(derivableAcross([bySex, byAge])).toEqual([{ label: '10–13', min: 6, max: 6 }]);
  });

  it('hide in the new table what the old one would give away', () => {
    const next = hideAcross(
      [bySex],
      byAge.map((figure) => ({ ...figure, value: figure.value ?? 6 })),
    );
    expect(next.map(({ value }) => value)).toEqual([null, null]);
    expect(derivableAcross([bySex, next])).toEqual([]);
  });

  it('hide what two months give away by their difference', () => {
    const october: PublishedFigure[] = [{ label: 'October', of: ['before October'], value: 50 }];
    const november = [{ label: 'November', of: ['before October', 'in November'], value: 53 }];
    const newOnes: PublishedFigure = { label: 'new in November', of: ['in November'], value: null };
    expect(derivableAcross([october, [...november, newOnes]])).toEqual([
      { label: 'new in November', min: 3, max: 3 },
    ]);
    const next = hideAcross([october], [...november, { ...newOnes, value: 3 }]);
    expect(next.map(({ value }) => value)).toEqual([null, null]);
  });

  it('leave nothing to derive, whatever the tables', () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 80 })), {
      minLength: 6,
      maxLength: 6,
    });
    const names = ['girls', 'boys'].flatMap((sex) => ['10', '14', '18'].map((age) => `${sex} ${age}`));
    fc.assert(
      fc.property(counts, (cells) => {
        const figure = (label: string, pick: (name: string) => boolean) => {
          const of = names.filter(pick);
          return { label, of, value: of.reduce((sum, name) => sum + cells[names.indexOf(name)]!, 0) };
        };
        const all = figure('all', () => true);
        const sexes = ['girls', 'boys'].map((sex) => figure(sex, (name) => name.startsWith(sex)));
        const ages = ['10', '14', '18'].map((age) => figure(age, (name) => name.endsWith(age)));
        const first = hideAcross([], [all, ...sexes]);
        const second = hideAcross([first], [all, ...ages]);
        const seen = second[0]!.value !== null || first[0]!.value === null;
        // The total is the same figure in both: what one hides, the other must not show.
        if (seen) expect(derivableAcross([first, second])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('are refused when they contradict each other', () => {
    expect(() =>
      derivableAcross([[{ label: 'a', of: ['x'], value: 5 }], [{ label: 'b', of: ['x'], value: 6 }]]),
    ).toThrow(RangeError);
  });
});

describe('published figures', () => {
  it('know the age bands', () => {
    expect([9, 10, 13, 14, 17, 18, 24, 25].map(bandOfAge)).toEqual([
      null,
      'AGE_10_13',
      'AGE_10_13',
      'AGE_14_17',
      'AGE_14_17',
      'AGE_18_24',
      'AGE_18_24',
      null,
    ]);
    expect(bandsOfAge.map(({ from, to }) => `${from}–${to}`)).toEqual(['10–13', '14–17', '18–24']);
  });

  it('round shares to whole percent and hide small ones and their complements', () => {
    expect(wholePercent(30, 80)).toBe(38);
    expect(wholePercent(9, 80)).toBeNull();
    expect(wholePercent(71, 80)).toBeNull();
    expect(wholePercent(0, 0)).toBeNull();
  });
});
