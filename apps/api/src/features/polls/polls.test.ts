import { randomUUID } from 'node:crypto';
import { demoWorld } from '@samleng/personas';
import { countQueries } from '@samleng/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aClub,
  aDraft,
  anOpenPoll,
  pollDeed,
  pollInput,
  pollRefusals,
  someCards,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { countRows } from '../../testing/count-rows.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { pollTemplates } from './poll-templates.ts';

let world: World;
let sokha: Staff;
let dara: Staff;
let clubId: string;
const callers: Record<string, Caller> = { stranger: {}, child: { device: aDevice() } };
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  [sokha, dara] = await twoFacilitators(world);
  clubId = await aClub(world, 20, 7);
  callers['other facilitator'] = await aStaffMember(world, 'elsewhere', [
    { role: 'FACILITATOR', placeCode: kaevPoar.commune },
  ]);
  callers['official'] = await aStaffMember(world, 'official', [{ role: 'OFFICIAL' }]);
  callers['analyst'] = await aStaffMember(world, 'analyst', [{ role: 'ANALYST', placeCode: lvea.province }]);
  callers['administrator'] = await aStaffMember(world, 'administrator', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.end());

const tables = ['polls', 'poll_options', 'card_batches', 'cards', 'card_draws', 'paper_sheets', 'poll_keys'];

