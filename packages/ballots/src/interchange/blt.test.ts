import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOfRankings } from '../profile/rankings.ts';
import {
  areReferenceBallotsHere,
  referenceOutcomes,
  referenceText,
  whyReferenceBallotsAreMissing,
} from '../testing/reference-ballots.ts';
import { readBlt } from './blt.ts';
import { writeBlt } from './blt-write.ts';

/** The example of Hill, Wichmann and Woodall. */
const example = `4 2
-2
3 1 3 4 0
4 1 3 2 0
2 4 1 3 0
1 2 0
2 2 4 3 1 0
1 3 4 2 0
0
"Adam"
"Basil"
"Charlotte"
"Donald"
"Title"
`;

function read(text: string) {
  const result = readBlt(text);
  if (!result.ok) throw new Error(`line ${result.problem.line}: ${result.problem.reason}`);
  return result.value;
}

function refusal(text: string) {
  const result = readBlt(text);
  return result.ok ? null : result.problem;
}

describe('a .blt file', () => {
  it('is read without its withdrawn candidates', () => {
    const { title, seats, names, withdrawn, profile } = read(example);
    expect({ title, seats, names, withdrawn }).toEqual({
      title: 'Title',
      seats: 2,
      names: ['Adam', 'Basil', 'Charlotte', 'Donald'],
      withdrawn: [2],
    });
    // The paper that ranks only Basil is blank now; "1 3 4" and "1 3 2" are two ballots, "4 3 1" and "3 4" two more.
    expect(profile.options).toEqual([1, 3, 4]);
    expect(profile).toMatchObject({ ballots: 12, blank: 1, distinct: 5 });
    expect([...profile.choices]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 1, 0, 1, 2]);
  });

  it('may stand in one line, with comments, ids, level and skipped preferences', () => {
    const { profile, names, title, lineWithTie } = read(
      `3 1 # three candidates, one seat
       [tie 3 1 2]
       (club 7, card 1) 1=2 3 0 (x) - 3 0 2 1 0
       0 "Ann "Nan" Lee" # quotation marks inside
       "Bo # 2" "Chea"
       "Title" "source" "comment"`,
    );
    expect(names).toEqual(['Ann "Nan" Lee', 'Bo # 2', 'Chea']);
    expect(title).toBe('Title');
    expect(profile).toMatchObject({ ballots: 4, distinct: 3 });
    expect([...profile.tied!]).toEqual([0, 1, 0, 0, 0]);
    expect(lineWithTie).toBe(3);
  });

  it('may have comments over lines, and level preferences in brackets', () => {
    const { profile, lineWithTie } = read(
      `3 1 /* three candidates,
       one seat */
       2 3 (1 2) 0 1 (2=3) 1 0 0 "Ann" "Bo" "Chea" "Title"`,
    );
    expect(profile).toMatchObject({ ballots: 3, distinct: 2 });
    expect([...profile.choices]).toEqual([2, 0, 1, 1, 2, 0]);
    expect([...profile.tied!]).toEqual([0, 0, 1, 0, 1, 0]);
    expect(lineWithTie).toBe(3);
  });

  it('keeps blank papers apart', () => {
    expect(read(example.replace('1 2 0', '6 0')).profile).toMatchObject({ ballots: 12, blank: 6 });
  });

  it.each([
    ['4 2', 'four 2', 1, 'expected the number of candidates; found "four"'],
    ['4 2', '4 0', 1, 'the number of seats must be 1 to 32000, found 0'],
    ['-2', '-5', 2, 'candidate 5 is not between 1 and 4'],
    ['3 1 3 4 0', '3 1 5 4 0', 3, 'candidate 5 is not between 1 and 4'],
    ['3 1 3 4 0', '3 1 3 1 0', 3, 'candidate 1 stands twice on one ballot'],
    ['3 1 3 4 0', '3 1 =3 4 0', 3, 'expected the number of a candidate or 0; found "=3"'],
    ['3 1 3 4 0', '3 1 x 4 0', 3, 'expected the number of a candidate or 0; found "x"'],
    ['3 1 3 4 0', '2.5 1 3 4 0', 3, 'expected how many voters cast this ballot, or the final 0; found "2.5"'],
    ['1 2 0', '1 2', 7, 'candidate 2 stands twice on one ballot'],
    ['\n0\n', '\n', 9, 'expected how many voters cast this ballot, or the final 0; found the text "Adam"'],
    ['"Adam"', 'Adam', 10, 'expected the name of candidate 1 in quotation marks; found "Adam"'],
    [
      '"Adam"',
      '"Adam',
      10,
      'expected the name of candidate 1 in quotation marks; found a quotation mark that is not closed',
    ],
    ['"Title"\n', '', 14, 'expected the title in quotation marks; the file ends'],
    ['"Title"\n', '"Title"\nend', 15, 'expected nothing but quoted texts after the title; found "end"'],
  ])('is refused when "%s" reads "%s"', (from, to, line, reason) => {
    expect(refusal(example.replace(from, to))).toEqual({ line, reason });
  });

  it('is refused when it ends early, wherever', () => {
    for (let length = 0; length < example.trimEnd().length; length += 1) {
      expect(refusal(example.slice(0, length))).not.toBeNull();
    }
  });
});

describe('writing a .blt file', () => {
  it('puts the most frequent ballot first', () => {
    const profile = profileOfRankings(
      ['a', 'b', 'c'],
      [
        { ballot: ['c'], count: 1 },
        { ballot: [['a', 'b'], 'c'], count: 2 },
        { ballot: [], count: 3 },
      ],
    );
    expect(
      writeBlt(profile, { title: 'Committee', seats: 2, names: ['Sok "S" Dara', 'Chan', 'Bopha'] }),
    ).toBe('3 2\n2 1=2 3 0\n1 3 0\n3 0\n0\n"Sok \'S\' Dara"\n"Chan"\n"Bopha"\n"Committee"\n');
  });

  it('and reading it again gives the same', () => {
    const { profile, ...header } = read(example);
    expect(read(writeBlt(profile, header))).toEqual(
      read(writeBlt(read(writeBlt(profile, header)).profile, header)),
    );
    const options = [1, 2, 3, 4];
    const ballot = fc.record({ ballot: fc.shuffledSubarray(options), count: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(ballot), (ballots) => {
        const given = profileOfRankings(options, ballots);
        const text = writeBlt(given, { title: 'T', seats: 1, names: ['a', 'b', 'c', 'd'] });
        const again = read(text).profile;
        expect(again).toMatchObject({ ballots: given.ballots, blank: given.blank, distinct: given.distinct });
        expect(writeBlt(again, { title: 'T', seats: 1, names: ['a', 'b', 'c', 'd'] })).toBe(text);
      }),
    );
  });

  it('gives back the ballots of published wards', () => {
    if (!areReferenceBallotsHere) return console.warn(whyReferenceBallotsAreMissing);
    for (const { file } of referenceOutcomes<{ file: string }>('scottish/expected.jsonl')) {
      const text = referenceText(`scottish/${file}`);
      const { profile, ...header } = read(text);
      const lines = (content: string) =>
        content
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .sort();
      expect(lines(writeBlt(profile, header))).toEqual(lines(text));
    }
  });
});
