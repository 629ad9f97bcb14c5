import { randomUUID } from 'node:crypto';
import { readBlt, readPabulib, readPrefLib } from '@samleng/ballots';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aClub,
  anOpenPoll,
  closeByTwo,
  pollDeed,
  pollRefusals,
  seenResults,
  someCards,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { somePlaces } from '../../testing/some-places.ts';
import { aDevice, startWorld, type World } from '../../testing/world.ts';
import { recountPolls } from './recount-polls.ts';

let world: World;
let sokha: Staff;
let dara: Staff;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  [sokha, dara] = await twoFacilitators(world);
});
afterAll(() => world.end());

const cast = async (input: object, as: object = { device: aDevice() }) =>
  expect(await pollRefusals(world, 'castBallot', input, as)).toEqual([]);
const open = { electorate: 'OPEN', takesOpenSupport: true };
const sheet = (pollId: string, given: object) => ({
  idempotencyKey: randomUUID(),
  pollId,
  papers: 10,
  photoKey: 'sheets/1.jpg',
  signers: ['Teacher of class 5', 'Girl of the council'],
  ...given,
});
const agrees = async (pollId: string) => {
  const { audit, polls } = await recountPolls({ em: world.em() }, pollId);
  expect([audit, polls]).toEqual([null, [{ pollId, differences: [] }]]);
};
const fileOf = async (pollId: string, format: string, voice = 'VERIFIED') => {
  const { data, errors } = await world.ask<{
    pollFile: { file: { fileName: string; text: string } | null; problems: { code: string }[] };
  }>(
    `query ($pollId: ID!, $format: PollFileFormat!, $voice: Voice!) {
       pollFile(pollId: $pollId, format: $format, voice: $voice) { file { fileName text } problems { code } } }`,
    { pollId, format, voice },
  );
  expect(errors).toEqual([]);
  return data.pollFile;
};

describe('paper', () => {
  it('gives the same as by hand: 14 children online and 10 on paper', async () => {
    const clubId = await aClub(world, 14, 10);
    const pollId = await anOpenPoll(world, sokha, { ballotType: 'APPROVAL' });
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    // Online: 9 for o1, of whom 4 for o2 too, and 5 for o3. On paper: 2 for o1, 7 for o2, 3 for o3.
    for (const [child, card] of codes.slice(0, 14).entries())
      await cast({
        pollId,
        card,
        ballot: { approved: child < 4 ? ['o2', 'o1'] : child < 9 ? ['o1'] : ['o3'] },
      });
    const counts = [
      { option: 'o1', columns: [2] },
      { option: 'o2', columns: [7] },
      { option: 'o3', columns: [3] },
    ];
    const entered = sheet(pollId, { counts });
    expect(await pollRefusals(world, 'enterPaperCounts', entered, sokha)).toEqual([]);
    // The same form again is the same sheet; a wrong one is taken back and does not count.
    expect(await pollRefusals(world, 'enterPaperCounts', entered, sokha)).toEqual([]);
    expect(await pollRefusals(world, 'enterPaperCounts', { ...entered, papers: 12 }, sokha)).toEqual([
      'SAME_KEY_OTHER_CONTENT idempotencyKey',
    ]);
    const wrong = await pollDeed<{ sheet: { id: string } }>(
      world,
      'enterPaperCounts',
      sheet(pollId, { counts: [{ option: 'o2', columns: [10] }] }),
      sokha,
      'sheet { id }',
    );
    expect(await pollRefusals(world, 'withdrawPaperSheet', { sheetId: wrong.sheet.id }, dara)).toEqual([]);
    await closeByTwo(world, pollId, [sokha, dara]);
    const { results } = await seenResults(world, pollId);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ voice: 'VERIFIED', ballots: 14, papers: 10 });
    expect(results[0]!.outcome.rounds[0]).toEqual({ tally: { o1: 11, o2: 11, o3: 8 }, papers: 24 });
    expect(results[0]!.outcome.winners).toEqual(['o1', 'o2']);
    expect(results[0]!.sentence.key).toBe('TIE_LEFT');
    await agrees(pollId);
    // A sheet changed afterwards is told.
    await world
      .em()
      .execute(`update paper_sheets set papers = 11 where poll_id = ? and withdrawn_at is null`, [pollId]);
    expect((await recountPolls({ em: world.em() }, pollId)).polls[0]!.differences).toHaveLength(1);
  });

  it('gives the same whether a poll is counted online or on paper', async () => {
    const clubId = await aClub(world, 10, 10);
    const given = { ballotType: 'SCORE', settings: [{ name: 'faces', value: 3 }] };
    const online = await anOpenPoll(world, sokha, given);
    const paper = await anOpenPoll(world, sokha, given);
    const { codes } = await someCards(world, sokha, { pollId: online, clubId });
    const faces = [3, 3, 3, 2, 1, 1];
    for (const [child, face] of faces.entries())
      await cast({ pollId: online, card: codes[child], ballot: { scores: { o1: face, o2: 4 - face } } });
    const counts = [
      { option: 'o1', columns: [2, 1, 3] },
      { option: 'o2', columns: [3, 1, 2] },
    ];
    expect(await pollRefusals(world, 'enterPaperCounts', sheet(paper, { papers: 6, counts }), sokha)).toEqual(
      [],
    );
    for (const pollId of [online, paper]) await closeByTwo(world, pollId, [sokha, dara]);
    const [one, other] = [await seenResults(world, online), await seenResults(world, paper)];
    expect(one.results[0]!.outcome).toEqual(other.results[0]!.outcome);
    expect(one.results[0]!.steps).toEqual(other.results[0]!.steps);
    expect(one.results[0]!.outcome.winners).toEqual(['o1']);
  });

  it('is typed in paper by paper where a sheet does not say enough, and refused when it cannot be true', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const why = (given: object, as: object = sokha) =>
      pollRefusals(world, 'enterPaperCounts', sheet(pollId, given), as);
    const ballots = [
      { ballot: { ranking: ['o2', 'o1'] }, count: 6 },
      { ballot: { ranking: ['o1'] }, count: 4 },
    ];
    expect(await why({ ballots, papers: 9 })).toEqual(['COUNTS_IMPOSSIBLE papers']);
    expect(await why({ counts: [{ option: 'o1', columns: [1] }] })).toEqual(['REQUIRED ballots']);
    expect(await why({ ballots, signers: ['One person'] })).toEqual(['REQUIRED signers']);
    expect(await why({ ballots, signers: ['One person', 'One person'] })).toEqual([
      'SECOND_PERSON_NEEDED signers',
    ]);
    expect(await why({ ballots, photoKey: ' ' })).toEqual(['REQUIRED photoKey']);
    expect(await why({ ballots }, { device: aDevice() })).toEqual(['NOT_FOUND pollId']);
    expect(await world.em().execute('select 1 from paper_sheets where poll_id = ?', [pollId])).toEqual([]);
    expect(await why({ ballots })).toEqual([]);
    await closeByTwo(world, pollId, [sokha, dara]);
    expect((await seenResults(world, pollId)).results[0]).toMatchObject({
      ballots: 0,
      papers: 10,
      outcome: { winners: ['o2'] },
    });
    const approval = await anOpenPoll(world, sokha, { ballotType: 'APPROVAL' });
    const sheets = (counts: object[]) =>
      pollRefusals(world, 'enterPaperCounts', sheet(approval, { counts }), sokha);
    expect(await sheets([{ option: 'o1', columns: [11] }])).toEqual(['COUNTS_IMPOSSIBLE o1']);
    expect(await sheets([{ option: 'o9', columns: [1] }])).toEqual(['OPTION_UNKNOWN o9']);
    expect(await sheets([{ option: 'o1', columns: [1, 1] }])).toEqual(['COUNTS_IMPOSSIBLE o1']);
  });
});

