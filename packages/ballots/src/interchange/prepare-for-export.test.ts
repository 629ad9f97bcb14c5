import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageBand, prepareForExport, type VoterBallot } from './prepare-for-export.ts';

const first = () => 0;
const voters = (count: number, age: number, district: string): VoterBallot<string>[] =>
  Array.from({ length: count }, () => ({ ballot: `${age} ${district}`, age, district, sex: 'girl' }));

describe('ballots prepared for export', () => {
  it('tell age bands, never ages', () => {
    expect([9, 10, 13, 14, 17, 18, 24, 25, null].map(ageBand)).toEqual([
      null,
      '10-13',
      '10-13',
      '14-17',
      '14-17',
      '18-24',
      '18-24',
      null,
      null,
    ]);
    const [row] = prepareForExport(voters(12, 12, 'Kampot'), first);
    expect(row).toEqual({ voter: 1, ballot: '12 Kampot', group: '10-13', district: 'Kampot' });
  });

  it('are shuffled by the chance given and numbered anew', () => {
    const rows = prepareForExport([{ ballot: 'a' }, { ballot: 'b' }, { ballot: 'c' }], first);
    expect(rows.map(({ voter, ballot }) => [voter, ballot])).toEqual([
      [1, 'b'],
      [2, 'c'],
      [3, 'a'],
    ]);
  });

  it('tell no district with a small cell, nor the one it could be found from', () => {
    // Kep has 4 of one band. Hiding Kep alone would leave 4 + 12 untold: 4 of 14–17 could be told apart, so Takeo,
    // the next smallest, is not told either.
    const ballots = [
      ...voters(4, 15, 'Kep'),
      ...voters(12, 11, 'Kep'),
      ...voters(11, 15, 'Takeo'),
      ...voters(30, 11, 'Kampot'),
      ...voters(30, 15, 'Kampot'),
    ];
    const rows = prepareForExport(ballots, first);
    expect(new Set(rows.map(({ district }) => district))).toEqual(new Set([null, 'Kampot']));
    expect(rows.filter(({ district }) => district === 'Kampot').length).toBe(60);
  });

  it('tell the sex only in place of the age band', () => {
    const rows = prepareForExport(voters(12, 12, 'Kampot'), first, { groupBy: 'sex', smallestCell: 10 });
    expect(rows[0]).toMatchObject({ group: 'girl', district: 'Kampot' });
  });

  it('never leave a cell, or the rest beside it, below the limit', () => {
    const voter = fc.record({
      ballot: fc.nat({ max: 3 }),
      age: fc.option(fc.integer({ min: 6, max: 26 })),
      district: fc.option(fc.constantFrom('Kep', 'Takeo', 'Kampot', 'Pursat')),
    });
    fc.assert(
      fc.property(fc.array(voter, { maxLength: 150 }), fc.integer({ min: 2, max: 12 }), (ballots, limit) => {
        let next = 0;
        const chance = () => (next = (next + 0.381) % 1);
        const rows = prepareForExport(ballots, chance, { groupBy: 'age-band', smallestCell: limit });
        expect(rows.map(({ voter }) => voter)).toEqual(ballots.map((_, i) => i + 1));
        expect(rows.map(({ ballot }) => ballot).toSorted()).toEqual(
          ballots.map(({ ballot }) => ballot).toSorted(),
        );
        const cells = Map.groupBy(rows, ({ group, district }) => `${group}, ${district}`);
        const isAnythingTold = rows.some(({ group, district }) => group !== null || district !== null);
        if (isAnythingTold)
          for (const cell of cells.values()) expect(cell.length).toBeGreaterThanOrEqual(limit);
      }),
    );
  });
});
