import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey, searchKeys, segment } from './words.ts';

describe('segment', () => {
  it('cuts Khmer and English into words', () => {
    expect(segment('សាលារៀនយើងគ្មានទឹកស្អាតទេ។')).toEqual(['សាលារៀន', 'យើង', 'គ្មាន', 'ទឹក', 'ស្អាត', 'ទេ']);
    expect(segment("No water, at our school's well")).toEqual([
      'No',
      'water',
      'at',
      'our',
      "school's",
      'well',
    ]);
  });

  it('reads 4,000 characters at most', () => {
    expect(segment('ab '.repeat(5000)).length).toBe(1334);
  });
});

describe('search keys', () => {
  it('are the different words, folded', () => {
    expect(searchKeys('Café CAFE Krŏng ២')).toEqual(['cafe', 'krong', '2']);
  });

  it('of a name are equal for every spelling the normaliser unifies', () => {
    expect(searchKey('បាត់​ដំបង')).toBe('បាត់ដំបង');
    expect(searchKey('បាត់ ដំបង')).toBe('បាត់ដំបង');
    expect(searchKey('កណ្ដាល')).toBe(searchKey('កណ្តាល'));
    expect(searchKey('Krŏng  Ta-Khmau')).toBe('krong ta khmau');
    expect(searchKey("Me'mot")).toBe('memot');
    expect(searchKey('ភូមិ៣ / Phum 3')).toBe('ភូមិ3 phum 3');
  });

  it('do not change when made again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
        searchKeys(text);
      }),
    );
  });

  const gazetteer = new URL('../../../../shared/data/gazetteer/gazetteer.compact.json', import.meta.url);
  it.runIf(existsSync(gazetteer))('leave no place without one', () => {
    const { rows } = JSON.parse(readFileSync(gazetteer, 'utf8')) as { rows: string[][] };
    for (const [code, , km, en] of rows) {
      expect(searchKey(km!), code).not.toBe('');
      expect(searchKey(en!), code).toMatch(/^[a-z0-9 ]*$/);
    }
  });
});
