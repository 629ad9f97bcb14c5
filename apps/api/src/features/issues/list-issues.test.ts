import { replay, type RankingInputs } from '@samleng/priorities';
import { countQueries } from '@samleng/server/testing';
import { newId } from '@samleng/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIssue } from '../../testing/a-concern.ts';
import { aRequest } from '../../testing/a-request.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Assignment } from '../assignments/assignment.entity.ts';
import { Office } from '../offices/index.ts';
import { countShown, writeShowings } from './count-shown.ts';
import { Issue, StoredRanking, Support } from './issue.entity.ts';
import { rankCommune, rankDueCommunes } from './rank-commune.ts';

let world: World;
let administrator: Caller;
/** Issues of Lvea by their number of further supporters. */
const issues: { id: string; supporters: number }[] = [];
let there: string;
let office: Office;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  administrator = await aStaffMember(world, 'Sophea', [{ role: 'ADMINISTRATOR' }]);
  const em = world.em();
  office = em.create(Office, {
    kind: 'COMMUNE_COUNCIL',
    placeCode: lvea.commune,
    nameKm: 'ក្រុមប្រឹក្សាឃុំល្វា',
    nameEn: 'Lvea commune council',
  });
  await em.flush();
  for (const [at, supporters] of [3, 40, 12, 0, 25].entries()) {
    const { id } = await anIssue(world, administrator, {
      titleEn: `Issue ${at}`,
      category: at % 2 ? 'EDUCATION' : 'WATER_SANITATION',
      villageCode: at === 0 ? lvea.village : null,
    });
    world.clock.advance(1_000);
    issues.push({ id, supporters });
    await supportedBy(
      id,
      supporters,
      at === 2 ? { sex: 'GIRL', disability: 'YES' } : { sex: at % 2 ? 'GIRL' : 'BOY' },
    );
  }
  there = (await anIssue(world, administrator, { communeCode: kaevPoar.commune })).id;
  await supportedBy(there, 8, {});
  await rankDueCommunes(aRequest(world));
  await rankCommune(aRequest(world), lvea.commune);
});
afterAll(() => world.end());

async function supportedBy(issueId: string, many: number, said: object): Promise<void> {
  const em = world.em();
  for (let device = 0; device < many; device += 1)
    await em.insert(Support, {
      issueId,
      deviceKey: `${issueId.replaceAll('-', '')}${String(device).padStart(32, '0')}`,
      ...said,
    });
  await em.execute('update issues set support_count = support_count + ? where id = ?', [many, issueId]);
  await em.execute(
    'insert into rankings_due values ((select commune_code from issues where id = ?), now()) on conflict do nothing',
    [issueId],
  );
}

type Listed = {
  issues: {
    nodes: { id: string; supportCount: number }[];
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};
const list = `query ($filter: IssueFilter!, $order: IssueOrder, $first: Int, $after: String) {
  issues(filter: $filter, order: $order, first: $first, after: $after) {
    nodes { id supportCount } pageInfo { hasNextPage endCursor } } }`;

async function listed(variables: object, as: Caller = {}): Promise<string[]> {
  const { data, errors } = await world.ask<Listed>(list, variables, as);
  expect(errors).toEqual([]);
  return data.issues.nodes.map(({ id }) => id);
}

/** All pages of two, one after another. */
async function paged(variables: object, as: Caller = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data }: { data: Listed } = await world.ask<Listed>(list, { ...variables, first: 2, after }, as);
    ids.push(...data.issues.nodes.map(({ id }) => id));
    if (!data.issues.pageInfo.hasNextPage) return ids;
    after = data.issues.pageInfo.endCursor;
  }
}

const bySupport = () =>
  issues.toSorted((one, other) => other.supporters - one.supporters).map(({ id }) => id);

