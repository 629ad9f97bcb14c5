import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  anOpenPoll,
  closeByTwo,
  pollDeed,
  pollRefusals,
  type Staff,
  twoFacilitators,
} from '../../testing/a-poll.ts';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { planInput } from '../../testing/an-official.ts';
import { type OfficesByKind, someOffices } from '../../testing/some-offices.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let offices: OfficesByKind;
let two: readonly [Staff, Staff];
let school: Caller;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  offices = await someOffices(world, lvea.village);
  two = await twoFacilitators(world);
  school = await aStaffMember(world, 'Srey', [{ role: 'OFFICIAL', officeId: offices.SCHOOL.id }]);
});
afterAll(() => world.end());

/** An open poll about an issue and something else, answered by so many phones and closed by two. */
async function closedPoll(issueId: string, answers: number, given: object = {}): Promise<string> {
  const pollId = await anOpenPoll(world, two[0], {
    ballotType: 'SINGLE_CHOICE',
    electorate: 'OPEN',
    options: [{ issueId }, { titleEn: 'A library', titleKm: 'បណ្ណាល័យ' }],
    ...given,
  });
  for (let n = 0; n < answers; n += 1) {
    const cast = { pollId, ballot: { choice: n === 0 ? 'o2' : 'o1' } };
    expect(await pollRefusals(world, 'castBallot', cast, { device: aDevice() })).toEqual([]);
  }
  await closeByTwo(world, pollId, two);
  return pollId;
}

const nearby = async (communeCodes: string[], as: Caller) => {
  const { data, errors } = await world.ask<{ pollResultsNearby: { id: string }[] }>(
    `query ($codes: [String!]) { pollResultsNearby(communeCodes: $codes) { id results { ballots } } }`,
    { codes: communeCodes },
    as,
  );
  expect(errors).toEqual([]);
  return data.pollResultsNearby.map(({ id }) => id);
};

const heard = async (device: string) => {
  const { data } = await world.ask<{
    notices: { nodes: { issue: { id: string; polls: { id: string }[] }; event: { change: string } }[] };
  }>(`{ notices(first: 20) { nodes { issue { id polls { id } } event { change } } } }`, {}, { device });
  return data.notices.nodes.map(({ issue, event }) => [issue.id, event.change, issue.polls.length]);
};

it('tells a result to all of the commune and to supporters of its issues, not to those who answered', async () => {
  const issueId = await aPublishedIssue(world, two[0]);
  const supporter = aDevice();
  await world.ask(
    `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { problems { code } } }`,
    { input: { issueId } },
    { device: supporter },
  );
  const pollId = await closedPoll(issueId, 4);
  expect(await heard(supporter)).toEqual([[issueId, 'POLLED', 1]]);
  expect(await nearby([], { device: supporter })).toEqual([pollId]);
  expect(await nearby([lvea.commune], {})).toEqual([pollId]);
  expect(await nearby([lvea.commune, "x'; drop table polls", '999999'], {})).toEqual([pollId]);
  expect(await nearby([], { device: aDevice() })).toEqual([]);
  expect(await nearby(['999999'], {})).toEqual([]);
});

it('tells nothing of a poll whose result is not shown', async () => {
  const issueId = await aPublishedIssue(world, two[0], { titleEn: 'A quiet road' });
  const before = await nearby([lvea.commune], {});
  await closedPoll(issueId, 2);
  await closedPoll(issueId, 9, { isSensitive: true });
  expect(await nearby([lvea.commune], {})).toEqual(before);
  const [row] = await world
    .em()
    .execute<{ n: number }[]>(
      `select count(*)::int as n from issue_events where issue_id = ? and change = 'POLLED'`,
      [issueId],
    );
  expect(row!.n).toBe(0);
});

