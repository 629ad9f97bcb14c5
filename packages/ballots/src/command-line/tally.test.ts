import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ruleNames } from './arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'ballots-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function tally(...words: string[]) {
  const command = fileURLToPath(new URL('tally.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...words], { encoding: 'utf8' });
  return { stdout, stderr, status };
}

const ranking = `# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 9
# NUMBER UNIQUE ORDERS: 3
4: 1
3: 2,3
2: 3,2
`;
const committee = '3 2\n5 1 2 0\n3 2 0\n2 3 0\n0\n"Dara"\n"Bopha"\n"Chan"\n"Committee"\n';
const projects = `META
key;value
description;Two projects
country;Cambodia
unit;Kampot
instance;2026
num_projects;2
num_votes;3
budget;100
vote_type;approval
rule;greedy
PROJECTS
project_id;cost
well;70
lamp;30
VOTES
voter_id;vote
1;well
2;well
3;lamp
`;

describe('the command ballots:tally', () => {
  it('prints one JSON object with ids as in the file, and nothing else', () => {
    const { stdout, stderr, status } = tally(fileOf('poll.soi', ranking), '--rule', 'instant-runoff');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout)).toEqual({
      rule: 'instant-runoff',
      winners: [2],
      order: [2, 1, 3],
      ties: [],
      rounds: [
        {
          tally: { 1: 4, 2: 3, 3: 2 },
          exhausted: 0,
          eliminated: 3,
          transfers: { to: { 1: 0, 2: 2 }, exhausted: 0 },
        },
        { tally: { 1: 4, 2: 5 }, exhausted: 0 },
      ],
    });
  });

  it('takes the seats of a .blt file, or those named', () => {
    const file = fileOf('committee.blt', committee);
    expect(JSON.parse(tally(file, '--rule', 'stv-scottish').stdout)).toMatchObject({
      winners: [1, 2],
      order: [1, 2],
    });
    expect(JSON.parse(tally(file, '--rule=stv-scottish', '--seats=1').stdout)).toMatchObject({
      winners: [1],
    });
    expect(JSON.parse(tally(file, '--rule', 'plurality').stdout)).toMatchObject({
      winners: [1],
      order: [1, 2, 3],
    });
  });

  it('counts budgets, with projects by their ids', () => {
    const file = fileOf('budget.pb', projects);
    const report = JSON.parse(tally(file, '--rule', 'greedy-cost', '--ties', 'lowest-cost,id').stdout);
    expect(report).toMatchObject({ rule: 'greedy-cost', winners: ['lamp', 'well'], order: ['well', 'lamp'] });
    expect(JSON.parse(tally(file, '--rule', 'approval').stdout).winners).toEqual(['well']);
  });

  it('finds groups of opinion in the votes of a conversation', () => {
    const rows = Array.from({ length: 30 }, (_, person) => {
      const side = person < 15 ? 1 : -1;
      return Array.from(
        { length: 8 },
        (_, statement) => `${statement},${person},${statement < 7 ? side : 1}`,
      );
    });
    const file = fileOf('votes.csv', `comment-id,voter-id,vote\n${rows.flat().join('\n')}\n`);
    const report = JSON.parse(tally(file, '--rule', 'opinion-groups').stdout);
    expect(report).toMatchObject({ rule: 'opinion-groups', winners: [], ties: [], sizes: [15, 15] });
    expect(report.groups['0']).toBe(report.groups['14']);
    expect(report.groups['0']).not.toBe(report.groups['15']);
    expect(tally(file, '--rule', 'borda')).toMatchObject({ stdout: '', status: 2 });
  });

  it.each([
    [
      'a malformed file',
      'bad.soi',
      `${ranking}2: 3,4\n`,
      ['--rule', 'borda'],
      'line 7: alternative 4 is not between 1 and 3',
    ],
    [
      'a malformed committee',
      'bad.blt',
      committee.replace('3 2 0', '3 9 0'),
      ['--rule', 'borda'],
      'line 3: candidate 9',
    ],
    ['an unknown rule', 'poll.soi', ranking, ['--rule', 'dice'], 'unknown rule dice'],
    [
      'a rule that does not fit',
      'poll.soi',
      ranking,
      ['--rule', 'equal-shares-cost'],
      'does not fit a .soi file',
    ],
    ['a rule that does not fit', 'budget.pb', projects, ['--rule', 'schulze'], 'does not fit a .pb file'],
    [
      'seats for a budget',
      'budget.pb',
      projects,
      ['--rule', 'greedy-cost', '--seats', '2'],
      'a budget has no seats',
    ],
    ['no rule', 'poll.soi', ranking, [], 'no --rule is named'],
    [
      'wrong seats',
      'poll.soi',
      ranking,
      ['--rule', 'borda', '--seats', '0'],
      '--seats 0 is not a number from 1',
    ],
    ['two seats by runoff', 'poll.soi', ranking, ['--rule', 'instant-runoff', '--seats', '2'], 'elects one'],
    ['wrong ties', 'poll.soi', ranking, ['--rule', 'borda', '--ties', 'coin'], 'unknown tie order "coin"'],
    ['an unknown option', 'poll.soi', ranking, ['--rule', 'borda', '--fast'], 'unknown option --fast'],
    [
      'an unknown kind of file',
      'poll.doc',
      ranking,
      ['--rule', 'borda'],
      'no kind of ballot file ends in ".doc"',
    ],
    [
      'ties in a runoff',
      'tied.toi',
      ranking.replace('2,3', '{2,3}'),
      ['--rule', 'instant-runoff'],
      'line 5: instant-runoff cannot count',
    ],
    [
      'complete orders as approvals',
      'all.soc',
      ranking.replace('1\n3:', '1,2,3\n3:').replace('2,3\n2:', '2,3,1\n2:').replace('3,2\n', '3,2,1\n'),
      ['--rule', 'approval'],
      'rank every alternative',
    ],
  ])('refuses %s with the reason and exit status 2', (_, name, content, words, reason) => {
    const { stdout, stderr, status } = tally(fileOf(name, content), ...words);
    expect(stderr).toContain(reason);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });

  it('reads files of older programs in their own encodings', () => {
    const letters = committee.replace('"Title"', '"Title"').replace(/"\w/, (start) => `${start}é`);
    const expected = tally(fileOf('utf8.blt', letters), '--rule', 'stv-scottish').stdout;
    expect(JSON.parse(expected)).toMatchObject({ rule: 'stv-scottish' });
    writeFileSync(join(folder, 'latin.blt'), Buffer.from(letters, 'latin1'));
    writeFileSync(join(folder, 'wide.blt'), Buffer.from(`\uFEFF${letters}`, 'utf16le'));
    for (const name of ['latin.blt', 'wide.blt'])
      expect(tally(join(folder, name), '--rule', 'stv-scottish').stdout).toBe(expected);
  });

  it('refuses points too large to be added exactly', () => {
    const votes = Array.from({ length: 9 }, (_, voter) => `${voter};well;999999999.123456789`).join('\n');
    const large = `META\nkey;value\nbudget;10\nvote_type;scoring\nPROJECTS\nproject_id;cost\nwell;5\nVOTES\nvoter_id;vote;points\n${votes}\n`;
    const { stdout, stderr, status } = tally(fileOf('large.pb', large), '--rule', 'greedy-cost');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain('too large');
  });

  it('refuses a file that is not there, or not text', () => {
    expect(tally(join(folder, 'none.soi'), '--rule', 'borda')).toMatchObject({ stdout: '', status: 2 });
    writeFileSync(join(folder, 'noise.blt'), Uint8Array.from([0x33, 0xff, 0xfe, 0x00]));
    expect(tally(join(folder, 'noise.blt'), '--rule', 'borda')).toMatchObject({ stdout: '', status: 2 });
  });

  it('knows every rule of the product', () => {
    const shares = (satisfaction: string) =>
      ['', '-add1', '-add1u', '-addpm', '-addpmu', '-greedy'].map(
        (end) => `equal-shares-${satisfaction}${end}`,
      );
    expect(ruleNames).toEqual([
      'greedy-cost',
      'greedy-cardinality',
      ...shares('cost'),
      ...shares('cardinality'),
      'plurality',
      'approval',
      'borda',
      'instant-runoff',
      'schulze',
      'stv-scottish',
      'opinion-groups',
    ]);
    expect(tally('--help').stdout).toContain('ballots:tally FILE --rule RULE');
  });
});
