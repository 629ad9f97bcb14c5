import { describe, expect, it } from 'vitest';
import { provinceTiles } from './province-tiles.ts';

describe('the map of squares', () => {
  it('has each of the 25 provinces once, and no two on one square', () => {
    const codes = Array.from({ length: 25 }, (_, at) => String(at + 1).padStart(2, '0'));
    expect(provinceTiles.map(({ code }) => code).toSorted()).toEqual(codes);
    expect(new Set(provinceTiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(25);
  });
});
