import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE, jaccard, shingles } from '../sketch.ts';
import { englishConcerns, khmerConcerns } from '../sketch.concerns.ts';
import { meaningKeys, meaningOf, RELATED, relatedness } from './meaning.ts';
import { stem } from './stem.ts';

type Pair = readonly [said: string, beginning: string];
const given = JSON.parse(readFileSync(new URL('./paraphrases.json', import.meta.url), 'utf8')) as {
  tuning: Pair[];
  heldOut: Pair[];
  somethingElse: { tuning: string[]; heldOut: string[] };
};

/** The concerns children may be shown, as a page does: the three most alike. */
const shownMost = 3;
const stored = englishConcerns.map((text) => ({ text, meaning: meaningOf(text), shingles: shingles(text) }));

function suggested(said: string, byWordsAlone = false): string[] {
  const meaning = meaningOf(said);
  const asked = shingles(said);
  return stored
    .map((one) => {
      const words = jaccard(asked, one.shingles);
      const related = byWordsAlone ? 0 : relatedness(meaning, one.meaning);
      return {
        text: one.text,
        isShown: words >= ALIKE || related >= RELATED,
        order: Math.max(words, related),
      };
    })
    .filter(({ isShown }) => isShown)
    .toSorted((one, other) => other.order - one.order)
    .slice(0, shownMost)
    .map(({ text }) => text);
}

function measure(pairs: readonly Pair[], byWordsAlone = false) {
  let found = 0;
  let first = 0;
  let shown = 0;
  const missed: string[] = [];
  for (const [said, beginning] of pairs) {
    const texts = suggested(said, byWordsAlone);
    shown += texts.length;
    const at = texts.findIndex((text) => text.startsWith(beginning));
    if (at >= 0) found += 1;
    else missed.push(said);
    if (at === 0) first += 1;
  }
  return { recall: found / pairs.length, first: first / pairs.length, precision: found / shown, missed };
}

const isKhmer = ([said]: Pair) => /[\u1780-\u17ff]/.test(said);
const percent = (share: number) => `${Math.round(share * 100)} %`;

describe('the same matter in other words', () => {
  it.each([
    ['tuning', 'English', given.tuning.filter((pair) => !isKhmer(pair))],
    ['tuning', 'Khmer', given.tuning.filter(isKhmer)],
    ['held out', 'English', given.heldOut.filter((pair) => !isKhmer(pair))],
    ['held out', 'Khmer', given.heldOut.filter(isKhmer)],
  ])('is found: %s, %s', (set, language, pairs) => {
    for (const [, beginning] of pairs)
      expect(
        englishConcerns.filter((text) => text.startsWith(beginning)),
        beginning,
      ).toHaveLength(1);
    const now = measure(pairs);
    const before = measure(pairs, true);
    console.log(
      `${language}, ${set}: ${pairs.length} paraphrases, in the first three ${percent(now.recall)}, first ${percent(now.first)}, ` +
        `of what is shown right ${percent(now.precision)} (by words alone ${percent(before.recall)})` +
        now.missed.map((said) => `\n  missed: ${said}`).join(''),
    );
    expect(now.recall).toBeGreaterThanOrEqual(0.8);
    expect(now.precision).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ['tuning', given.somethingElse.tuning],
    ['held out', given.somethingElse.heldOut],
  ])('is not seen where there is none: %s', (set, texts) => {
    const wrong = texts.filter((said) => suggested(said).length > 0);
    console.log(
      `Something else, ${set}: ${texts.length} texts, with a suggestion ${wrong.length}` +
        wrong.map((said) => `\n  ${said} → ${suggested(said)[0]}`).join(''),
    );
    expect(wrong.length / texts.length).toBeLessThanOrEqual(0.2);
  });

  it('is the same in both languages', () => {
    const best = khmerConcerns.filter((text) => {
      const meaning = meaningOf(text);
      return stored.some((one) => relatedness(meaning, one.meaning) >= RELATED);
    });
    console.log(
      `Khmer concerns with an English one about the same: ${best.length} of ${khmerConcerns.length}`,
    );
    expect(best.length / khmerConcerns.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('meanings', () => {
  it('are the same for forms of a word', () => {
    for (const [one, other] of [
      ['toilets', 'toilet'],
      ['stopped', 'stop'],
      ['driving', 'drive'],
      ['bridges', 'bridge'],
      ['families', 'family'],
      ['classes', 'class'],
      ['badly', 'bad'],
    ] as const)
      expect(stem(one), one).toBe(stem(other));
  });

  it('need what names the matter: children at school are in half of all concerns', () => {
    expect(relatedness(meaningOf('children at school'), meaningOf('the children of the school'))).toBe(0);
    expect(relatedness(meaningOf('toilets'), meaningOf('បង្គន់'))).toBe(1);
  });

  it('are between 0 and 1, alike in both directions, and bear any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...englishConcerns, ...khmerConcerns),
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const there = relatedness(meaningOf(one), meaningOf(other));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1 + 1e-9);
        expect(there).toBe(relatedness(meaningOf(other), meaningOf(one)));
        for (const key of meaningKeys(meaningOf(one))) expect(Math.abs(key)).toBeLessThan(2 ** 31);
      }),
    );
  });

  it('of the longest text are read in a moment', () => {
    const long = 'ទឹកស្អាតនៅសាលា toilets '.repeat(2_000);
    expect(meaningOf(long).size).toBeLessThan(10);
  });
});
