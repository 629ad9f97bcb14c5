import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedClient } from '@samleng/server';
import {
  aClub,
  anOpenPoll,
  closeByTwo,
  pollRefusals,
  seenResults,
  someCards,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { somePlaces } from '../../testing/some-places.ts';
import { aDevice, startWorld, type World } from '../../testing/world.ts';
import { cardHash, readCode } from './card-codes.ts';
import { nullifierOf, openPollKey } from './poll-keys.ts';
import { recountPolls } from './recount-polls.ts';

let world: World;
let sokha: Staff;
let dara: Staff;
let clubId: string;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  [sokha, dara] = await twoFacilitators(world);
  clubId = await aClub(world, 13, 10);
});
afterAll(() => world.end());

const rankings = [
  ['o1', 'o2', 'o3'],
  ['o2', 'o1'],
  ['o3', 'o2', 'o1'],
  ['o1', 'o3'],
];
const rankingOf = (child: number) => ({ ranking: rankings[child % rankings.length]! });

/** A ranked poll that 25 children answered with cards, one after another. */
async function aRun(): Promise<{ pollId: string; codes: string[]; batchId: string }> {
  const pollId = await anOpenPoll(world, sokha);
  const { codes, batchId } = await someCards(world, sokha, { pollId, clubId, size: 25 });
  for (const [child, card] of codes.entries())
    expect(
      await pollRefusals(
        world,
        'castBallot',
        { pollId, card, ballot: rankingOf(child) },
        { device: aDevice() },
      ),
    ).toEqual([]);
  return { pollId, codes, batchId };
}