describe('making a poll', () => {
  it('gives one poll for a form, however often it is sent', async () => {
    const input = pollInput(world);
    const first = await pollDeed(world, 'makePoll', input, sokha);
    const again = await pollDeed(world, 'makePoll', input, sokha);
    expect(again.poll!.id).toBe(first.poll!.id);
    expect(await pollRefusals(world, 'makePoll', { ...input, questionEn: 'Another?' }, sokha)).toEqual([
      'SAME_KEY_OTHER_CONTENT idempotencyKey',
    ]);
  });

  it.each<[string, object, string]>([
    ['no question', { questionEn: ' ' }, 'REQUIRED questionKm'],
    ['a place that is not there', { placeCode: '14090799' }, 'PLACE_NOT_FOUND placeCode'],
    ['a rule of another type', { rule: 'approval' }, 'RULE_OF_ANOTHER_TYPE rule'],
    ['a setting of another type', { settings: [{ name: 'faces', value: 5 }] }, 'SETTINGS_NOT_RIGHT faces'],
    ['an end before its beginning', { closesAt: '2020-01-01T00:00:00Z' }, 'CLOSES_BEFORE_OPENING closesAt'],
    ['no seats', { seats: 0 }, 'OUT_OF_RANGE seats'],
    [
      'a school that is none',
      { electorate: 'SCHOOL', schoolOfficeId: randomUUID() },
      'NOT_FOUND schoolOfficeId',
    ],
    ['an option without a title', { options: [{}] }, 'REQUIRED options.0.titleKm'],
    ['a budget without costs', { ballotType: 'BUDGET' }, 'REQUIRED options.0.costRiel'],
    [
      'an issue that is not there',
      { options: [{ titleEn: 'x', issueId: randomUUID() }] },
      'NOT_FOUND options.0.issueId',
    ],
  ])('refuses %s, and writes nothing', async (_what, given, problem) => {
    const before = await countRows(world, ...tables);
    expect(await pollRefusals(world, 'makePoll', pollInput(world, given), sokha)).toEqual([problem]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('opens only what can be answered, and changes nothing afterwards', async () => {
    const pollId = await aDraft(world, sokha, { options: [{ titleEn: 'Only one' }], seats: 2 });
    expect(await pollRefusals(world, 'openPoll', { pollId }, sokha)).toEqual([
      'TOO_FEW_OPTIONS options',
      'OUT_OF_RANGE seats',
    ]);
    expect(await pollRefusals(world, 'addPollOption', { pollId, titleEn: 'Another' }, dara)).toEqual([]);
    expect(await pollRefusals(world, 'addPollOption', { pollId, titleEn: 'A third' }, dara)).toEqual([]);
    expect(await pollRefusals(world, 'removePollOption', { pollId, key: 'o2' }, dara)).toEqual([]);
    const { idempotencyKey: _key, options: _options, ...wish } = pollInput(world, { questionEn: 'Better?' });
    expect(await pollRefusals(world, 'changePoll', { ...wish, pollId }, dara)).toEqual([]);
    expect(await pollRefusals(world, 'openPoll', { pollId }, sokha)).toEqual([]);
    expect(await pollRefusals(world, 'changePoll', { ...wish, pollId }, sokha)).toEqual(['WRONG_STATE']);
    expect(await pollRefusals(world, 'addPollOption', { pollId, titleEn: 'Late' }, sokha)).toEqual([
      'WRONG_STATE',
    ]);
    expect(await pollRefusals(world, 'removePollOption', { pollId, key: 'o1' }, sokha)).toEqual([
      'WRONG_STATE',
    ]);
    expect(await pollRefusals(world, 'openPoll', { pollId }, sokha)).toEqual(['WRONG_STATE']);
    const { data } = await world.ask<{ poll: { questionEn: string; options: { key: string }[] } }>(
      `query ($id: ID!) { poll(id: $id) { questionEn options { key } } }`,
      { id: pollId },
    );
    expect(data.poll).toEqual({ questionEn: 'Better?', options: [{ key: 'o1' }, { key: 'o3' }] });
  });

  it("takes children's proposals, which nobody else reads until a facilitator takes them up", async () => {
    const pollId = await aDraft(world, sokha, { takesProposals: true });
    const child = { device: aDevice() };
    expect(await pollRefusals(world, 'proposePollOption', { pollId, title: 'A library' }, child)).toEqual([]);
    expect(
      await pollRefusals(world, 'proposePollOption', { pollId, title: 'Call 012 345 678' }, child),
    ).toEqual([]);
    const query = `query ($id: ID!) { poll(id: $id) { options { key } proposals { key titleEn state } } }`;
    const seen = async (as: Caller) =>
      (await world.ask<{ poll: { options: object[]; proposals: object[] } }>(query, { id: pollId }, as)).data
        .poll;
    expect((await seen(child)).proposals).toEqual([]);
    expect((await seen(child)).options).toHaveLength(3);
    expect((await seen(dara)).proposals).toEqual([
      { key: 'o4', titleEn: 'A library', state: 'PROPOSED' },
      { key: 'o5', titleEn: 'Call 012 345 678', state: 'PROPOSED' },
    ]);
    expect(
      await pollRefusals(
        world,
        'moderateProposal',
        { pollId, key: 'o4', accept: true, titleKm: 'បណ្ណាល័យ' },
        dara,
      ),
    ).toEqual([]);
    expect(await pollRefusals(world, 'moderateProposal', { pollId, key: 'o5', accept: true }, dara)).toEqual([
      'IDENTIFIERS_LEFT titleKm',
    ]);
    expect(await pollRefusals(world, 'moderateProposal', { pollId, key: 'o5', accept: false }, dara)).toEqual(
      [],
    );
    expect((await seen(child)).options).toHaveLength(4);
    await pollRefusals(world, 'proposePollOption', { pollId, title: 'My uncle beats me' }, child);
    // Words only raise: it is read first, and waits for a human like the others.
    expect((await seen(dara)).proposals.map((one) => (one as { key: string; state: string }).key)).toEqual([
      'o6',
      'o4',
      'o5',
    ]);
    // What is refused or taken out loses its words for good, and comes back only with others.
    const refuse = { pollId, key: 'o6', accept: false };
    expect(await pollRefusals(world, 'moderateProposal', refuse, dara)).toEqual([]);
    expect(await pollRefusals(world, 'removePollOption', { pollId, key: 'o4' }, dara)).toEqual([]);
    expect((await seen(dara)).proposals).toEqual(
      ['o4', 'o5', 'o6'].map((key) => ({ key, titleEn: null, state: 'REFUSED' })),
    );
    const left = await world
      .em()
      .execute(`select 1 from poll_options where title_en in ('My uncle beats me', 'Call 012 345 678')`);
    expect(left).toEqual([]);
    expect((await pollRefusals(world, 'moderateProposal', { ...refuse, accept: true }, dara)).length).toBe(1);
    const closed = await aDraft(world, sokha);
    expect(
      await pollRefusals(world, 'proposePollOption', { pollId: closed, title: 'A library' }, child),
    ).toEqual(['NOT_FOUND pollId']);
  });

  it('lets children rank the top issues of a commune, and shows the poll on each issue', async () => {
    const ids = [
      await aPublishedIssue(world, sokha),
      await aPublishedIssue(world, sokha, { titleEn: 'A safe road' }),
    ];
    const input = {
      idempotencyKey: randomUUID(),
      communeCode: lvea.commune,
      electorate: 'CLUB',
      opensAt: world.clock.now().toISOString(),
      closesAt: '2027-01-01T00:00:00Z',
    };
    const { poll, problems } = await pollDeed(world, 'pollFromTopIssues', input, sokha, 'poll { id state }');
    expect(problems).toEqual([]);
    await pollRefusals(world, 'openPoll', { pollId: poll!.id }, sokha);
    const { data } = await world.ask<{ poll: object; issue: object }>(
      `query ($id: ID!, $issue: ID!) { poll(id: $id) { isFromIssues ballotType options { issue { id } titleEn } } issue(id: $issue) { polls { id } } }`,
      { id: poll!.id, issue: ids[1] },
    );
    expect(data.poll).toMatchObject({ isFromIssues: true, ballotType: 'RANKED' });
    expect(
      (data.poll as { options: { issue: { id: string } }[] }).options.map(({ issue }) => issue.id).toSorted(),
    ).toEqual(ids.toSorted());
    expect(data.issue).toEqual({ polls: [{ id: poll!.id }] });
  });

  it('starts from ten templates, each of which opens', async () => {
    expect(
      pollTemplates.map(({ questionKm, questionEn, options }) => [
        questionKm,
        questionEn,
        options.map(({ titleEn }) => titleEn),
      ]),
    ).toEqual(demoWorld.polls.map(({ titleKm, titleEn, optionsEn }) => [titleKm, titleEn, [...optionsEn]]));
    const { data } = await world.ask<{ pollTemplates: object[]; ballotTypes: object[] }>(
      `{ pollTemplates { key ballotType electorate options { titleKm pictureKey } } ballotTypes { name gesture shape rules hasSheet settings { name least most usual oneOf } } }`,
    );
    expect([data.pollTemplates.length, data.ballotTypes.length]).toEqual([10, 7]);
    for (const { questionKm, questionEn, ballotType, settings, options } of pollTemplates)
      await anOpenPoll(world, sokha, {
        questionKm,
        questionEn,
        ballotType,
        options,
        settings: Object.entries(settings).map(([name, value]) => ({ name, value })),
      });
  });
});

describe('cards', () => {
  it('are one for each child and a tenth more; the rest takes a second person', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { batchId, codes } = await someCards(world, sokha, { pollId, clubId });
    expect(codes).toHaveLength(30);
    expect(new Set(codes).size).toBe(30);
    expect(codes.every((code) => /^[34679ACDEFHJKMNPRTWXY]{4}-[34679ACDEFHJKMNPRTWXY]{4}$/.test(code))).toBe(
      true,
    );
    const stored = await world
      .em()
      .execute<{ hash: string }[]>('select hash from cards where batch_id = ?', [batchId]);
    expect(stored).toHaveLength(30);
    const more = await pollDeed<{ batch: { id: string; state: string }; codes: string[] }>(
      world,
      'makeCards',
      { idempotencyKey: randomUUID(), pollId, clubId, size: 5 },
      sokha,
      'batch { id state } codes',
    );
    expect(more).toMatchObject({ batch: { state: 'ASKED' }, codes: [] });
    expect(await pollRefusals(world, 'approveCards', { batchId: more.batch.id }, sokha)).toEqual([
      'SECOND_PERSON_NEEDED',
    ]);
    const approved = await pollDeed<{ codes: string[] }>(
      world,
      'approveCards',
      { batchId: more.batch.id },
      dara,
      'batch { id } codes',
    );
    expect(approved.codes).toHaveLength(5);
    expect(await pollRefusals(world, 'approveCards', { batchId: more.batch.id }, dara)).toEqual([
      'WRONG_STATE',
    ]);
  });

  it('are void at the word of somebody other than their maker once the poll is open', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const { batchId, codes } = await someCards(world, sokha, { pollId, clubId });
    expect(await pollRefusals(world, 'voidCards', { batchId }, sokha)).toEqual(['SECOND_PERSON_NEEDED']);
    expect(await pollRefusals(world, 'voidCards', { batchId }, dara)).toEqual([]);
    expect(
      await pollRefusals(
        world,
        'castBallot',
        { pollId, card: codes[0], ballot: { ranking: ['o1'] } },
        { device: aDevice() },
      ),
    ).toEqual(['CARD_NOT_RIGHT card']);
    // Void ones no longer stand against the cap.
    expect((await someCards(world, sokha, { pollId, clubId })).codes).toHaveLength(30);
  });

  it('over thirty at once need the passphrase given again, and lead to their poll', async () => {
    const pollId = await anOpenPoll(world, sokha);
    const large = await aClub(world, 30, 10);
    await world
      .em()
      .execute('update sessions set reauthenticated_at = null where account_id = ?', [dara.accountId]);
    const input = { idempotencyKey: randomUUID(), pollId, clubId: large };
    expect(await pollRefusals(world, 'makeCards', input, dara)).toEqual(['SIGN_IN_AGAIN']);
    const { codes } = await someCards(world, sokha, { pollId, clubId: large });
    const seen = (card: string) =>
      world.ask<{ pollOfCard: { id: string } | null }>(
        `query ($card: String!) { pollOfCard(card: $card) { id } }`,
        { card },
        { device: aDevice() },
      );
    expect((await seen(codes[3]!)).data.pollOfCard).toEqual({ id: pollId });
    expect((await seen('ACDE-FHJK')).data.pollOfCard).toBeNull();
  });
});

describe('who may do what', () => {
  it('refuses everybody who does not run polls of the place, alike, and writes nothing', async () => {
    const draft = await aDraft(world, sokha);
    const pollId = await anOpenPoll(world, sokha);
    const { batchId, codes } = await someCards(world, sokha, { pollId, clubId });
    const { idempotencyKey: _key, options: _options, ...wish } = pollInput(world);
    const deeds: [string, object, string][] = [
      ['makePoll', pollInput(world), 'NOT_FOUND placeCode'],
      ['changePoll', { ...wish, pollId: draft }, 'NOT_FOUND placeCode'],
      [
        'pollFromTopIssues',
        {
          idempotencyKey: randomUUID(),
          communeCode: lvea.commune,
          electorate: 'CLUB',
          opensAt: wish.opensAt,
          closesAt: wish.closesAt,
        },
        'NOT_FOUND communeCode',
      ],
      ['addPollOption', { pollId: draft, titleEn: 'x' }, 'NOT_FOUND pollId'],
      ['removePollOption', { pollId: draft, key: 'o1' }, 'NOT_FOUND pollId'],
      ['moderateProposal', { pollId: draft, key: 'o1', accept: true }, 'NOT_FOUND pollId'],
      ['openPoll', { pollId: draft }, 'NOT_FOUND pollId'],
      ['makeCards', { idempotencyKey: randomUUID(), pollId, clubId }, 'NOT_FOUND pollId'],
      ['recordCardDrawn', { batchId, member: '1' }, 'NOT_FOUND batchId'],
      ['voidCard', { pollId, card: codes[0] }, 'NOT_FOUND pollId'],
      [
        'enterPaperCounts',
        { idempotencyKey: randomUUID(), pollId, papers: 1, photoKey: 'a', signers: ['a', 'b'], ballots: [] },
        'NOT_FOUND pollId',
      ],
      ['closePoll', { pollId }, 'NOT_FOUND pollId'],
      ['keepPollOpen', { pollId }, 'NOT_FOUND pollId'],
    ];
    // What an administrator may do as the second person.
    const second: [string, object, string][] = [
      ['approveCards', { batchId }, 'NOT_FOUND batchId'],
      ['voidCards', { batchId }, 'NOT_FOUND batchId'],
      ['reviewFlag', { batchId, review: 'DOUBTFUL' }, 'NOT_FOUND batchId'],
      ['confirmClose', { pollId }, 'NOT_FOUND pollId'],
    ];
    const before = await countRows(world, ...tables);
    for (const [who, as] of Object.entries(callers))
      for (const [deed, input, problem] of who === 'administrator' ? deeds : [...deeds, ...second])
        expect(await pollRefusals(world, deed, input, as), `${deed} as ${who}`).toEqual([problem]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('shows drafts, cards, sheets and the number of ballots to those who run the poll alone', async () => {
    const draft = await aDraft(world, sokha);
    const pollId = await anOpenPoll(world, sokha);
    await someCards(world, sokha, { pollId, clubId });
    const query = `query ($draft: ID!, $id: ID!) { draft: poll(id: $draft) { id } poll(id: $id) { ballotsSoFar cardBatches { size } paperSheets { id } viewerCan { change answer run makeCards enterPapers close confirmClose keepOpen propose } } }`;
    const seen = async (as: Caller) =>
      (
        await world.ask<{
          draft: object | null;
          poll: { ballotsSoFar: number | null; cardBatches: object[]; viewerCan: Record<string, boolean> };
        }>(query, { draft, id: pollId }, as)
      ).data;
    for (const [who, as] of Object.entries(callers)) {
      const { draft: shown, poll } = await seen(as);
      if (who === 'administrator') expect([shown !== null, poll.cardBatches.length]).toEqual([true, 1]);
      else expect([who, shown, poll.ballotsSoFar, poll.cardBatches]).toEqual([who, null, null, []]);
      expect(Object.entries(poll.viewerCan).filter(([, may]) => may)).toEqual([['answer', true]]);
    }
    const own = await seen(dara);
    expect([own.draft !== null, own.poll.ballotsSoFar, own.poll.cardBatches]).toEqual([
      true,
      0,
      [{ size: 30 }],
    ]);
    expect(own.poll.viewerCan).toEqual({
      change: false,
      answer: true,
      run: true,
      makeCards: true,
      enterPapers: true,
      close: true,
      confirmClose: false,
      keepOpen: false,
      propose: false,
    });
  });

  it('asks for a page of twenty polls with everything in a fixed number of queries', async () => {
    for (let poll = 0; poll < 4; poll += 1) await anOpenPoll(world, sokha);
    const ask = (first: number) =>
      world.ask<{ polls: { nodes: object[]; pageInfo: { endCursor: string } } }>(
        `query ($first: Int!, $after: String) { polls(filter: { placeCode: "14", state: OPEN }, first: $first, after: $after) { nodes { id place { nameKm }
           options { id issue { id } } settings { name } results { id winners { key } } resultHiddenBecause viewerCan { answer } } pageInfo { endCursor hasNextPage } } }`,
        { first },
      );
    const few = await countQueries(world.database, () => ask(1));
    const many = await countQueries(world.database, () => ask(20));
    expect(many.count).toBe(few.count);
    expect(many.count).toBeLessThanOrEqual(5);
  });
});
