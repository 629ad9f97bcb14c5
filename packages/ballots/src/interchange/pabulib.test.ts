import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anonymisePabulib, type PabulibFile, readPabulib, toElection, writePabulib } from './pabulib.ts';

const example = `META
key;value
description;Playgrounds of the commune
country;Cambodia
unit;Kampong Thom
instance;2026
num_projects;3
num_votes;4
budget;1000.50
vote_type;approval
rule;equalshares/add1
comment;"#1: two ""words""; and a semicolon"
PROJECTS
project_id;cost;votes;name;selected
swing;400;3;A swing;1
well;600.50;2;"A well; deep";1
goal;100;0;Goal;0
VOTES
voter_id;vote;age;sex
1;swing,well;12;F
2;swing;15;M
3;well,swing;17;
4;;11;F
`;

function read(text: string): PabulibFile {
  const file = readPabulib(text);
  if (!file.ok) throw new Error(`line ${file.problem.line}: ${file.problem.reason}`);
  return file.value;
}

describe('reading a Pabulib file', () => {
  it('takes META, projects and votes apart', () => {
    const file = read(example);
    expect(file.budget).toBe('1000.50');
    expect(file.voteType).toBe('approval');
    expect(file.meta).toEqual({
      description: 'Playgrounds of the commune',
      country: 'Cambodia',
      unit: 'Kampong Thom',
      instance: '2026',
      rule: 'equalshares/add1',
      comment: '#1: two "words"; and a semicolon',
    });
    expect(file.projects[1]).toEqual({
      id: 'well',
      cost: '600.50',
      details: { votes: '2', name: 'A well; deep', selected: '1' },
    });
    expect(file.votes[3]).toEqual({ voter: '4', projects: [], details: { age: '11', sex: 'F' } });
  });

  it('does not mind CRLF, a byte-order mark, blank lines and a missing last line break', () => {
    const odd = `\uFEFF${example.replaceAll('\n', '\r\n').replace('PROJECTS', '\r\nPROJECTS').trimEnd()}`;
    expect(read(odd)).toEqual(read(example));
  });

  it('does not mind empty cells with which a spreadsheet has filled up its lines, nor a type in capitals', () => {
    const padded = example
      .split('\n')
      .map((line) => (line === '' ? line : line + ';'.repeat(7 - line.split(';').length)));
    const quoted = padded.findIndex((line) => line.startsWith('comment'));
    padded[quoted] = `${example.split('\n')[quoted]};;;`;
    const goal = padded.findIndex((line) => line.startsWith('well'));
    padded[goal] = `${example.split('\n')[goal]};;`;
    expect(read(padded.join('\n').replace('approval', 'Approval'))).toEqual(read(example));
  });

  it('counts equal ballots together, and a blank ballot as a voter', () => {
    expect(toElection(read(example))).toEqual({
      budget: '1000.50',
      projects: [
        { id: 'swing', cost: '400' },
        { id: 'well', cost: '600.50' },
        { id: 'goal', cost: '100' },
      ],
      worth: 'approval',
      ballots: [
        { projects: [0, 1], count: 2 },
        { projects: [0], count: 1 },
        { projects: [], count: 1 },
      ],
    });
  });

  it('gives ranked projects m − 1, m − 2, … 0 points and takes points as they are', () => {
    const votes = `VOTES\nvoter_id;vote\n1;goal,swing,well\n`;
    const ranked = example
      .replace(/VOTES[^]*/, votes)
      .replace('approval', 'ordinal')
      .replace('votes;4', 'votes;1');
    expect(toElection(read(ranked)).ballots).toEqual([{ projects: [0, 1, 2], points: [1, 0, 2], count: 1 }]);
    const points = `VOTES\nvoter_id;vote;points\n1;goal,swing;2.5,0\n`;
    const spread = example
      .replace(/VOTES[^]*/, points)
      .replace('approval', 'cumulative')
      .replace('votes;4', 'votes;1');
    expect(toElection(read(spread)).ballots).toEqual([{ projects: [0, 2], points: [0, 2.5], count: 1 }]);
    const scores = spread.replace('cumulative', 'scoring').replace('rule;', 'default_score;1\nrule;');
    expect(toElection(read(scores)).ballots).toEqual([
      { projects: [0, 1, 2], points: [0, 1, 2.5], count: 1 },
    ]);
  });

  it('counts a project ticked twice once, as published files need', () => {
    const twice = example.replace('2;swing;15', '2;swing,swing;15');
    expect(toElection(read(twice)).ballots).toContainEqual({ projects: [0], count: 1 });
  });
});