describe('closing a poll', () => {
  it('hides every result until two different people have closed it', async () => {
    const { pollId } = await aRun();
    for (const as of [{}, { device: aDevice() }, sokha, dara])
      expect(await seenResults(world, pollId, as)).toEqual({
        state: 'OPEN',
        resultHiddenBecause: 'NOT_CLOSED',
        results: [],
      });
    expect(await pollRefusals(world, 'confirmClose', { pollId }, dara)).toEqual(['WRONG_STATE']);
    expect(await pollRefusals(world, 'closePoll', { pollId }, sokha)).toEqual([]);
    const before = await countRows(world, 'ballots', 'counted_ballots', 'poll_results', 'poll_keys');
    expect(await pollRefusals(world, 'confirmClose', { pollId }, sokha)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await countRows(world, 'ballots', 'counted_ballots', 'poll_results', 'poll_keys')).toEqual(before);
    expect((await seenResults(world, pollId, sokha)).results).toEqual([]);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, dara)).toEqual([]);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, dara)).toEqual(['WRONG_STATE']);
    const { state, results } = await seenResults(world, pollId);
    expect(state).toBe('CLOSED');
    // 7 × o1>o2>o3, 6 × o2>o1, 6 × o3>o2>o1, 6 × o1>o3: o1 beats o2 13 to 12 and o3 19 to 6.
    expect(results[0]).toMatchObject({
      voice: 'VERIFIED',
      ballots: 25,
      papers: 0,
      sentence: { key: 'WON', values: { option: 'o1' } },
      winners: [{ key: 'o1', titleEn: 'Toilets' }],
      outcome: {
        rule: 'schulze',
        winners: ['o1'],
        pairs: {
          table: [
            [0, 13, 19],
            [12, 0, 13],
            [6, 12, 0],
          ],
        },
      },
    });
    expect((await auditOf(world, pollId)).map(({ deed }) => deed)).toEqual([
      'makePoll',
      'openPoll',
      'makeCards',
      'closePoll',
      'confirmClose',
    ]);
  });

  it('leaves nothing in the database by which a ballot could be linked to a card', async () => {
    const { pollId, codes } = await aRun();
    const key = (await openPollKey({ ...world.service, em: world.em() } as never, pollId))!;
    const hashes = codes.map((code) => cardHash(readCode(code)!, world.settings.SECRETS_KEY));
    const nullifiers = hashes.map((hash) => nullifierOf(key, 'card', hash));
    const [kept] = await world
      .em()
      .execute<{ sealed_key: string }[]>('select sealed_key from poll_keys where poll_id = ?', [pollId]);
    const live = await dumpOf(world);
    expect(live.text).toContain(kept!.sealed_key);
    expect(nullifiers.every((nullifier) => live.text.includes(nullifier))).toBe(true);
    await closeByTwo(world, pollId, [sokha, dara]);
    const dump = await dumpOf(world);
    for (const secret of [...nullifiers, ...hashes, kept!.sealed_key, key.toString('hex')])
      expect(dump.text).not.toContain(secret);
    const rows = await world
      .em()
      .execute<{ number: number; choice: string; xmin: string; ctid: string }[]>(
        'select number, choice, xmin::text, ctid::text from counted_ballots where poll_id = ? order by ctid',
        [pollId],
      );
    // One transaction wrote them all, so that versions say nothing; place and number say the same drawn order.
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, place) => place + 1));
    const cast = codes.map((_, child) => JSON.stringify(rankingOf(child)));
    expect(rows.map(({ choice }) => choice).sort()).toEqual(cast.toSorted());
    const [left] = await world
      .em()
      .execute(
        `select (select count(*) from ballots where poll_id = ?) + (select count(*) from poll_keys where poll_id = ?) as count`,
        [pollId, pollId],
      );
    expect(Number(left!['count'])).toBe(0);
  });

  it('counts every ballot that was taken while closing was asked for, and no other', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { codes } = await someCards(world, sokha, { pollId, clubId, size: 25 });
    const casts = codes.map((card) =>
      pollRefusals(world, 'castBallot', { pollId, card, ballot: { ranking: ['o1'] } }, { device: aDevice() }),
    );
    const [answers, asked] = await Promise.all([
      Promise.all(casts),
      pollRefusals(world, 'closePoll', { pollId }, sokha),
    ]);
    expect(asked).toEqual([]);
    const taken = answers.filter((problems) => problems.length === 0).length;
    expect(
      answers.filter((problems) => problems.length > 0).every(([why]) => why === 'POLL_NOT_OPEN pollId'),
    ).toBe(true);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, dara)).toEqual([]);
    const { results } = await seenResults(world, pollId);
    expect(results[0]?.ballots ?? 0).toBe(taken);
  });

  it('writes ballots in an order drawn anew each time', async () => {
    const orders = new Set<string>();
    for (let run = 0; run < 3; run += 1) {
      const { pollId } = await aRun();
      await closeByTwo(world, pollId, [sokha, dara]);
      const rows = await world
        .em()
        .execute('select choice from counted_ballots where poll_id = ? order by number', [pollId]);
      orders.add(JSON.stringify(rows));
    }
    // 25 ballots of four kinds fall into the order of casting, or twice into one, once in 10¹³.
    expect(orders.size).toBe(3);
    expect(orders).not.toContain(
      JSON.stringify(
        Array.from({ length: 25 }, (_, child) => ({ choice: JSON.stringify(rankingOf(child)) })),
      ),
    );
  });

  it('is counted again by the audit, which tells every change', async () => {
    const { pollId } = await aRun();
    await closeByTwo(world, pollId, [sokha, dara]);
    const recount = async () => {
      const { audit, polls } = await recountPolls({ em: world.em() }, pollId);
      expect(audit).toBeNull();
      return polls[0]!.differences.length;
    };
    expect(await recount()).toBe(0);
    const em = world.em();
    const [row] = await em.execute<{ choice: string }[]>(
      'select choice from counted_ballots where poll_id = ? and number = 3',
      [pollId],
    );
    const tamperings: [string, string][] = [
      [
        `update counted_ballots set choice = '{"ranking":["o3"]}' where poll_id = ? and number = 3`,
        `update counted_ballots set choice = '${row!.choice}' where poll_id = ? and number = 3`,
      ],
      [
        `update counted_ballots set choice = 'no ballot' where poll_id = ? and number = 3`,
        `update counted_ballots set choice = '${row!.choice}' where poll_id = ? and number = 3`,
      ],
      [
        `update counted_ballots set is_doubted = true where poll_id = ? and number = 3`,
        `update counted_ballots set is_doubted = false where poll_id = ? and number = 3`,
      ],
      [`update polls set rule = 'borda' where id = ?`, `update polls set rule = 'schulze' where id = ?`],
      [
        `update poll_results set outcome = jsonb_set(outcome, '{winners}', '["o3"]') where poll_id = ?`,
        `update poll_results set outcome = jsonb_set(outcome, '{winners}', '["o1"]') where poll_id = ?`,
      ],
      [`update polls set state = 'OPEN' where id = ?`, `update polls set state = 'CLOSED' where id = ?`],
      [
        `update poll_options set state = 'REFUSED' where poll_id = ? and key = 'o3'`,
        `update poll_options set state = 'STANDING' where poll_id = ? and key = 'o3'`,
      ],
    ];
    for (const [change, back] of tamperings) {
      await em.execute(change, [pollId]);
      expect(await recount(), change).toBeGreaterThan(0);
      await em.execute(back, [pollId]);
      expect(await recount(), back).toBe(0);
    }
    await em.execute('delete from counted_ballots where poll_id = ? and number = 25', [pollId]);
    expect(await recount()).toBeGreaterThan(0);
  });

  it('shows a doubted batch included and excluded, and leaves void cards out', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const second = await aClub(world, 11, 0);
    const first = await someCards(world, sokha, { pollId, clubId, size: 12 });
    const doubted = await someCards(world, sokha, { pollId, clubId: second });
    const phone = { device: aDevice() };
    for (const card of first.codes)
      await pollRefusals(
        world,
        'castBallot',
        { pollId, card, ballot: { ranking: ['o1'] } },
        { device: aDevice() },
      );
    // One phone casts a whole batch within minutes.
    for (const card of doubted.codes)
      expect(
        await pollRefusals(world, 'castBallot', { pollId, card, ballot: { ranking: ['o2'] } }, phone),
      ).toEqual([]);
    expect(await pollRefusals(world, 'voidCard', { pollId, card: first.codes[0]! }, sokha)).toEqual([]);
    expect(
      await pollRefusals(
        world,
        'castBallot',
        { pollId, card: first.codes[0], ballot: { ranking: ['o2'] } },
        { device: aDevice() },
      ),
    ).toEqual(['CARD_NOT_RIGHT card']);
    await pollRefusals(world, 'closePoll', { pollId }, sokha);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, dara)).toEqual(['FLAG_NOT_REVIEWED']);
    const review = { batchId: doubted.batchId, review: 'DOUBTFUL' };
    expect(await pollRefusals(world, 'reviewFlag', review, sokha)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await pollRefusals(world, 'reviewFlag', review, dara)).toEqual([]);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, dara)).toEqual([]);
    const { results } = await seenResults(world, pollId);
    expect(
      results.map(({ isWithoutDoubted, ballots, outcome }) => [isWithoutDoubted, ballots, outcome.winners]),
    ).toEqual([
      [false, 24, ['o2']],
      [true, 11, ['o1']],
    ]);
    const { polls } = await recountPolls({ em: world.em() }, pollId);
    expect(polls[0]!.differences).toEqual([]);
  });

  it('marks a batch that gave more ballots than children drew', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { codes, batchId } = await someCards(world, sokha, { pollId, clubId });
    expect(await pollRefusals(world, 'recordCardDrawn', { batchId, member: '7' }, sokha)).toEqual([]);
    expect(await pollRefusals(world, 'recordCardDrawn', { batchId, member: '7' }, sokha)).toEqual([
      'ALREADY_THERE member',
    ]);
    for (const card of codes.slice(0, 2))
      await pollRefusals(world, 'castBallot', { pollId, card, ballot: rankingOf(0) }, { device: aDevice() });
    await pollRefusals(world, 'closePoll', { pollId }, sokha);
    const [batch] = await world.em().execute('select signals from card_batches where id = ?', [batchId]);
    expect(batch!['signals']).toEqual(['MORE_BALLOTS_THAN_DRAWN']);
  });

  it('takes an administrator as the second person, and no facilitator of elsewhere', async () => {
    const pollId = await anOpenPoll(world, sokha);
    await pollRefusals(world, 'closePoll', { pollId }, sokha);
    const far = await aStaffMember(world, 'far away', [{ role: 'FACILITATOR', placeCode: '170704' }]);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, far)).toEqual(['NOT_FOUND pollId']);
    const admin = await aStaffMember(world, 'admin of polls', [{ role: 'ADMINISTRATOR' }]);
    expect(await pollRefusals(world, 'confirmClose', { pollId }, admin)).toEqual([]);
    expect(await seenResults(world, pollId)).toEqual({
      state: 'CLOSED',
      resultHiddenBecause: 'NO_BALLOTS',
      results: [],
    });
  });
});

/** Every row of every table as text, and of the embedded database its files too: also what was deleted. */
async function dumpOf(from: World): Promise<{ text: string }> {
  const tables = await from
    .em()
    .execute<{ name: string }[]>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await from
      .em()
      .execute<{ row: string }[]>(`select xmin::text || ctid::text || t::text as row from "${name}" t`);
    parts.push(...rows.map(({ row }) => row));
  }
  if (from.database.kind === 'embedded') {
    const client = await embeddedClient(from.database.orm);
    await client.exec('checkpoint');
    for (const { name } of tables) {
      const { rows } = await client.query<{ page: Uint8Array }>(
        `select pg_read_binary_file(pg_relation_filepath('${name}')) as page`,
      );
      parts.push(Buffer.from(rows[0]!.page).toString('latin1'));
    }
  }
  return { text: parts.join('\n') };
}