describe('a budget', () => {
  it('is shared equally: a third of the children gets a third of the money', async () => {
    const pollId = await anOpenPoll(world, sokha, {
      ...open,
      ballotType: 'BUDGET',
      rule: 'equal-shares-cost',
      settings: [{ name: 'money', value: 9_000_000 }],
      options: [
        { titleEn: 'Road', costRiel: 6_000_000 },
        { titleEn: 'Lights', costRiel: 3_000_000 },
        { titleEn: 'Ball field', costRiel: 3_000_000 },
      ],
    });
    for (let child = 0; child < 6; child += 1)
      await cast({ pollId, ballot: { approved: child < 5 ? ['o1', 'o2'] : ['o1'] } });
    for (let child = 0; child < 3; child += 1) await cast({ pollId, ballot: { approved: ['o3'] } });
    expect(
      await pollRefusals(
        world,
        'castBallot',
        { pollId, ballot: { approved: ['o1', 'o2', 'o3'] } },
        { device: aDevice() },
      ),
    ).toEqual(['OVER_THE_MONEY']);
    await closeByTwo(world, pollId, [sokha, dara]);
    const [result] = (await seenResults(world, pollId)).results;
    // Each child has 1,000,000. The six buy the road with all they have, the three the ball field; by votes alone it
    // would have been road and lights.
    expect(result).toMatchObject({
      voice: 'OPEN_SUPPORT',
      sentence: { key: 'WON_SEVERAL', values: { options: ['o1', 'o3'] } },
      outcome: { rule: 'equal-shares-cost', winners: ['o1', 'o3'], spent: 9_000_000, left: 0, voters: 9 },
    });
    expect(result!.steps.map(({ key }) => key)).toEqual([
      'WON_SEVERAL',
      'BUDGET',
      'BUDGET_SHARE',
      'FUNDED_BY_SHARES',
      'FUNDED_BY_SHARES',
      'NOT_FUNDED_SHORT',
      'BUDGET_LEFT',
    ]);
    await agrees(pollId);
    const { file } = await fileOf(pollId, 'PABULIB', 'OPEN_SUPPORT');
    const read = readPabulib(file!.text);
    expect(read.ok && [read.value.budget, read.value.votes.length, read.value.projects.length]).toEqual([
      '9000000',
      9,
      3,
    ]);
    expect((await fileOf(pollId, 'BLT', 'OPEN_SUPPORT')).problems).toEqual([{ code: 'NOT_IN_LIST' }]);
  });
});

