import { newId } from '@samleng/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIssue } from '../../testing/a-concern.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';
import { Answer, Assignment } from '../assignments/index.ts';
import { Issue } from '../issues/index.ts';
import { Office } from '../offices/index.ts';

let world: World;
let facilitator: Caller;
let office: Office;
const issues: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  facilitator = await aStaffMember(world, 'Sreymom', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  for (let each = 0; each < 5; each += 1)
    issues.push(
      (
        await anIssue(world, facilitator, {
          titleEn: `Issue ${each} <script>"&'`,
          wordsEn: 'Words with <b>signs</b> & more ]]> \u0007',
        })
      ).id,
    );
  const em = world.em();
  office = em.create(Office, {
    kind: 'COMMUNE_COUNCIL',
    placeCode: lvea.commune,
    nameKm: 'ក្រុមប្រឹក្សាឃុំល្វា',
    nameEn: 'Lvea commune council',
  });
  await em.flush();
  await turn(issues[0]!, 40, 36, 'DONE');
  await turn(issues[1]!, 50, 15, 'PLANNED');
  await turn(issues[2]!, 31, null);
  await turn(issues[3]!, 10, 2, 'PASSED_ON');
  await em.nativeUpdate(Issue, { id: issues[0]! }, { state: 'CONFIRMED' });
});
afterAll(() => world.end());

async function turn(
  issueId: string,
  assignedDaysAgo: number,
  answeredDaysAgo: number | null,
  decision: Answer['decision'] = 'DONE',
): Promise<void> {
  const before = (days: number) => new Date(world.clock.now().getTime() - days * 86_400_000);
  const em = world.em();
  const id = newId();
  const answeredAt = answeredDaysAgo === null ? null : before(answeredDaysAgo);
  await em.insert(Assignment, {
    id,
    issueId,
    officeId: office.id,
    assignedAt: before(assignedDaysAgo),
    acknowledgedAt: before(assignedDaysAgo),
    answeredAt,
    steps: [],
  });
  if (answeredAt !== null)
    await em.insert(Answer, {
      id: newId(),
      issueId,
      assignmentId: id,
      officeId: office.id,
      idempotencyKey: newId(),
      decision,
      words: `An answer & <i>more</i> to ${issueId}`,
      answeredAt,
      answeredBy: newId(),
    });
}

const record = `query ($code: String!) { communeRecord(communeCode: $code) {
  commune { nameEn } issues answered answeredInTime done confirmed medianDaysToAnswer overdue } }`;

describe("a commune's record", () => {
  it('counts with denominators; passing on is no answer', async () => {
    const { data } = await world.ask(record, { code: lvea.commune });
    expect(data).toEqual({
      communeRecord: {
        commune: { nameEn: 'Lvea' },
        issues: 5,
        answered: 2,
        // The first after 4 days, the second after 35.
        answeredInTime: 1,
        done: 1,
        confirmed: 1,
        medianDaysToAnswer: 4,
        overdue: 1,
      },
    });
  });

  it('is there for communes only', async () => {
    for (const code of ['999999', lvea.district, 'x', '14090\u0000'])
      expect((await world.ask(record, { code })).errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

describe('you said – they did', () => {
  it('lists what has an answer, the newest first, page by page', async () => {
    const query = `query ($code: String!, $first: Int, $after: String) {
      youSaidTheyDid(communeCode: $code, first: $first, after: $after) {
        nodes { id latestAnswer { decision } } pageInfo { hasNextPage endCursor } } }`;
    type Page = {
      youSaidTheyDid: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const whole = await world.ask<Page>(query, { code: lvea.commune });
    expect(whole.errors).toEqual([]);
    expect(whole.data.youSaidTheyDid.nodes.map(({ id }) => id)).toEqual([issues[1], issues[0]]);
    const first = await world.ask<Page>(query, { code: lvea.commune, first: 1 });
    expect(first.data.youSaidTheyDid.pageInfo.hasNextPage).toBe(true);
    const second = await world.ask<Page>(query, {
      code: lvea.commune,
      first: 1,
      after: first.data.youSaidTheyDid.pageInfo.endCursor,
    });
    expect(second.data.youSaidTheyDid.nodes.map(({ id }) => id)).toEqual([issues[0]]);
    expect((await world.ask<Page>(query, { code: "' or true\u0000" })).data.youSaidTheyDid.nodes).toEqual([]);
  });
});

describe('feeds', () => {
  const fetched = async (path: string, method = 'GET') => {
    const response = await fetch(`${world.address}${path}`, { method });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: await response.text(),
    };
  };

  it('are JSON Feed 1.1 with days only', async () => {
    const { status, type, body } = await fetched(`/feeds/${lvea.commune}.json`);
    expect([status, type]).toEqual([200, 'application/feed+json; charset=utf-8']);
    const feed = JSON.parse(body) as { version: string; items: Record<string, string>[] };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.items).toHaveLength(5);
    for (const item of feed.items) {
      expect(item['date_published']).toBe('2026-11-23T00:00:00+07:00');
      expect(item['date_modified']).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\+07:00$/);
      expect(item['url']).toBe(`${world.settings.WEB_ORIGIN}/issues/${item['id']}`);
    }
    const answered = feed.items.find(({ id }) => id === issues[0]);
    expect(answered?.['content_text']).toContain('An answer & <i>more</i>');
  });

  it('are RSS 2.0 in which every sign is escaped', async () => {
    const { status, type, body } = await fetched(`/feeds/${lvea.commune}.rss`);
    expect([status, type]).toEqual([200, 'application/rss+xml; charset=utf-8']);
    expect(body).not.toMatch(/<script>|<b>|<i>|\u0007/);
    expect(body).toContain('&lt;script&gt;');
    expect(body).toContain('&amp;lt;b&amp;gt;signs');
    expect(body).toContain('<pubDate>Mon, 23 Nov 2026 00:00:00 +0700</pubDate>');
    // Every tag that opens closes again, in order.
    const open: string[] = [];
    for (const [, closing, name, alone] of body
      .replace(/<\?xml[^>]*>/, '')
      .matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
      if (alone) continue;
      if (closing) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it('answer HEAD, and are not there for what is no commune', async () => {
    expect(await fetched(`/feeds/${lvea.commune}.json`, 'HEAD')).toMatchObject({ status: 200, body: '' });
    for (const path of [
      '/feeds/999999.json',
      `/feeds/${lvea.district}.rss`,
      '/feeds/140907.xml',
      '/feeds/..%2f.json',
    ])
      expect((await fetched(path)).status).toBe(404);
  });
});
