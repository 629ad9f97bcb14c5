import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { criteriaOf } from '@samleng/vocabulary';
import { deedOf } from '../../testing/a-club.ts';
import { aPublishedIssue } from '../../testing/a-published-issue.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { someOffices } from '../../testing/some-offices.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';

type Staff = Caller & { readonly accountId: string };
let world: World;
let sokha: Staff, other: Staff, teacher: Staff, chief: Staff, maly: Staff;
let schoolId: string;
const tables = [
  'scorecards',
  'score_rounds',
  'score_sheets',
  'info_sheets',
  'scorecard_actions',
  'plan_items',
];
const criteria = criteriaOf('school-1');

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const offices = await someOffices(world, lvea.village);
  await someOffices(world, kaevPoar.village);
  schoolId = offices.SCHOOL.id;
  sokha = await aStaffMember(world, 'sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  other = await aStaffMember(world, 'vanna', [{ role: 'FACILITATOR', placeCode: kaevPoar.commune }]);
  teacher = await aStaffMember(world, 'teacher', [{ role: 'OFFICIAL', officeId: schoolId }]);
  chief = await aStaffMember(world, 'chief', [{ role: 'OFFICIAL', officeId: offices.COMMUNE_COUNCIL.id }]);
  maly = await aStaffMember(world, 'maly', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.end());

const deed = (name: string, input: object, as: Caller = sokha) =>
  deedOf<{ scorecard: { id: string; state: string } | null }>(
    world,
    name,
    input,
    as,
    'scorecard { id state }',
  );
async function done(name: string, input: object, as: Caller = sokha): Promise<void> {
  expect((await deed(name, input, as)).refusals).toEqual([]);
}
const give = (input: object) => deedOf<object>(world, 'giveScores', input, {}, '');
const allAs = (score: number) => criteria.map((criterion) => ({ criterion, score }));

async function aScorecard(year: number): Promise<string> {
  const id = randomUUID();
  await done('openScorecard', { id, officeId: schoolId, year });
  return id;
}
async function aPaperRound(scorecardId: string, group: string, heads: number, faces: readonly number[]) {
  const roundId = randomUUID();
  await done('openScoreRound', { id: roundId, scorecardId, group, way: 'PAPER' });
  const counts = criteria.map((criterion) => ({ criterion, faces }));
  await done('countScoreRound', { roundId, heads, counts });
}
const seenQuery = `query ($id: ID!) { scorecard(id: $id) { state selfScores { criterion score } isSelfAssessed
  rounds { id group code heads isClosed } results { criterion isLow all { people mean low high } groups { group score { people mean } } }
  changes { criterion difference low high } actions { criterion planItem { id kind period } }
  actionsKept { promised done doneInTime share benchmark } interfaceOn agreedEn viewerCan { run act } } }`;
type Seen = {
  state: string;
  selfScores: object[];
  rounds: { id: string; group: string; code: string | null; heads: number }[];
  results: {
    criterion: string;
    isLow: boolean;
    all: { people: number; mean: number } | null;
    groups: object[];
  }[];
  changes: { criterion: string; difference: number; low: number; high: number }[];
  actions: { criterion: string; planItem: { id: string; kind: string; period: string } }[];
  actionsKept: object;
  interfaceOn: string | null;
  viewerCan: { run: boolean; act: boolean };
};
async function seen(id: string, as: Caller = {}): Promise<Seen | null> {
  const { data, errors } = await world.ask<{ scorecard: Seen | null }>(seenQuery, { id }, as);
  expect(errors).toEqual([]);
  return data.scorecard;
}

describe('a scorecard', () => {
  it('goes from sittings to published means in which small groups have no part', async () => {
    const id = await aScorecard(2025);
    await aPaperRound(id, 'GIRLS', 12, [6, 6, 0, 0, 0]);
    await aPaperRound(id, 'BOYS', 9, [0, 0, 0, 0, 9]);
    await aPaperRound(id, 'WOMEN', 10, [0, 0, 0, 10, 0]);
    const self = { scorecardId: id, scores: allAs(5) };
    await done('assessOwnService', self, teacher);
    // Nobody but the service sees its view, and nobody any result, before publication.
    expect(await seen(id)).toBeNull();
    expect(await seen(id, other)).toBeNull();
    expect(await seen(id, chief)).toBeNull();
    expect(await seen(id, sokha)).toMatchObject({ results: [], selfScores: [], viewerCan: { run: true } });
    expect((await seen(id, teacher))!.selfScores).toHaveLength(criteria.length);
    expect((await seen(id, teacher))!.rounds).toEqual([]);
    expect((await seen(id, maly))!.results).toEqual([]);
    await done('publishScorecard', { scorecardId: id });
    const shown = (await seen(id))!;
    expect(shown.rounds).toEqual([]);
    const [first] = shown.results;
    // (6·1 + 6·2 + 10·4) / 22; the nine boys are in no figure.
    expect(first!.all).toMatchObject({ people: 22, mean: 58 / 22 });
    expect(first!.isLow).toBe(true);
    expect(first!.groups).toEqual([
      { group: 'GIRLS', score: { people: 12, mean: 1.5 } },
      { group: 'BOYS', score: null },
      { group: 'WOMEN', score: { people: 10, mean: 4 } },
    ]);
    expect((await deed('assessOwnService', self, teacher)).refusals).toEqual(['WRONG_STATE scorecardId']);
  });

  it('is scored on a tablet sheet by sheet, of which only counts are left', async () => {
    const id = await aScorecard(2026);
    const roundId = randomUUID();
    await done('openScoreRound', { id: roundId, scorecardId: id, group: 'GIRLS', way: 'ONLINE' });
    const code = (await seen(id, sokha))!.rounds[0]!.code!;
    const key = randomUUID();
    // Sent twice by a bad line: one sheet.
    for (const again of [key, key])
      expect((await give({ code, key: again, scores: allAs(4) })).refusals).toEqual([]);
    for (let child = 1; child < 12; child += 1)
      expect((await give({ code, key: randomUUID(), scores: allAs(child % 2 ? 4 : 5) })).refusals).toEqual(
        [],
      );
    const before = await countRows(world, ...tables);
    const wrong: [object, string][] = [
      [{ code, key: randomUUID(), scores: [] }, 'NOTHING_CHOSEN scores'],
      [{ code, key: randomUUID(), scores: [{ criterion: 'other', score: 3 }] }, 'OPTION_UNKNOWN scores'],
      [
        { code, key: randomUUID(), scores: [{ criterion: criteria[0], score: 6 }] },
        'SCORE_OUT_OF_RANGE scores',
      ],
      [{ code: 'nothing', key, scores: allAs(3) }, 'NOT_FOUND code'],
      [{ code, key: 'x', scores: allAs(3) }, 'REQUIRED key'],
    ];
    for (const [input, refusal] of wrong) expect((await give(input)).refusals).toEqual([refusal]);
    expect((await deed('closeScoreRound', { roundId, heads: 11 })).refusals).toEqual([
      'COUNTS_IMPOSSIBLE heads',
    ]);
    expect((await deed('publishScorecard', { scorecardId: id })).refusals).toEqual([
      'WRONG_STATE scorecardId',
    ]);
    expect(await countRows(world, ...tables)).toEqual(before);
    await done('closeScoreRound', { roundId, heads: 12 });
    expect((await countRows(world, 'score_sheets'))['score_sheets']).toBe(0);
    expect((await give({ code, key: randomUUID(), scores: allAs(1) })).refusals).toEqual(['NOT_FOUND code']);
    await done('publishScorecard', { scorecardId: id });
    const shown = (await seen(id))!;
    // Girls 1.5 → 53/12; only they are shown in both years.
    const [change] = shown.changes;
    expect(shown.changes).toHaveLength(criteria.length);
    expect(change!.difference).toBeCloseTo(53 / 12 - 1.5, 10);
    expect(change!.low).toBeGreaterThan(0);
    expect(change!.high).toBeGreaterThan(change!.difference);
    expect((await auditOf(world, id)).map((entry) => entry.deed)).toEqual([
      'openScorecard',
      'openScoreRound',
      'closeScoreRound',
      'publishScorecard',
    ]);
  });

  it('leads to a promise in the joint plan, and to whether it was kept', async () => {
    const { data } = await world.ask<{ scorecards: { nodes: { id: string; year: number }[] } }>(
      `query ($filter: ScorecardFilterInput!) { scorecards(filter: $filter) { nodes { id year } } }`,
      { filter: { placeCode: lvea.district } },
    );
    expect(data.scorecards.nodes.map(({ year }) => year)).toEqual([2026, 2025]);
    const scorecardId = data.scorecards.nodes[1]!.id;
    const meeting = { scorecardId, heldOn: '2026-11-20', agreedEn: 'Doors for the toilets by May.' };
    expect((await deed('recordInterface', { ...meeting, heldOn: '2026-12-20' })).refusals).toEqual([
      'OUT_OF_RANGE heldOn',
    ]);
    await done('recordInterface', meeting);
    const issueId = await aPublishedIssue(world, sokha);
    const promise = {
      scorecardId,
      criterion: 'schoolToilets',
      issueId,
      sector: 'SOCIAL',
      titleEn: 'Doors for the toilets',
      costRiel: 1_000_000,
      sources: [{ source: 'COMMUNE_FUND', amountRiel: 1_000_000 }],
      dueOn: '2027-05-31',
      idempotencyKey: randomUUID(),
    };
    const before = await countRows(world, ...tables);
    for (const stranger of [{}, sokha, chief, other])
      expect((await deed('planScorecardAction', promise, stranger)).refusals).toEqual([
        'NOT_FOUND scorecardId',
      ]);
    expect(
      (await deed('planScorecardAction', { ...promise, criterion: 'healthHours' }, teacher)).refusals,
    ).toEqual(['OPTION_UNKNOWN criterion']);
    expect(await countRows(world, ...tables)).toEqual(before);
    for (let times = 0; times < 2; times += 1) await done('planScorecardAction', promise, teacher);
    const planned = (await seen(scorecardId))!;
    expect(planned.actions).toMatchObject([
      { criterion: 'schoolToilets', planItem: { kind: 'JAAP', period: '2026' } },
    ]);
    expect(planned.actionsKept).toEqual({ promised: 1, done: 0, doneInTime: 0, share: 0, benchmark: 60 });
    const report = {
      planItemId: planned.actions[0]!.planItem.id,
      percentDone: 100,
      state: 'DONE',
      note: 'All three have doors.',
      idempotencyKey: randomUUID(),
    };
    const { refusals } = await deedOf<object>(
      world,
      'reportPlanProgress',
      report,
      teacher,
      'planItem { id }',
    );
    expect(refusals).toEqual([]);
    expect((await seen(scorecardId))!.actionsKept).toMatchObject({ done: 1, doneInTime: 1, share: 100 });
  });

  it('is run by facilitators of the area, and assessed by the service alone', async () => {
    const id = await aScorecard(2027);
    const roundId = randomUUID();
    await done('openScoreRound', { id: roundId, scorecardId: id, group: 'MEN', way: 'PAPER' });
    const before = await countRows(world, ...tables);
    const counts = [{ criterion: criteria[0], faces: [1, 1, 1, 1, 1] }];
    const refused: [string, object, Caller[], string][] = [
      [
        'openScorecard',
        { id: randomUUID(), officeId: schoolId, year: 2024 },
        [{}, other, teacher, maly],
        'NOT_FOUND officeId',
      ],
      ['openScorecard', { id: randomUUID(), officeId: schoolId, year: 2027 }, [sokha], 'ALREADY_THERE year'],
      [
        'openScoreRound',
        { id: randomUUID(), scorecardId: id, group: 'BOYS', way: 'ONLINE' },
        [{}, other, teacher],
        'NOT_FOUND scorecardId',
      ],
      ['countScoreRound', { roundId, heads: 5, counts }, [{}, other, teacher], 'NOT_FOUND roundId'],
      ['countScoreRound', { roundId, heads: 4, counts }, [sokha], `COUNTS_IMPOSSIBLE ${criteria[0]}`],
      ['closeScoreRound', { roundId, heads: 4 }, [sokha], 'WRONG_STATE roundId'],
      ['dropScoreRound', { roundId }, [{}, other, teacher], 'NOT_FOUND roundId'],
      [
        'assessOwnService',
        { scorecardId: id, scores: allAs(3) },
        [{}, sokha, chief, maly],
        'NOT_FOUND scorecardId',
      ],
      ['assessOwnService', { scorecardId: id, scores: allAs(3).slice(1) }, [teacher], 'REQUIRED scores'],
      ['publishScorecard', { scorecardId: id }, [{}, other, teacher], 'NOT_FOUND scorecardId'],
      [
        'recordInterface',
        { scorecardId: id, heldOn: '2026-11-20', agreedEn: 'Call 012 345 678' },
        [sokha],
        'IDENTIFIERS_LEFT agreedEn',
      ],
    ];
    for (const [name, input, callers, refusal] of refused)
      for (const caller of callers)
        expect((await deed(name, input, caller)).refusals, name).toEqual([refusal]);
    expect(await countRows(world, ...tables)).toEqual(before);
    await done('dropScoreRound', { roundId });
    expect((await seen(id, sokha))!.rounds).toEqual([]);
  });

  it('stands beside an info sheet that the service keeps', async () => {
    const sheet = {
      officeId: schoolId,
      year: 2026,
      standards: 'A teacher in every class.',
      plannedRiel: 9_000_000,
    };
    const keep = (input: object, as: Caller) =>
      deedOf<{ infoSheet: object | null }>(world, 'keepInfoSheet', input, as, 'infoSheet { year }');
    for (const caller of [{}, sokha, chief])
      expect((await keep(sheet, caller)).refusals).toEqual(['NOT_FOUND officeId']);
    expect((await keep({ ...sheet, plannedRiel: 1.5 }, teacher)).refusals).toEqual([
      'OUT_OF_RANGE plannedRiel',
    ]);
    for (let times = 0; times < 2; times += 1) expect((await keep(sheet, teacher)).refusals).toEqual([]);
    expect((await countRows(world, 'info_sheets'))['info_sheets']).toBe(1);
    const { data } = await world.ask<{ infoSheet: object }>(
      `query ($id: ID!) { infoSheet(officeId: $id, year: 2027) { year standards plannedRiel changedOn } }`,
      { id: schoolId },
    );
    expect(data.infoSheet).toEqual({
      year: 2026,
      standards: 'A teacher in every class.',
      plannedRiel: 9_000_000,
      changedOn: '2026-11-23',
    });
  });
});