describe('a malformed file is refused with line and reason', () => {
  const lineOf = (text: string): number => example.split('\n').findIndex((line) => line.startsWith(text)) + 1;
  const change = (from: string | RegExp, to: string): string => example.replace(from, to);

  it.each<[what: string, text: string, line: number, reason: string]>([
    ['nothing in it', '', 1, 'the META section is missing'],
    ['another kind of file', '3\n1,2\n', 1, 'expected the line META here'],
    ['no projects section', change(/PROJECTS[^]*/, ''), lineOf('comment'), 'the PROJECTS section is missing'],
    ['no votes section', change(/VOTES[^]*/, ''), lineOf('goal'), 'the VOTES section is missing'],
    ['votes before projects', change('PROJECTS\n', 'VOTES\n'), 13, 'a second or misplaced VOTES section'],
    ['a second META', change('goal;', 'META\ngoal;'), lineOf('goal'), 'a second or misplaced META section'],
    [
      'META without header',
      change('key;value\n', ''),
      2,
      'the META section begins with the header key;value',
    ],
    [
      'a section with nothing after it',
      change(/VOTES[^]*/, 'VOTES\n'),
      18,
      'the VOTES section has no header',
    ],
    [
      'a META line without value',
      change('unit;Kampong Thom', 'unit'),
      5,
      'a line of META holds a key and a value, here are 1 cells',
    ],
    [
      'a META line with two values',
      change('unit;Kampong', 'unit;a;b'),
      5,
      'a line of META holds a key and a value, here are 3 cells',
    ],
    ['a META line without key', change('unit;', ';'), 5, 'a key of META is empty'],
    ['a key twice', change('unit;Kampong Thom', 'country;Laos'), 5, 'country is stated twice in META'],
    ['no budget', change('budget;1000.50\n', ''), 1, 'META states no budget'],
    ['a budget in words', change('1000.50', 'much'), 9, 'the budget is no amount: much'],
    ['a budget below zero', change('1000.50', '-5'), 9, 'the budget is no amount: -5'],
    ['a budget with a comma', change('1000.50', '1,000'), 9, 'the budget is no amount: 1,000'],
    ['no vote_type', change('vote_type;approval\n', ''), 1, 'META states no vote_type'],
    [
      'an unknown vote_type',
      change('approval', 'guess'),
      10,
      'unknown vote_type guess; known are approval, choose-1, ordinal, cumulative, scoring',
    ],
    [
      'projects missing',
      change('num_projects;3', 'num_projects;5'),
      7,
      'num_projects says 5, but the file holds 3 projects',
    ],
    [
      'votes missing',
      change('num_votes;4', 'num_votes;40'),
      8,
      'num_votes says 40, but the file holds 4 votes',
    ],
    ['a count in words', change('num_votes;4', 'num_votes;four'), 8, 'num_votes is no whole number: four'],
    ['no cost column', change(';cost;', ';price;'), 14, 'column cost is missing'],
    ['a column twice', change(';votes;name', ';name;name'), 14, 'column name stands twice'],
    ['a column without name', change(';votes;name', ';;name'), 14, 'column 3 has no name'],
    ['a project cut short', change('goal;100;0;Goal;0', 'goal;100'), 17, '5 cells expected, 2 found'],
    ['a project too long', change('Goal;0', 'Goal;0;'), 17, '5 cells expected, 6 found'],
    ['a project without id', change('goal;100', ';100'), 17, 'a project has no project_id'],
    [
      'a project with a comma',
      change('goal;100', 'go,al;100'),
      17,
      'a project_id holds a comma, which votes cannot name: go,al',
    ],
    ['a project twice', change('goal;100', 'swing;100'), 17, 'project swing stands twice'],
    ['a cost in words', change('goal;100', 'goal;ten'), 17, 'the cost of project goal is no amount: ten'],
    ['no cost', change('goal;100', 'goal;'), 17, 'the cost of project goal is no amount: '],
    ['a cost below zero', change('goal;100', 'goal;-100'), 17, 'the cost of project goal is no amount: -100'],
    [
      'a cost without end',
      change('goal;100', 'goal;Infinity'),
      17,
      'the cost of project goal is no amount: Infinity',
    ],
    ['no projects in it', change(/swing;400[^]*VOTES/, 'VOTES'), 13, 'the PROJECTS section names no project'],
    ['no vote column', change('voter_id;vote;', 'voter_id;choice;'), 19, 'column vote is missing'],
    ['a vote cut short', change('2;swing;15;M', '2;swing'), 21, '4 cells expected, 2 found'],
    ['a vote without voter', change('2;swing;', ';swing;'), 21, 'a vote has no voter_id'],
    ['a voter twice', change('3;well', '2;well'), 22, 'voter 2 votes twice'],
    [
      'an unknown project',
      change('2;swing;', '2;slide;'),
      21,
      'the vote of 2 names project slide, which is not in PROJECTS',
    ],
    ['an empty name', change('2;swing;', '2;swing,;'), 21, 'the vote of 2 holds an empty name'],
    ['two choices of one', change('approval', 'choose-1'), 20, 'voter 1 may choose one project and names 2'],
    [
      'a rank twice',
      change('approval', 'ordinal').replace('2;swing;', '2;swing,swing;'),
      21,
      'voter 2 ranks a project twice',
    ],
    ['no points column', change('approval', 'cumulative'), 19, 'column points is missing'],
    [
      'an open quotation mark',
      change('"A well; deep"', '"A well; deep'),
      16,
      'a quotation mark is opened and never closed',
    ],
  ])('%s', (_, text, line, reason) => {
    expect(readPabulib(text)).toEqual({ ok: false, problem: { line, reason } });
  });

  it.each<[points: string, reason: string]>([
    ['1', 'voter 1 names 2 projects and gives 1 points'],
    ['', 'voter 1 names 2 projects and gives 0 points'],
    ['1,many', 'voter 1 gives points that are no number: many'],
    ['1,', 'voter 1 gives points that are no number: '],
    ['1,1e12', 'voter 1 gives points that are no number: 1e12'],
  ])('points %s', (points, reason) => {
    const spread = change(/VOTES[^]*/, `VOTES\nvoter_id;vote;points\n1;swing,well;${points}\n`).replace(
      'approval',
      'cumulative',
    );
    expect(readPabulib(spread)).toEqual({ ok: false, problem: { line: 20, reason } });
  });

  it('whatever the text is, reading it ends in an answer', () => {
    const piece = fc.constantFrom(
      'META',
      'PROJECTS',
      'VOTES',
      'key;value',
      'project_id;cost',
      ';',
      '"',
      '\n',
      'a',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = readPabulib(pieces.join(''));
        expect(file.ok || file.problem.reason.length > 0).toBe(true);
      }),
    );
  });
});

