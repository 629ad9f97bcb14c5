import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOfRankings, type Ranking } from '../profile/rankings.ts';
import {
  areReferenceBallotsHere,
  referenceOutcomes,
  referenceText,
  whyReferenceBallotsAreMissing,
} from '../testing/reference-ballots.ts';
import { readPrefLib, type PrefLibKind } from './preflib.ts';
import { writePrefLib } from './preflib-write.ts';

const header = `# FILE NAME: poll.toi
# TITLE: What first?
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 4
# NUMBER VOTERS: 9
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Clean toilets: now
# ALTERNATIVE NAME 2: Safe road
# ALTERNATIVE NAME 4: A place to play
`;

function refusal(text: string, kind: PrefLibKind = 'toi') {
  const result = readPrefLib(text, kind);
  return result.ok ? null : result.problem;
}

describe('a PrefLib file', () => {
  it('is read with its header, names and orders', () => {
    const result = readPrefLib(`${header}5: 1,{4,2}\n3: 2 , 3\n1: {1}\n`, 'toi');
    if (!result.ok) throw new Error(result.problem.reason);
    const { title, names, profile, lineWithTie, header: lines } = result.value;
    expect(title).toBe('What first?');
    expect(lines['FILE NAME']).toBe('poll.toi');
    expect(names).toEqual(['Clean toilets: now', 'Safe road', '3', 'A place to play']);
    expect(profile.options).toEqual([1, 2, 3, 4]);
    expect(profile).toMatchObject({ ballots: 9, distinct: 3, blank: 0 });
    expect([...profile.choices]).toEqual([0, 1, 3, 1, 2, 0]);
    expect([...profile.tied!]).toEqual([0, 0, 1, 0, 0, 0]);
    expect(lineWithTie).toBe(10);
  });

  it('may have Windows line ends, a byte order mark, empty lines and no last line end', () => {
    const text = `\uFEFF${header}5: 1,2\r\n\r\n3: 2,3\n1: 4`.replaceAll('\n', '\r\n');
    expect(readPrefLib(text, 'toi').ok).toBe(true);
  });

  it('may hold remarks, before the orders and between them', () => {
    const text = `# kept by the club\n${header}5: 1,2\n# the younger ones\n3: 2,3\n1: 4\n`;
    expect(readPrefLib(text, 'toi')).toEqual(readPrefLib(`${header}5: 1,2\n3: 2,3\n1: 4\n`, 'toi'));
  });

  it('may list orders that nobody gave', () => {
    const result = readPrefLib(`${header}5: 1,2\n4: 2,3\n0: 4,1\n`, 'toi');
    expect(result.ok && result.value.profile).toMatchObject({ ballots: 9, distinct: 2 });
  });

  it('may be of a poll in which nobody voted', () => {
    const empty = header.replace('VOTERS: 9', 'VOTERS: 0').replace('ORDERS: 3', 'ORDERS: 0');
    const result = readPrefLib(empty, 'toi');
    expect(result.ok && result.value.profile).toMatchObject({ options: [1, 2, 3, 4], ballots: 0 });
  });

  it.each([
    ['1,2: 5', 'expected ":" after the count'],
    ['x: 1', 'expected how many voters gave this order, found "x: 1"'],
    ['-2: 1', 'expected how many voters gave this order, found "-2: 1"'],
    ['5: 1,5', 'alternative 5 is not between 1 and 4'],
    ['5: 0', 'alternative 0 is not between 1 and 4'],
    ['5: 1,2,1', 'alternative 1 stands twice in one order'],
    ['5: 1,{2,1}', 'alternative 1 stands twice in one order'],
    ['5: 1,{2,3', 'a group opened with "{" is not closed'],
    ['5: 1,{}', 'expected the number of an alternative, found "}"'],
    ['5: 1,2}', 'expected "," between alternatives, found "}"'],
    ['5: 1 2', 'expected "," between alternatives, found "2"'],
    ['5: 1,', 'an alternative is missing'],
    ['5:', 'an alternative is missing'],
    ['5: 1,a', 'expected the number of an alternative, found "a"'],
    ['5: {1,{2}}', 'expected the number of an alternative, found "{2}}"'],
    ['5: 1,2.5', 'expected "," between alternatives, found ".5"'],
  ])('is refused at the line "%s"', (line, reason) => {
    expect(refusal(`${header}3: 2\n${line}\n1: 4\n`)).toEqual({ line: 11, reason });
  });

  it('is refused when its header is not true', () => {
    const orders = '5: 1,2\n3: 2,3\n1: 4\n';
    expect(refusal(header.replace('VOTERS: 9', 'VOTERS: 10') + orders)).toEqual({
      line: 5,
      reason: 'the header says 10 voters, the orders are of 9',
    });
    expect(refusal(header.replace('ORDERS: 3', 'ORDERS: 2') + orders)).toEqual({
      line: 6,
      reason: 'the header says 2 orders, the file has 3',
    });
    expect(refusal(header + orders, 'soi')).toEqual({
      line: 3,
      reason: 'the data type is "toi", the file is read as "soi"',
    });
    expect(refusal(header.replace('# NUMBER VOTERS: 9\n', '') + orders)).toEqual({
      line: 9,
      reason: 'no "# NUMBER VOTERS:" before the first order',
    });
    expect(refusal(header.replace('NAME 4', 'NAME 5') + orders)).toEqual({
      line: 10,
      reason: 'alternative 5 has a name, but there are 4 alternatives',
    });
    expect(refusal(`${header}# TITLE: again\n${orders}`)).toEqual({
      line: 10,
      reason: '"TITLE" stands twice',
    });
    expect(refusal(`${header}5: 1,2\n# TITLE: late\n`)).toEqual({
      line: 11,
      reason: 'header line "TITLE" after the first order',
    });
    expect(refusal(header.replace('VOTERS: 9', 'VOTERS: many') + orders)).toEqual({
      line: 5,
      reason: '"NUMBER VOTERS" is not a number',
    });
    expect(refusal(header)).toEqual({ line: 5, reason: 'the header says 9 voters, the orders are of 0' });
    expect(refusal('# TITLE: none\n')).toEqual({ line: 1, reason: 'the file has no orders' });
    expect(refusal('')).toEqual({ line: 1, reason: 'the file has no orders' });
  });

  it('is refused when orders are not of its kind', () => {
    const strict = header.replace('DATA TYPE: toi', 'DATA TYPE: soi');
    expect(refusal(`${strict}5: 1,{2,3}\n`, 'soi')).toEqual({
      line: 10,
      reason: 'a .soi file has no ties within an order',
    });
    const complete = header.replace('DATA TYPE: toi', 'DATA TYPE: toc');
    expect(refusal(`${complete}5: 1,{2,3},4\n3: 1,2\n`, 'toc')).toEqual({
      line: 11,
      reason: 'a .toc file ranks all 4 alternatives in every order; here are 2',
    });
  });
});