describe('the ranked list', () => {
  it('of a commune stands in the stored order, with slots kept for groups', async () => {
    const ids = await listed({ filter: { communeCode: lvea.commune } });
    const [row] = await world.em().find(StoredRanking, { communeCode: lvea.commune });
    const { open } = row!.inputs as { open: RankingInputs; over: RankingInputs };
    expect(ids).toEqual(replay(open).places.map(({ id }) => id));
    // 13 of the 85 children have a disability; what matters to them in particular stands higher than by its count.
    const plain = bySupport();
    const wheelchair = issues[2]!.id;
    expect(ids.indexOf(wheelchair)).toBeLessThanOrEqual(plain.indexOf(wheelchair));
    const issue = await world.em().findOneOrFail(Issue, wheelchair);
    expect(issue.standing?.importantTo).toContain('disability:YES');
    expect(issue.standing?.explanation[0]).toEqual({ code: 'SHARE', figures: [13, 85], group: null });
  });

  it.each(['RANKED', 'NEWEST', 'LEAST_SHOWN'])(
    '%s goes on where a page ended, each issue once',
    async (order) => {
      const filter = { communeCode: lvea.commune };
      const device = aDevice();
      const whole = await listed({ filter, order, first: 50 }, { device });
      expect(new Set(whole)).toEqual(new Set(issues.map(({ id }) => id)));
      expect(await paged({ filter, order }, { device })).toEqual(whole);
      const country = await listed({ filter: {}, order, first: 50 }, { device });
      expect(country).toHaveLength(6);
      expect(await paged({ filter: {}, order }, { device })).toEqual(country);
    },
  );

  it('of the country puts the surer share first, not the larger count', async () => {
    // All nine of Kaev Poar support theirs; 41 of 85 support the largest one of Lvea.
    const [first] = await listed({ filter: {} });
    expect(first).toBe(there);
  });

  it('filters by category, village, state, office and place', async () => {
    const of = (filter: object) => listed({ filter, first: 50 });
    expect(new Set(await of({ communeCode: lvea.commune, category: 'EDUCATION' }))).toEqual(
      new Set([issues[1]!.id, issues[3]!.id]),
    );
    expect(await of({ placeCode: lvea.village })).toEqual([issues[0]!.id]);
    expect(await of({ placeCode: kaevPoar.province })).toEqual([there]);
    expect(await of({ placeCode: kaevPoar.province, communeCode: lvea.commune })).toEqual([]);
    expect(await of({ state: 'DONE' })).toEqual([]);
    expect(await of({ communeCode: "' or true" })).toEqual([]);
    expect(await of({ officeId: 'no id' })).toEqual([]);
    expect(await of({ officeId: office.id })).toEqual([]);
  });

  it('finds what an office is late with', async () => {
    const now = world.clock.now().getTime();
    const turn = (issueId: string, daysAgo: number, acknowledgedDaysAgo: number | null) => ({
      id: newId(),
      issueId,
      officeId: office.id,
      assignedAt: new Date(now - daysAgo * 86_400_000),
      acknowledgedAt: acknowledgedDaysAgo === null ? null : new Date(now - acknowledgedDaysAgo * 86_400_000),
      steps: [],
    });
    const em = world.em();
    await em.insert(Assignment, turn(issues[0]!.id, 31, 30));
    await em.insert(Assignment, turn(issues[1]!.id, 10, 9));
    await em.insert(Assignment, turn(issues[2]!.id, 10, null));
    await em.insert(Assignment, turn(issues[3]!.id, 1, null));
    const late = new Set([issues[0]!.id, issues[2]!.id]);
    const filter = { communeCode: lvea.commune };
    expect(new Set(await listed({ filter: { ...filter, isOverdue: true } }))).toEqual(late);
    expect(new Set(await listed({ filter: { ...filter, isOverdue: false } }))).toEqual(
      new Set(issues.map(({ id }) => id).filter((id) => !late.has(id))),
    );
    expect(await listed({ filter: { officeId: office.id } })).toHaveLength(4);
    await em.nativeDelete(Assignment, { officeId: office.id });
  });

  it('refuses cursors of other lists', async () => {
    const forged = [
      'x',
      '["a","b"]',
      '[1,"b"]',
      '[1.5,"018f0000-0000-7000-8000-000000000000"]',
      '[1e99,"018f0000-0000-7000-8000-000000000000"]',
    ];
    for (const [at, keys] of forged.entries()) {
      const after = at === 0 ? keys : Buffer.from(keys).toString('base64url');
      const { errors } = await world.ask(list, { filter: { communeCode: lvea.commune }, after });
      expect(errors[0]?.extensions['code']).toBe('BAD_CURSOR');
    }
  });

  it('leaves merged issues out and puts what is over last', async () => {
    await world.em().nativeUpdate(Issue, { id: bySupport()[0]! }, { state: 'DONE' });
    await rankCommune(aRequest(world), lvea.commune);
    const ids = await listed({ filter: { communeCode: lvea.commune } });
    expect(ids.at(-1)).toBe(bySupport()[0]);
    await world.em().nativeUpdate(Issue, { id: bySupport()[0]! }, { state: 'OPEN' });
    await rankCommune(aRequest(world), lvea.commune);
  });
});

describe('ranking again', () => {
  it('is noted by a support and done once', async () => {
    const request = aRequest(world);
    await rankDueCommunes(request);
    await world.ask(
      `mutation ($input: SupportIssueInput!) { supportIssue(input: $input) { problems { code } } }`,
      { input: { issueId: issues[3]!.id } },
      { device: aDevice() },
    );
    expect(await rankDueCommunes(request)).toBe(1);
    expect(await rankDueCommunes(request)).toBe(0);
    const issue = await world.em().findOneOrFail(Issue, issues[3]!.id);
    expect(issue.standing?.explanation[0]).toEqual({ code: 'SHARE', figures: [2, 86], group: null });
  });
});

