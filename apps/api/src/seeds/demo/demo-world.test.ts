import { demoWorld, staff } from '@samleng/personas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, Grant, Session } from '../../features/accounts/index.ts';
import { Concern } from '../../features/concerns/index.ts';
import { Issue, IssueEvent, Support } from '../../features/issues/index.ts';
import { Place } from '../../features/places/index.ts';
import { Poll, PollResult, recountPolls } from '../../features/polls/index.ts';
import { testRightsOf } from '../../testing/rights-of-demo.ts';
import { testTrailOf } from '../../testing/trail-of-demo.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { startWorld, type World } from '../../testing/world.ts';
import { verifyAudit } from '@samleng/server';
import { clearDemo } from './clear-demo.ts';
import { demoId } from './demo-id.ts';
import { ensureFoundations, seedDemoWorld } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await ensureFoundations(world.service, world.database);
  await seedDemoWorld(world.service, world.database);
});
afterAll(() => world.end());

describe('the demo world', () => {
  it('holds all seventy concerns, and the issues made of them with their supports', async () => {
    const em = world.em();
    expect(await em.count(Issue, {})).toBe(demoWorld.issues.length);
    expect(await em.count(Concern, { state: 'RECEIVED' })).toBe(demoWorld.waiting.length);
    expect(await em.count(Concern, { state: 'RETURNED' })).toBe(demoWorld.returned.length);
    expect(await em.count(Support, {})).toBeGreaterThan(2_000);
  });

  it('has built the separate toilets of Lvea, which stand behind what is still open', async () => {
    const reply = await world.ask<{
      issues: {
        nodes: { titleEn: string; state: string; latestAnswer: object | null; planItems: object[] }[];
      };
    }>(
      `{ issues(filter: { communeCode: "140907" }, first: 50) { nodes { titleEn state latestAnswer { decision } planItems { costRiel percentDone } } } }`,
    );
    expect(reply.errors).toEqual([]);
    const { nodes } = reply.data.issues;
    expect(nodes[0]?.state).not.toBe('CONFIRMED');
    expect(nodes.find(({ titleEn }) => titleEn.startsWith('Separate toilets'))).toMatchObject({
      state: 'CONFIRMED',
      latestAnswer: { decision: 'PLANNED' },
      planItems: [{ costRiel: 12_000_000, percentDone: 100 }],
    });
  });

  it('has asked its polls: drafts, open ones, and closed ones that are counted again alike', async () => {
    const polls = await world.em().find(Poll, {});
    const states = Map.groupBy(polls, ({ state }) => state);
    expect([states.get('DRAFT')?.length, states.get('OPEN')?.length, states.get('CLOSED')?.length]).toEqual([
      2, 5, 5,
    ]);
    const { audit, polls: counted } = await recountPolls({ em: world.em() });
    expect([audit, counted.length, counted.flatMap(({ differences }) => differences)]).toEqual([null, 5, []]);
    const statements = polls.find(({ ballotType }) => ballotType === 'STATEMENTS')!;
    const found = await world.em().findOneOrFail(PollResult, { pollId: statements.id });
    expect(found.opinionGroups).toMatchObject({ clear: true, sizes: [14, 14] });
    const budget = polls.find(({ ballotType }) => ballotType === 'BUDGET')!;
    const shared = await world.em().findOneOrFail(PollResult, { pollId: budget.id });
    expect(shared.outcome).toMatchObject({ winners: ['o1', 'o3', 'o4'] });
  });

  it('has followed its three research topics up, with the counts its findings tell', async () => {
    const { data, errors } = await world.ask<{
      researchTopics: { nodes: { stage: string; isSensitive: boolean; findings: { base: number }[] }[] };
    }>(
      `{ researchTopics(filter: { placeCode: "140907" }) { nodes { stage isSensitive findings { base } } } }`,
    );
    expect(errors).toEqual([]);
    const topics = data.researchTopics.nodes;
    expect(topics.map(({ stage }) => stage)).toEqual(['FOLLOWED_UP', 'FOLLOWED_UP', 'FOLLOWED_UP']);
    expect(topics.filter(({ isSensitive }) => isSensitive)).toHaveLength(2);
    const sheets = await world
      .em()
      .execute(`select count(*) filter (where answers->>'apart' = 'no') as n from answer_sheets`);
    expect(Number(sheets[0]?.['n'])).toBe(36);
  });

  it('is played once, and its audit record is whole', async () => {
    const before = await world.em().count(IssueEvent, {});
    expect(await seedDemoWorld(world.service, world.database)).toBe(false);
    expect(await world.em().count(IssueEvent, {})).toBe(before);
    expect(await verifyAudit(world.em())).toMatchObject({ ok: true });
  });

  it('has no disclosure in it', async () => {
    const texts = await world.em().execute(`select string_agg(text, ' ') as all_texts from concerns`);
    expect(String(texts[0]?.['all_texts'])).not.toContain('[TEST]');
  });
});

describe('the way of an issue', () => testTrailOf(() => world));
describe('the rights of its children', () => testRightsOf(() => world));

// Last: nothing is left for others.
describe('a demo that is tried out', () => {
  it('can be cleared for a newcomer, but not where somebody else has an account', async () => {
    const em = world.em();
    await aStaffMember(world, 'Somebody of a real place', []);
    expect(await clearDemo(em, world.clock)).toBeNull();
    expect(await em.count(Issue, {})).toBe(demoWorld.issues.length);
    // They leave, and so do those whom other tests of this world took on.
    const ofDemo = staff.map(({ key }) => demoId('account', key));
    await em.nativeDelete(Session, { accountId: { $nin: ofDemo } });
    await em.nativeDelete(Grant, { accountId: { $nin: ofDemo } });
    await em.nativeDelete(Account, { id: { $nin: ofDemo } });
    expect(await clearDemo(em, world.clock)).toBeGreaterThan(30);
    const counts = [em.count(Issue, {}), em.count(Concern, {}), em.count(Support, {}), em.count(Poll, {})];
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
    expect(await world.em().count(Place, {})).toBeGreaterThan(0);
    expect(await verifyAudit(world.em())).toMatchObject({ ok: true });
    // The next start finds people there, and plays nothing.
    expect(await seedDemoWorld(world.service, world.database)).toBe(false);
  });
});