describe('writing a Pabulib file', () => {
  it('writes fields in the published order, counts anew, and puts projects by votes', () => {
    const file = read(example);
    const shuffled = {
      ...file,
      meta: { own_key: 'kept', rule: 'unknown', ...file.meta },
      projects: file.projects.toReversed(),
    };
    expect(writePabulib(shuffled)).toBe(example.replace('PROJECTS', 'own_key;kept\nPROJECTS'));
  });

  it('writes points beside projects, most first, and the score of each project', () => {
    const file: PabulibFile = {
      meta: {},
      budget: '10',
      voteType: 'cumulative',
      projects: [
        { id: 'a', cost: '4', details: {} },
        { id: 'b', cost: '5', details: {} },
      ],
      votes: [{ voter: '1', projects: ['a', 'b'], points: ['1', '2.5'], details: {} }],
    };
    expect(writePabulib(file)).toBe(
      'META\nkey;value\nnum_projects;2\nnum_votes;1\nbudget;10\nvote_type;cumulative\n' +
        'PROJECTS\nproject_id;cost;votes;score\nb;5;1;2.5\na;4;1;1\nVOTES\nvoter_id;vote;points\n1;b,a;2.5,1\n',
    );
  });

  it('what is written is read back', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 8 }).map((one) => one.trim().replaceAll('\r', ''));
    const name = fc.stringMatching(/^[a-z0-9/_-]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id: name, cost: fc.nat().map(String), label: text }), {
          selector: ({ id }) => id,
          minLength: 1,
          maxLength: 5,
        }),
        fc.array(fc.record({ picks: fc.array(fc.nat(4), { maxLength: 3 }), note: text }), { maxLength: 5 }),
        (projects, votes) => {
          const file: PabulibFile = {
            meta: { description: 'd' },
            budget: '100',
            voteType: 'approval',
            projects: projects.map(({ id, cost, label }) => ({ id, cost, details: { name: label } })),
            votes: votes.map(({ picks, note }, place) => ({
              voter: `v${place}`,
              projects: [...new Set(picks.map((pick) => projects[pick % projects.length]!.id))],
              details: { note },
            })),
          };
          const again = read(writePabulib(file));
          expect(again.votes).toEqual(file.votes);
          expect(again.projects.map(({ id, cost, details }) => [id, cost, details['name']]).sort()).toEqual(
            file.projects.map(({ id, cost, details }) => [id, cost, details['name']]).sort(),
          );
        },
      ),
    );
  });
});

