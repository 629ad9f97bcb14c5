import { countQueries } from '@samleng/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../request.ts';
import { anIssue, rowCounts } from '../../testing/a-concern.ts';
import { aRequest } from '../../testing/a-request.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { recordEvent, type EventFacts } from '../issues/index.ts';

let world: World;
let facilitator: Caller;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
});
afterAll(() => world.end());

type Listed = {
  notices: {
    nodes: { id: string; isSeen: boolean; issue: { id: string }; event: { change: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  viewer: { unseenNotices: number };
};
const notices = `query ($first: Int, $after: String) { viewer { unseenNotices } notices(first: $first, after: $after) {
  nodes { id isSeen issue { id titleEn } event { change occurredOn } } pageInfo { hasNextPage endCursor } } }`;
const read = `mutation ($input: ReadNoticesInput!) { readNotices(input: $input) { unseenNotices problems { code field } } }`;
const support = `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { problems { code } } }`;
const withdraw = `mutation ($input: WithdrawSupportInput!) { withdrawSupport(input: $input) { problems { code } } }`;

const happens = (issueId: string, change: EventFacts['change']) => {
  world.clock.advance(1_000);
  return inTransaction(aRequest(world), (inside) => recordEvent(inside, issueId, { change }));
};

async function heard(device: string, variables: object = { first: 50 }) {
  const { data, errors } = await world.ask<Listed>(notices, variables, { device });
  expect(errors).toEqual([]);
  return { unseen: data.viewer.unseenNotices, ...data.notices };
}

describe('hearing back', () => {
  it('a supporter hears each change since its support once, newest first', async () => {
    const { id } = await anIssue(world, facilitator);
    const device = aDevice();
    await world.ask(support, { input: { issueId: id } }, { device });
    expect(await heard(device)).toMatchObject({ unseen: 0, nodes: [] });
    await happens(id, 'ACKNOWLEDGED');
    await happens(id, 'EDITED');
    await happens(id, 'ANSWERED');
    const { unseen, nodes } = await heard(device);
    expect(unseen).toBe(2);
    expect(nodes.map(({ event, isSeen }) => [event.change, isSeen])).toEqual([
      ['ANSWERED', false],
      ['ACKNOWLEDGED', false],
    ]);
    const { data } = await world.ask(read, { input: {} }, { device });
    expect(data).toEqual({ readNotices: { unseenNotices: 0, problems: [] } });
    await happens(id, 'PLAN_ADDED');
    const later = await heard(device);
    expect(later.unseen).toBe(1);
    expect(later.nodes.map(({ isSeen }) => isSeen)).toEqual([false, true, true]);
  });

  it('the child who raised it hears that it was published', async () => {
    const { concern } = await anIssue(world, facilitator);
    const { nodes } = await heard(concern.device);
    expect(nodes.map(({ event }) => event.change)).toContain('PUBLISHED');
  });

  it('some issues are read, the others stay new; other devices hear for themselves', async () => {
    const first = await anIssue(world, facilitator);
    const second = await anIssue(world, facilitator);
    const [device, other] = [aDevice(), aDevice()];
    for (const issueId of [first.id, second.id])
      for (const each of [device, other]) await world.ask(support, { input: { issueId } }, { device: each });
    await happens(first.id, 'ANSWERED');
    await happens(second.id, 'ANSWERED');
    const { data } = await world.ask(read, { input: { issueIds: [first.id, 'no id'] } }, { device });
    expect(data).toMatchObject({ readNotices: { unseenNotices: 1 } });
    expect((await heard(other)).unseen).toBe(2);
    await world.ask(withdraw, { input: { issueId: second.id } }, { device });
    expect((await heard(device)).nodes.map(({ issue }) => issue.id)).toEqual([first.id]);
  });

  it('goes on where a page ended', async () => {
    const { id } = await anIssue(world, facilitator);
    const device = aDevice();
    await world.ask(support, { input: { issueId: id } }, { device });
    for (let each = 0; each < 5; each += 1) await happens(id, 'PLAN_PROGRESS');
    const all = (await heard(device)).nodes.map((notice) => notice.id);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Listed['notices'] = await heard(device, { first: 2, after });
      paged.push(...page.nodes.map((notice) => notice.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(5);
  });

  it('is nothing without a device; reading is refused and writes nothing', async () => {
    const before = await rowCounts(world);
    const { data } = await world.ask<Listed>(notices, {}, facilitator);
    expect(data).toMatchObject({ viewer: { unseenNotices: 0 }, notices: { nodes: [] } });
    const refused = await world.ask(read, { input: {} });
    expect(refused.data).toEqual({
      readNotices: { unseenNotices: 0, problems: [{ code: 'REQUIRED', field: 'device' }] },
    });
    const tooMany = await world.ask(
      read,
      { input: { issueIds: Array.from({ length: 201 }, () => 'x') } },
      { device: aDevice() },
    );
    expect(tooMany.data).toMatchObject({ readNotices: { problems: [{ code: 'OUT_OF_RANGE' }] } });
    expect(await rowCounts(world)).toEqual(before);
  });

  it('costs the same number of queries for one notice as for many', async () => {
    const { id } = await anIssue(world, facilitator);
    const device = aDevice();
    await world.ask(support, { input: { issueId: id } }, { device });
    await happens(id, 'ANSWERED');
    const one = await countQueries(world.database, () => heard(device));
    const second = await anIssue(world, facilitator);
    await world.ask(support, { input: { issueId: second.id } }, { device });
    for (const each of [id, second.id]) await happens(each, 'PLAN_ADDED');
    const many = await countQueries(world.database, () => heard(device));
    expect(many.count).toBe(one.count);
  });
});
