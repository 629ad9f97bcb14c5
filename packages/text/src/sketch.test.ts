import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishConcerns, khmerConcerns } from './sketch.concerns.ts';
import { ALIKE, bands, jaccard, SAME, shingles, similarity, sketch, sketchOf } from './sketch.ts';
import { segment } from './words.ts';

const khmer = new Intl.Segmenter('km', { granularity: 'word' });
const parts = (text: string) => Array.from(khmer.segment(text), (part) => part.segment);

/** The ways the same concern comes in twice. */
const changes: Record<string, (text: string, at: number) => string> = {
  'a word dropped': (text, at) => {
    const words = segment(text);
    const word = words[at % words.length]!;
    return text.replace(word, '');
  },
  'a word replaced': (text, at) => {
    const words = segment(text);
    return text.replace(words[at % words.length]!, /[ក-អ]/.test(text) ? 'ច្រើន' : 'many');
  },
  'halves swapped': (text) => {
    const all = parts(text);
    const half = all.length >> 1;
    return [...all.slice(half), ' ', ...all.slice(0, half)].join('');
  },
  'zero-width spaces between words': (text) => parts(text).join('\u200B'),
};

describe.each([
  ['Khmer', khmerConcerns],
  ['English', englishConcerns],
])('likeness of %s concerns', (language, concerns) => {
  const stored = concerns.map((text) => {
    const found = shingles(text);
    return { found, bands: new Set(bands(sketchOf(found))) };
  });

  it('finds the same concern first after it was changed at any word', () => {
    let asked = 0;
    let first = 0;
    for (const [name, change] of Object.entries(changes)) {
      let sum = 0;
      let changed = 0;
      let found = 0;
      concerns.forEach((text, own) => {
        for (let at = 0; at < segment(text).length; at += 1) {
          const query = shingles(change(text, at));
          const keys = bands(sketchOf(query));
          const ranked = stored
            .map((one, index) => ({ one, index }))
            .filter(({ one }) => keys.some((key) => one.bands.has(key)))
            .map(({ one, index }) => ({ index, score: jaccard(query, one.found) }))
            .sort((a, b) => b.score - a.score);
          changed += 1;
          if (ranked[0]?.index === own) found += 1;
          sum += jaccard(query, stored[own]!.found);
        }
      });
      console.log(
        `${language}, ${name}: first ${found}/${changed}, mean likeness ${(sum / changed).toFixed(2)}`,
      );
      expect(sum / changed).toBeGreaterThan(SAME);
      asked += changed;
      first += found;
    }
    console.log(`${language}: recall at 1 ${((100 * first) / asked).toFixed(2)} %`);
    expect(first / asked).toBeGreaterThanOrEqual(0.99);
  });

  it('keeps different concerns below the line', () => {
    let highest = 0;
    let pair = '';
    stored.forEach((one, left) =>
      stored.forEach((other, right) => {
        if (left >= right) return;
        const score = jaccard(one.found, other.found);
        if (score > highest) [highest, pair] = [score, `${concerns[left]} / ${concerns[right]}`];
      }),
    );
    console.log(`${language}: highest likeness of two different concerns ${highest.toFixed(3)}: ${pair}`);
    expect(highest).toBeLessThan(ALIKE);
  });
});

describe('sketch', () => {
  it('is the same on every machine, so that stored sketches stay valid', () => {
    expect(bands(sketch('ទឹកស្អាតនៅសាលា'))).toMatchInlineSnapshot(`
      [
        214314322,
        1558105502,
        733801888,
        2076986584,
        970620362,
        1956727221,
        980011764,
        -978225507,
        471977346,
        1058773878,
        1353157539,
        -1281284616,
        921373333,
        431125654,
        1326879845,
        424096666,
      ]
    `);
    expect(Array.from(sketch('Clean water at school').slice(0, 4))).toMatchInlineSnapshot(`
      [
        -1940579647,
        -1895814766,
        -1842387808,
        -2039949628,
      ]
    `);
  });

  it('does not see spaces, marks in another order or capitals', () => {
    expect(similarity('ខ្មែរ ស្អាត', 'ខែ្មរ\u200Bស្អាត')).toBe(1);
    expect(similarity('Clean Water', 'clean water!')).toBe(1);
  });

  it('gives no band to a text without letters, and likeness 0', () => {
    expect(bands(sketch(' … !'))).toEqual([]);
    expect(similarity('', '')).toBe(0);
  });

  it('still compares the shortest texts', () => {
    expect(similarity('ទឹក', 'ទឹក')).toBe(1);
    expect(similarity('ok', 'no')).toBe(0);
    expect(similarity('!a', 'a')).toBe(1);
  });

  it('counts shared shingles exactly', () => {
    // abcde|bcdef and the word against bcdef|cdefg and the word: 1 shared of 5
    expect(similarity('abcdef', 'bcdefg')).toBe(1 / 5);
  });

  it('agrees with the exact likeness in about as many places', () => {
    const one = sketch(khmerConcerns[0]!);
    const other = sketch(khmerConcerns[0]!.replace('របស់យើង', ''));
    const exact = similarity(khmerConcerns[0]!, khmerConcerns[0]!.replace('របស់យើង', ''));
    const agreeing = one.filter((value, place) => value === other[place]).length / 64;
    expect(Math.abs(agreeing - exact)).toBeLessThan(0.2);
  });

  it('never throws, bands fit into int4, likeness lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (one, other) => {
        for (const band of bands(sketch(one))) expect(band).toBe(band | 0);
        const score = similarity(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(other, one)).toBe(score);
      }),
    );
  });
});