describe('what is published about voters', () => {
  const voters = (count: number, details: Record<string, string>): PabulibFile['votes'] =>
    Array.from({ length: count }, (_, place) => ({
      voter: `card-${JSON.stringify(details)}-${place}`,
      projects: ['a'],
      details,
    }));
  const fileOf = (votes: PabulibFile['votes']): PabulibFile => ({
    meta: {},
    budget: '1',
    voteType: 'approval',
    projects: [{ id: 'a', cost: '1', details: {} }],
    votes,
  });
  /** A small congruential generator: the same chances on every machine. */
  function chances(seed: number): () => number {
    let state = seed;
    return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  }

  it('numbers voters anew in an order of chance and turns ages into bands', () => {
    const votes = [...voters(10, { age: '12', sex: 'F' }), ...voters(12, { age: '17', sex: 'M' })];
    const published = anonymisePabulib(fileOf(votes), chances(1));
    expect(published.votes.map(({ voter }) => voter)).toEqual(votes.map((_, place) => String(place + 1)));
    const ages = published.votes.map(({ details }) => details['age']);
    expect(ages.filter((age) => age === '10-13')).toHaveLength(10);
    expect(ages.filter((age) => age === '14-17')).toHaveLength(12);
    expect(ages.slice(0, 10)).not.toEqual(Array.from({ length: 10 }, () => '10-13'));
    expect(writePabulib(published)).not.toContain('card-');
  });

  it('tells age or sex and never both, and nothing it does not know', () => {
    const votes = voters(10, { age: '12', sex: 'F', education: 'grade 6', neighborhood: 'by the pagoda' });
    expect(anonymisePabulib(fileOf(votes), chances(2)).votes[0]?.details).toEqual({ age: '10-13' });
    const rules = { groupBy: 'sex', smallestCell: 10 } as const;
    expect(anonymisePabulib(fileOf(votes), chances(2), rules).votes[0]?.details).toEqual({ sex: 'F' });
  });

  it('every description published fits at least ten voters', () => {
    const person = fc.record({
      age: fc.constantFrom('', '9', '12', '15', '18', '26', '30-39', 'old'),
      sex: fc.constantFrom('', 'F', 'M'),
      district: fc.constantFrom('', 'Stoung', 'Baray'),
    });
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 10, maxLength: 120 }),
        fc.nat(),
        fc.constantFrom('age-band', 'sex'),
        (people, seed, groupBy) => {
          const votes = people.map((details, place) => ({ voter: `${place}`, projects: [], details }));
          const published = anonymisePabulib(fileOf(votes), chances(seed), { groupBy, smallestCell: 10 });
          const sizes = new Map<string, number>();
          for (const { details } of published.votes) {
            const key = JSON.stringify(details);
            sizes.set(key, (sizes.get(key) ?? 0) + 1);
          }
          expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(10);
        },
      ),
    );
  });
});

describe('published files', () => {
  const folder = new URL('../../../../../shared/data/ballots/pabulib/', import.meta.url);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];

  it(names.length > 0 ? 'lie beside the repository' : 'DO NOT LIE HERE: none is read', () => {
    expect(names.length > 0).toBe(existsSync(folder));
  });

  it.each(names)('%s is read, and read alike after being written', (name) => {
    const file = read(readFileSync(new URL(name, folder), 'utf8'));
    const again = toElection(read(writePabulib(file)));
    const byId = new Map(again.projects.map(({ id, cost }) => [id, cost]));
    expect(again.budget).toBe(file.budget);
    expect(file.projects.every(({ id, cost }) => byId.get(id) === cost)).toBe(true);
    expect(again.ballots.length).toBe(toElection(file).ballots.length);
  });
});