describe('the list for children', () => {
  it('shows those shown least until yesterday first', async () => {
    const today = '2026-11-23';
    const seen = issues[0]!.id;
    countShown([{ id: seen }, { id: seen }], '2026-11-22');
    await writeShowings(world.em(), today);
    const ids = await listed(
      { filter: { communeCode: lvea.commune }, order: 'LEAST_SHOWN' },
      { device: aDevice() },
    );
    expect(ids.at(-1)).toBe(seen);
  });
});

describe('a page of issues with everything', () => {
  const page = `query ($first: Int) { issues(filter: { communeCode: "${lvea.commune}" }, first: $first) {
    nodes { id titleKm titleEn category commune { nameKm } village { nameKm } rights { article } state publishedOn
      supportCount isSupportedByViewer standing { position } verdicts { solved } viewerVerdict
      currentAssignment { office { nameKm } } clock { answerBy } latestAnswer { words office { nameKm } }
      viewerCan { support giveVerdict } } } }`;

  it('shows the same whichever fields are asked for, by whichever names and parts', async () => {
    const { id } = await anIssue(world, administrator);
    const em = world.em();
    em.create(Assignment, { issueId: id, officeId: office.id, assignedAt: world.clock.now(), steps: [] });
    await em.flush();
    const device = aDevice();
    const ask = async (query: string) => {
      const { data, errors } = await world.ask<{ issues: Record<string, object[]> }>(query, {}, { device });
      expect(errors).toEqual([]);
      return data.issues;
    };
    const turn = 'id ending isCurrent assignedOn office { id kind nameKm nameEn place { code } }';
    const whole =
      await ask(`{ issues(filter: { communeCode: "${lvea.commune}", officeId: "${office.id}" }) { nodes {
      id titleEn standing { position share } isSupportedByViewer currentAssignment { ${turn} } viewerCan { support }
      latestAnswer { id words office { nameEn } } } } }`);
    const parts =
      await ask(`query { issues(filter: { communeCode: "${lvea.commune}", officeId: "${office.id}" }) {
        nodes { ...Place title: titleEn now: currentAssignment { office { nameKm } } }
        edges { node { here: currentAssignment { id office { name: nameEn } } latestAnswer { words } } } } }
      fragment Place on Issue { standing { position } ... on Issue { isSupportedByViewer } }`);
    type Whole = {
      titleEn: string;
      standing: { position: number } | null;
      isSupportedByViewer: boolean;
      currentAssignment: { id: string; office: { nameKm: string; nameEn: string } } | null;
      latestAnswer: { words: string } | null;
    };
    const issuesAsked = whole['nodes'] as Whole[];
    expect(issuesAsked.map(({ currentAssignment: at }) => at?.office.nameEn)).toContain(
      'Lvea commune council',
    );
    expect(parts).toEqual({
      nodes: issuesAsked.map(({ titleEn, standing, isSupportedByViewer, currentAssignment: at }) => ({
        standing: standing && { position: standing.position },
        isSupportedByViewer,
        title: titleEn,
        now: at && { office: { nameKm: at.office.nameKm } },
      })),
      edges: issuesAsked.map(({ currentAssignment: at, latestAnswer }) => ({
        node: {
          here: at && { id: at.id, office: { name: at.office.nameEn } },
          latestAnswer: latestAnswer && { words: latestAnswer.words },
        },
      })),
    });
  });

  it('of what an open page shows takes one statement', async () => {
    const { count } = await countQueries(world.database, () =>
      world.ask(
        `query ($commune: String!) { issues(filter: { communeCode: $commune }) {
          nodes { id titleKm category state supportCount isSupportedByViewer standing { position }
                  currentAssignment { office { nameKm nameEn } } latestAnswer { decision words } }
          pageInfo { hasNextPage endCursor } } }`,
        { commune: lvea.commune },
        { device: aDevice() },
      ),
    );
    expect(count).toBe(1);
  });

  it('costs the same number of queries for one issue as for twenty', async () => {
    while (issues.length < 20) issues.push({ ...(await anIssue(world, administrator)), supporters: 0 });
    const em = world.em();
    for (const { id } of issues)
      await em.insert(Assignment, {
        id: newId(),
        issueId: id,
        officeId: office.id,
        assignedAt: world.clock.now(),
        steps: [],
      });
    const asked = async (first: number) => {
      const { count, queries } = await countQueries(world.database, async () => {
        const { data, errors } = await world.ask<Listed>(page, { first }, { device: aDevice() });
        expect(errors).toEqual([]);
        expect(data.issues.nodes).toHaveLength(first);
      });
      return { count, queries };
    };
    const one = await asked(1);
    const twenty = await asked(20);
    expect(twenty.count).toBe(one.count);
    // List, places, supports, verdicts twice, turns, offices, answers, holidays.
    expect(twenty.count).toBeLessThanOrEqual(9);
  });
});