it('goes onto the plan of the office whose turn it is, linked both ways', async () => {
  const issueId = await aPublishedIssue(world, two[0], { titleEn: 'Doors' });
  const other = await aPublishedIssue(world, two[0], { titleEn: 'Books' });
  const pollId = await closedPoll(issueId, 3);
  const { issueId: _issue, titleEn: _title, ...promise } = planInput(issueId);
  const plan = (given: object, as: Caller = school) =>
    pollDeed<{ planItem: { id: string; titleEn: string | null; issue: { id: string } } | null }>(
      world,
      'planPollOption',
      { pollId, option: 'o1', ...promise, idempotencyKey: randomUUID(), ...given },
      as,
      'planItem { id titleEn issue { id } }',
    );
  const why = async (given: object, as: Caller = school) =>
    (await plan(given, as)).problems.map(({ code, field }) => `${code} ${field}`);

  expect(await why({ option: 'o9' })).toEqual(['OPTION_UNKNOWN option']);
  expect(await why({ option: 'o2' })).toEqual(['REQUIRED issueId']);
  expect(await why({ option: 'o2', issueId: randomUUID() })).toEqual(['NOT_FOUND issueId']);
  expect(await why({ costRiel: null })).toEqual(['REQUIRED costRiel']);
  for (const stranger of [{}, { device: aDevice() }, two[0]])
    expect(await why({}, stranger)).toEqual(['NOT_FOUND issueId']);
  const unseen = await closedPoll(issueId, 1);
  expect(await why({ pollId: unseen })).toEqual(['WRONG_STATE pollId']);
  expect(await world.em().execute('select 1 from plan_items')).toHaveLength(0);

  const key = randomUUID();
  const first = await plan({ idempotencyKey: key });
  expect(first.problems).toEqual([]);
  expect(first.planItem).toMatchObject({ titleEn: 'Doors', issue: { id: issueId } });
  expect((await plan({ idempotencyKey: key })).planItem!.id).toBe(first.planItem!.id);
  expect(await why({ idempotencyKey: key, option: 'o2', issueId })).toEqual([
    'SAME_KEY_OTHER_CONTENT idempotencyKey',
  ]);
  world.clock.advance(1_000);
  const second = await plan({ option: 'o2', issueId: other });
  expect(second.planItem).toMatchObject({ titleEn: 'A library', issue: { id: other } });

  const { data } = await world.ask<{
    poll: { planItems: object[] };
    issue: { planItems: { poll: { id: string }; pollOption: { key: string } }[] };
  }>(
    `query ($id: ID!, $issue: ID!) { poll(id: $id) { planItems { id pollOption { key } } }
       issue(id: $issue) { planItems { poll { id } pollOption { key titleKm } } } }`,
    { id: pollId, issue: other },
  );
  expect(data.poll.planItems).toEqual([
    { id: first.planItem!.id, pollOption: { key: 'o1' } },
    { id: second.planItem!.id, pollOption: { key: 'o2' } },
  ]);
  expect(data.issue.planItems).toEqual([
    { poll: { id: pollId }, pollOption: { key: 'o2', titleKm: 'បណ្ណាល័យ' } },
  ]);
});

it('stands in the feeds of the commune, with a link to its page and no figure', async () => {
  const [pollId] = await nearby([lvea.commune], {});
  const json = await (await fetch(`${world.address}/feeds/${lvea.commune}.json`)).text();
  const { items } = JSON.parse(json) as { items: { id: string; url: string; content_text: string }[] };
  const item = items.find(({ id }) => id === pollId);
  expect(item?.url).toBe(`${world.settings.WEB_ORIGIN}/polls/${pollId}`);
  expect(item?.content_text).toContain('A poll is over.');
  const rss = await (await fetch(`${world.address}/feeds/${lvea.commune}.rss`)).text();
  expect(rss).toContain(`<link>${world.settings.WEB_ORIGIN}/polls/${pollId}</link>`);
});

it('tells a result for two months', async () => {
  expect(await nearby([lvea.commune], {})).toHaveLength(2);
  world.clock.advance(61 * 86_400_000);
  expect(await nearby([lvea.commune], {})).toEqual([]);
});
