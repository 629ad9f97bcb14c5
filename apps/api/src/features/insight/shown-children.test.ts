import { derivableAcross, type PublishedFigure } from '@samleng/privacy';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BaseCounts, shownChildren } from './shown-children.ts';

const communes = ['140101', '140102', '140201', '140202', '170101', '170102'];
const places = ['', '14', '17', '1401', '1402', '1701', ...communes];

/** Everything that is shown of every place, as sums of the finest counts. */
function published(base: BaseCounts): PublishedFigure[] {
  const keys = [...new Set(Object.values(base).flatMap((groups) => Object.keys(groups)))];
  return places.flatMap((place) => {
    const shown = shownChildren(base, place);
    const cells = Object.keys(base).filter((code) => code.startsWith(place));
    const of = (key: string) => cells.map((code) => `${code} ${key}`);
    return [
      { label: `${place} all`, of: keys.flatMap(of), value: shown.total },
      ...Object.entries(shown.groups ?? {}).map(([key, value]) => ({
        label: `${place} ${key}`,
        of: of(key),
        value,
      })),
    ].filter((figure) => figure.of.length > 0);
  });
}

it('shows a large commune whole and a small group nowhere', () => {
  const base = { '140101': { BOY: 30, GIRL: 40 }, '140102': { BOY: 25, GIRL: 4 } };
  expect(shownChildren(base, '')).toEqual({ total: 99, groups: { BOY: 55, GIRL: 44 } });
  expect(shownChildren(base, '1401')).toEqual({ total: 99, groups: { BOY: 55, GIRL: 44 } });
  expect(shownChildren(base, '140102').total).toBe(29);
  // The four girls cover themselves with the other three cells of the square.
  expect(shownChildren(base, '140102').groups).toEqual({ BOY: null, GIRL: null });
  expect(shownChildren(base, '140101').groups).toEqual({ BOY: null, GIRL: null });
  expect(shownChildren(base, '1701')).toEqual({ total: null, groups: null });
});

it('tells nothing under ten across all levels laid side by side', () => {
  const count = fc.oneof(fc.nat(14), fc.integer({ min: 10, max: 80 }));
  const base = fc.record(
    Object.fromEntries(communes.map((code) => [code, fc.record({ GIRL: count, BOY: count })])),
  );
  fc.assert(
    fc.property(base, (counts) => {
      const figures = published(counts);
      for (const { value } of figures) if (value !== null) expect(value).toBeGreaterThanOrEqual(10);
      expect(derivableAcross([figures])).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
