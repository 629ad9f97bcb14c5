import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aClub,
  aDraft,
  anOpenPoll,
  closeByTwo,
  pollRefusals,
  seenResults,
  someCards,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { countRows } from '../../testing/count-rows.ts';
import { somePlaces } from '../../testing/some-places.ts';
import { aDevice, startWorld, type World } from '../../testing/world.ts';

let world: World;
let sokha: Staff;
let dara: Staff;
let clubId: string;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  [sokha, dara] = await twoFacilitators(world);
  clubId = await aClub(world, 12, 11);
});
afterAll(() => world.end());

const ballot = { ranking: ['o1', 'o2'] };
const cast = (input: object, as: object = { device: aDevice() }) =>
  pollRefusals(world, 'castBallot', input, as);
const ballotsOf = (pollId: string) =>
  world
    .em()
    .execute<{ voice: string; choice: string }[]>(
      'select voice, choice from ballots where poll_id = ? order by choice',
      [pollId],
    );

describe('casting a ballot', () => {
  it('counts one for a card, however often and at once it is sent', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    const [card] = codes;
    const answers = await Promise.all(Array.from({ length: 50 }, () => cast({ pollId, card, ballot })));
    expect(answers.flat()).toEqual([]);
    expect(await ballotsOf(pollId)).toEqual([{ voice: 'VERIFIED', choice: '{"ranking":["o1","o2"]}' }]);
    expect(
      await cast({ pollId, card: ` ${card!.toLowerCase().replace('-', ' ')} `, ballot: { ranking: ['o3'] } }),
    ).toEqual([]);
    expect(await ballotsOf(pollId)).toEqual([{ voice: 'VERIFIED', choice: '{"ranking":["o3"]}' }]);
  });

  it('writes the ballot and nothing else: no other row of any table changes', async () => {
    const pollId = await anOpenPoll(world, sokha, { takesOpenSupport: true });
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    const rows = () =>
      countRows(
        world,
        'cards',
        'card_batches',
        'card_draws',
        'poll_keys',
        'polls',
        'rate_limits',
        'poll_options',
      );
    const before = await rows();
    const versions = () => world.em().execute('select hash, is_void, xmin::text from cards order by hash');
    const cards = await versions();
    expect(await cast({ pollId, card: codes[0], ballot })).toEqual([]);
    expect(await cast({ pollId, ballot })).toEqual([]);
    expect(await rows()).toEqual(before);
    expect(await versions()).toEqual(cards);
    const columns = await world
      .em()
      .execute(`select column_name from information_schema.columns where table_name = 'ballots' order by 1`);
    expect(columns.map(({ column_name }) => column_name)).toEqual([
      'choice',
      'nullifier',
      'poll_id',
      'voice',
    ]);
  });

  it('never mixes cards and open support: one for each device, and two numbers', async () => {
    const pollId = await anOpenPoll(world, sokha, { takesOpenSupport: true });
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    for (const card of codes.slice(0, 3)) {
      const device = aDevice();
      expect(await cast({ pollId, ballot }, { device })).toEqual([]);
      expect(await cast({ pollId, ballot: { ranking: ['o2'] } }, { device })).toEqual([]);
      expect(await cast({ pollId, ballot: { ranking: ['o3'] }, card }, { device })).toEqual([]);
    }
    await closeByTwo(world, pollId, [sokha, dara]);
    const { results } = await seenResults(world, pollId);
    expect(results.map(({ voice, ballots, outcome }) => [voice, ballots, outcome.winners])).toEqual([
      ['VERIFIED', 3, ['o3']],
      ['OPEN_SUPPORT', 3, ['o2']],
    ]);
  });

  it('shows no result of one or two: it would tell what they chose', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    for (const card of codes.slice(0, 2)) expect(await cast({ pollId, ballot, card })).toEqual([]);
    await closeByTwo(world, pollId, [sokha, dara]);
    expect((await seenResults(world, pollId)).results).toEqual([]);
  });

  it('refuses what cannot count, and writes nothing', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const other = await anOpenPoll(world, sokha);
    const { codes } = await someCards(world, sokha, { pollId: other, clubId });
    const draft = await aDraft(world, sokha);
    const early = await anOpenPoll(world, sokha, {
      opensAt: new Date(world.clock.now().getTime() + 60_000).toISOString(),
    });
    const before = await countRows(world, 'ballots');
    expect(await cast({ pollId, ballot })).toEqual(['REQUIRED card']);
    expect(await cast({ pollId, ballot, card: codes[0] })).toEqual(['CARD_NOT_RIGHT card']);
    expect(await cast({ pollId, ballot, card: 'ACDE-3479' })).toEqual(['CARD_NOT_RIGHT card']);
    expect(await cast({ pollId, ballot, card: 'O0O0-1111' })).toEqual(['CARD_NOT_RIGHT card']);
    expect(await cast({ pollId: draft, ballot, card: codes[0] })).toEqual(['NOT_FOUND pollId']);
    expect(await cast({ pollId: early, ballot, card: codes[0] })).toEqual(['POLL_NOT_OPEN pollId']);
    expect(await cast({ pollId: randomUUID(), ballot, card: codes[0] })).toEqual(['NOT_FOUND pollId']);
    expect(await cast({ pollId: other, ballot: { ranking: ['o9'] }, card: codes[0] })).toEqual([
      'OPTION_UNKNOWN o9',
    ]);
    expect(await cast({ pollId: other, ballot: { ranking: ['o1', 'o1'] }, card: codes[0] })).toEqual([
      'OPTION_TWICE o1',
    ]);
    expect(await cast({ pollId: other, ballot: 'o1', card: codes[0] })).toEqual(['BALLOT_UNREADABLE']);
    expect(await cast({ pollId: other, ballot: { ranking: [] }, card: codes[0] })).toEqual([
      'NOTHING_CHOSEN',
    ]);
    expect(await countRows(world, 'ballots')).toEqual(before);
  });

  it('takes nothing once its time is over, or closing was asked for, until it is kept open', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { codes } = await someCards(world, sokha, { pollId, clubId });
    expect(await pollRefusals(world, 'closePoll', { pollId }, sokha)).toEqual([]);
    expect(await cast({ pollId, ballot, card: codes[0] })).toEqual(['POLL_NOT_OPEN pollId']);
    expect(await pollRefusals(world, 'keepPollOpen', { pollId }, dara)).toEqual([]);
    expect(await cast({ pollId, ballot, card: codes[0] })).toEqual([]);
    const now = world.clock.now();
    world.clock.moveTo(new Date(now.getTime() + 8 * 86_400_000));
    expect(await cast({ pollId, ballot, card: codes[1] })).toEqual(['POLL_NOT_OPEN pollId']);
    world.clock.moveTo(now);
    expect(await ballotsOf(pollId)).toHaveLength(1);
  });

  it('lets one phone guess ten cards, and a facilitator lead a whole club on one tablet', async () => {
    const pollId = await anOpenPoll(world, sokha, { takesOpenSupport: true });
    const { codes, batchId } = await someCards(world, sokha, { pollId, clubId });
    const device = aDevice();
    for (let tries = 0; tries < 10; tries += 1)
      expect(await cast({ pollId, ballot, card: 'ACDE-3479' }, { device })).toEqual(['CARD_NOT_RIGHT card']);
    expect(await cast({ pollId, ballot, card: codes[0] }, { device })).toEqual(['TOO_MANY_BALLOTS']);
    const tablet = { ...sokha, device: aDevice(), address: '198.51.100.7' };
    for (const card of codes) expect(await cast({ pollId, ballot, card }, tablet)).toEqual([]);
    for (let child = 0; child < 3; child += 1)
      expect(await cast({ pollId, ballot, turn: randomUUID() }, tablet)).toEqual([]);
    const rows = await ballotsOf(pollId);
    expect(rows.filter(({ voice }) => voice === 'OPEN_SUPPORT')).toHaveLength(3);
    expect(rows.filter(({ voice }) => voice === 'VERIFIED')).toHaveLength(codes.length);
    const [batch] = await world.em().execute('select signals from card_batches where id = ?', [batchId]);
    expect(batch!['signals']).toEqual([]);
  });

  it('holds one ballot at most to an operation, and one card question', async () => {
    const { errors } = await world.ask(
      `mutation ($a: CastBallotInput!) { a: castBallot(input: $a) { problems { code } } b: castBallot(input: $a) { problems { code } } }`,
      { a: { pollId: randomUUID(), ballot } },
      { device: aDevice() },
    );
    expect(errors).toHaveLength(1);
  });
});