describe('writing a PrefLib file', () => {
  it('puts the header in order and the most frequent order first', () => {
    const profile = profileOfRankings(
      ['road', 'lights', 'toilets'],
      [
        { ballot: ['lights'], count: 1 },
        { ballot: ['road', ['toilets', 'lights']], count: 4 },
        { ballot: [], count: 2 },
      ],
    );
    const names = ['Safe road', 'Street\nlights', 'Toilets'];
    const { fileName, text } = writePrefLib(profile, names, {
      fileName: 'first-things',
      title: 'What first?',
      publicationDate: '2026-11-23',
    });
    expect(fileName).toBe('first-things.toi');
    expect(text).toBe(`# FILE NAME: first-things.toi
# TITLE: What first?
# DESCRIPTION: 
# DATA TYPE: toi
# MODIFICATION TYPE: original
# RELATES TO: 
# RELATED FILES: 
# PUBLICATION DATE: 2026-11-23
# MODIFICATION DATE: 2026-11-23
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 5
# NUMBER UNIQUE ORDERS: 2
# ALTERNATIVE NAME 1: Safe road
# ALTERNATIVE NAME 2: Street lights
# ALTERNATIVE NAME 3: Toilets
4: 1,{2,3}
1: 2
`);
  });

  it('and reading it again gives the same ballots', () => {
    const options = ['a', 'b', 'c', 'd', 'e'];
    const ranking = fc
      .tuple(
        fc.shuffledSubarray(options, { minLength: 1 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      )
      .map(([ids, cuts]): Ranking<string> =>
        ids.reduce<string[][]>((levels, id, i) => {
          if (i > 0 && cuts[i]) levels.at(-1)!.push(id);
          else levels.push([id]);
          return levels;
        }, []),
      );
    const ballots = fc.array(fc.record({ ballot: ranking, count: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(ballots, (given) => {
        const profile = profileOfRankings(options, given);
        const { text, fileName } = writePrefLib(profile, options, { fileName: 'x', title: 'T' });
        const again = readPrefLib(text, fileName.slice(2) as PrefLibKind);
        if (!again.ok) throw new Error(again.problem.reason);
        expect(again.value.profile).toMatchObject({ ballots: profile.ballots, distinct: profile.distinct });
        const rewritten = writePrefLib(again.value.profile, again.value.names, { fileName: 'x', title: 'T' });
        expect(rewritten.text).toBe(text);
      }),
    );
  });

  it('gives back the orders of published files', () => {
    if (!areReferenceBallotsHere) return console.warn(whyReferenceBallotsAreMissing);
    for (const { file } of referenceOutcomes<{ file: string }>('ranked/expected.jsonl')) {
      const kind = file.slice(-3) as PrefLibKind;
      const text = referenceText(`ranked/${file}`);
      const read = readPrefLib(text, kind);
      if (!read.ok) throw new Error(`${file}: ${read.problem.reason}`);
      const written = writePrefLib(read.value.profile, read.value.names, {
        fileName: file.slice(0, -4),
        title: read.value.title,
      });
      const orders = (content: string) =>
        content
          .split('\n')
          .filter((line) => /^[1-9]/.test(line))
          .map((line) => line.replaceAll(/[ \r]/g, ''))
          .sort();
      expect(orders(written.text).length).toBe(orders(text).length);
      if (!text.includes('{')) expect(orders(written.text)).toEqual(orders(text));
    }
  });
});