describe('statements', () => {
  it('find two groups of children who answer alike, and tell nothing of a single child', async () => {
    const options = Array.from({ length: 8 }, (_, place) => ({ titleEn: `Statement ${place + 1}` }));
    const pollId = await anOpenPoll(world, sokha, { ...open, ballotType: 'STATEMENTS', options });
    for (let child = 0; child < 24; child += 1) {
      const isFirst = child < 12;
      const answers = Object.fromEntries(
        options.map((_, place) => {
          const usual = place === 7 ? 'agree' : isFirst === place < 4 ? 'agree' : 'disagree';
          return [`o${place + 1}`, child % 6 === place ? 'pass' : usual];
        }),
      );
      await cast({ pollId, ballot: { answers } });
    }
    await closeByTwo(world, pollId, [sokha, dara]);
    const [result] = (await seenResults(world, pollId)).results;
    expect(result!.opinionGroups).toMatchObject({
      clear: true,
      participants: 24,
      counted: 24,
      sizes: [12, 12],
    });
    expect(result!.opinionGroups).not.toHaveProperty('groups');
    expect(result!.outcome.winners).toEqual(['o8']);
    expect(result!.sentence).toEqual({
      key: 'STATEMENT_COMMON',
      values: { option: 'o8', agree: 24, seen: 24 },
    });
    await agrees(pollId);
  });
});

describe('splits', () => {
  /** A poll of 12 girls and so many boys with cards of their own. */
  async function aSplitPoll(boys: number) {
    const clubId = await aClub(world, 12, boys);
    const pollId = await anOpenPoll(world, sokha, { ballotType: 'APPROVAL' });
    const girls = await someCards(world, sokha, { pollId, clubId, size: 12, sex: 'GIRL' });
    const others = await someCards(world, sokha, { pollId, clubId, size: boys, sex: 'BOY' });
    for (const [child, card] of girls.codes.entries())
      await cast({ pollId, card, ballot: { approved: child < 11 ? ['o1', 'o2'] : ['o2'] } });
    for (const card of others.codes) await cast({ pollId, card, ballot: { approved: ['o2'] } });
    await closeByTwo(world, pollId, [sokha, dara]);
    await agrees(pollId);
    return { pollId, splits: (await seenResults(world, pollId)).results[0]!.splits };
  }

  it('stand only where every cell and its complement are ten or more', async () => {
    const { splits } = await aSplitPoll(11);
    expect(splits!.groups).toEqual([
      { key: 'sex:BOY', ballots: 11 },
      { key: 'sex:GIRL', ballots: 12 },
    ]);
    // All of them took o2 and one girl did not take o1: neither may be seen by group.
    expect(splits!.options.map(({ counts }) => counts)).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('are not even stored when a group is too small', async () => {
    const { pollId, splits } = await aSplitPoll(9);
    expect(splits).toBeNull();
    const rows = await world
      .em()
      .execute('select distinct group_key from counted_ballots where poll_id = ?', [pollId]);
    expect(rows).toEqual([{ group_key: null }]);
  });
});

describe('files', () => {
  it('let anybody count a ranked poll again, and name no voter', async () => {
    const clubId = await aClub(world, 10, 2);
    const pollId = await anOpenPoll(world, sokha);
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    for (const card of codes.slice(0, 12)) await cast({ pollId, card, ballot: { ranking: ['o2', 'o3'] } });
    expect((await fileOf(pollId, 'RECOUNT')).problems).toEqual([{ code: 'WRONG_STATE' }]);
    await closeByTwo(world, pollId, [sokha, dara]);
    const recount = JSON.parse((await fileOf(pollId, 'RECOUNT')).file!.text) as Record<string, unknown>;
    expect(recount).toMatchObject({
      ballotType: 'RANKED',
      rule: 'schulze',
      ballots: [{ ballot: { ranking: ['o2', 'o3'] }, count: 12 }],
    });
    const blt = readBlt((await fileOf(pollId, 'BLT')).file!.text);
    expect(blt.ok).toBe(true);
    const { fileName, text } = (await fileOf(pollId, 'PREFLIB')).file!;
    expect(fileName).toMatch(/\.soi$/);
    expect(readPrefLib(text, 'soi').ok).toBe(true);
  });

  it('are not given of a sensitive question that too few answered', async () => {
    const pollId = await anOpenPoll(world, sokha, {
      ...open,
      isSensitive: true,
      ballotType: 'SINGLE_CHOICE',
    });
    for (let child = 0; child < 9; child += 1) await cast({ pollId, ballot: { choice: 'o1' } });
    await closeByTwo(world, pollId, [sokha, dara]);
    expect(await seenResults(world, pollId, sokha)).toEqual({
      state: 'CLOSED',
      resultHiddenBecause: 'TOO_FEW',
      results: [],
    });
    expect((await fileOf(pollId, 'RECOUNT', 'OPEN_SUPPORT')).file).toBeNull();
  });
});
