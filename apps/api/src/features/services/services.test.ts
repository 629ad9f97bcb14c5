import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deedOf } from '../../testing/a-club.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { someOffices } from '../../testing/some-offices.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let sokha: Caller,
  other: Caller,
  chief: Caller,
  district: Caller,
  ministry: Caller,
  maly: Caller,
  rita: Caller;
const tables = [
  'service_points',
  'need_counts',
  'emergencies',
  'emergency_polls',
  'complaint_guides',
  'polls',
];
const day = 86_400_000;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const offices = await someOffices(world, lvea.village);
  const official = (name: string, kind: keyof typeof offices) =>
    aStaffMember(world, name, [{ role: 'OFFICIAL', officeId: offices[kind].id }]);
  sokha = await aStaffMember(world, 'sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  other = await aStaffMember(world, 'vanna', [{ role: 'FACILITATOR', placeCode: kaevPoar.commune }]);
  chief = await official('chief', 'COMMUNE_COUNCIL');
  district = await official('district', 'DISTRICT_ADMINISTRATION');
  ministry = await official('ministry', 'MINISTRY');
  maly = await aStaffMember(world, 'maly', [{ role: 'ADMINISTRATOR' }]);
  rita = await aStaffMember(world, 'rita', [{ role: 'ANALYST' }]);
});
afterAll(() => world.end());

const deed = (name: string, input: object, as: Caller, fields = '') =>
  deedOf<Record<string, { id: string; state?: string } | null>>(world, name, input, as, fields);
const refusals = async (name: string, input: object, as: Caller, fields = '') =>
  (await deed(name, input, as, fields)).refusals;

function pointInput(given: object = {}) {
  return {
    id: randomUUID(),
    kind: 'HEALTH_CENTRE',
    nameKm: 'មណ្ឌលសុខភាព',
    nameEn: 'Health centre',
    placeCode: lvea.commune,
    hours: '7–17',
    phone: '០១២ ៣៤៥ ៦៧៨',
    isFree: true,
    checkedOn: '2026-11-20',
    checkedBy: 'Commune office',
    ...given,
  };
}
const save = (input: object, as: Caller = sokha) =>
  refusals('saveServicePoint', input, as, 'servicePoint { id }');
async function near(placeCode: string, first = 20, after: string | null = null) {
  const { data, errors } = await world.ask<{
    servicePoints: {
      nodes: { id: string; phone: string; isCheckOld: boolean; viewerCan: { keep: boolean } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }>(
    `query ($placeCode: String!, $first: Int!, $after: String) {
       servicePoints(placeCode: $placeCode, first: $first, after: $after) {
         nodes { id phone isCheckOld viewerCan { keep } } pageInfo { hasNextPage endCursor } } }`,
    { placeCode, first, after },
  );
  expect(errors).toEqual([]);
  return data.servicePoints;
}

describe('service points', () => {
  it('stand in the order of nearness, page by page, and say when a check is old', async () => {
    const [village, commune, wide, next] = [
      pointInput({ placeCode: lvea.village, checkedOn: '2025-11-01' }),
      pointInput({ latitude: 11.2, longitude: 105.4 }),
      pointInput({ placeCode: lvea.district }),
      pointInput({ placeCode: '14090701' }),
    ];
    expect(await save(wide, district)).toEqual([]);
    for (const point of [next, commune, village]) expect(await save(point)).toEqual([]);
    expect(await save(village, chief)).toEqual([]);
    const all = await near(lvea.village);
    expect(all.nodes[0]).toMatchObject({ id: village.id, isCheckOld: true, phone: '012 345 678' });
    expect(all.nodes[3]).toMatchObject({ id: wide.id, isCheckOld: false, viewerCan: { keep: false } });
    const one = await near(lvea.village, 1);
    const rest = await near(lvea.village, 5, one.pageInfo.endCursor);
    expect([...one.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect((await near(kaevPoar.commune)).nodes).toEqual([]);
    expect((await near('x')).nodes).toEqual([]);
    expect(await refusals('retireServicePoint', { id: next.id }, chief)).toEqual([]);
    expect((await near(lvea.village)).nodes).toHaveLength(3);
    expect(await save(next)).toEqual(['NOT_FOUND id']);
  });

  it('are kept by those of the place only, with what can be right; refusals leave nothing', async () => {
    const mine = pointInput();
    expect(await save(mine)).toEqual([]);
    const before = await countRows(world, ...tables);
    for (const as of [{}, other, rita, ministry])
      expect(await save(pointInput(), as)).toEqual(['NOT_FOUND placeCode']);
    // Neither taken over nor moved away from those whose it is.
    expect(await save({ ...mine, placeCode: kaevPoar.commune }, other)).toEqual(['NOT_FOUND id']);
    expect(await save(pointInput({ placeCode: lvea.district }), chief)).toEqual(['NOT_FOUND placeCode']);
    for (const as of [{}, other, rita])
      expect(await refusals('retireServicePoint', { id: mine.id }, as)).toEqual(['NOT_FOUND id']);
    expect(await save(pointInput({ placeCode: '140999' }), maly)).toEqual(['PLACE_NOT_FOUND placeCode']);
    expect(await save(pointInput({ phone: 'call me', checkedOn: '2099-01-01', latitude: 105 }))).toEqual([
      'NOT_A_NUMBER phone',
      'REQUIRED longitude',
      'OUT_OF_RANGE latitude',
      'OUT_OF_RANGE checkedOn',
    ]);
    expect(await save(pointInput({ nameKm: ' ', checkedBy: '' }))).toEqual([
      'REQUIRED nameKm',
      'REQUIRED checkedBy',
    ]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });
});

describe('needs of villages', () => {
  it('are shown to nobody where they are few, nor where the others would give them away', async () => {
    const count = (villageCode: string, toilets: number, water: number, as: Caller = sokha) =>
      refusals(
        'countNeeds',
        {
          villageCode,
          countedOn: '2026-11-20',
          counts: [
            { need: 'NO_TOILET', families: toilets },
            { need: 'NO_CLEAN_WATER', families: water },
          ],
        },
        as,
      );
    expect(await count('14090701', 80, 80)).toEqual([]);
    expect(await count('14090701', 4, 33)).toEqual([]);
    expect(await count('14090704', 23, 47, chief)).toEqual([]);
    expect(await count(lvea.village, 41, 12, maly)).toEqual([]);
    const seen = (as: Caller) =>
      world.ask<{ communeNeeds: object[] }>(
        `{ communeNeeds(communeCode: "${lvea.commune}") { need about villages { about village { code } } } }`,
        {},
        as,
      );
    const { data } = await seen({});
    // The four families with their total would be found out: 68 − 23 − 41. One more village goes with them.
    expect(data.communeNeeds).toEqual([
      {
        need: 'NO_TOILET',
        about: 65,
        villages: [
          { about: null, village: { code: '14090701' } },
          { about: null, village: { code: '14090704' } },
          { about: 40, village: { code: lvea.village } },
        ],
      },
      {
        need: 'NO_CLEAN_WATER',
        about: 90,
        villages: [
          { about: 30, village: { code: '14090701' } },
          { about: 45, village: { code: '14090704' } },
          { about: 10, village: { code: lvea.village } },
        ],
      },
    ]);
    expect((await seen(chief)).data).toEqual(data);
    const before = await countRows(world, ...tables);
    for (const as of [{}, other, rita])
      expect(await count('14090701', 1, 1, as)).toEqual(['NOT_FOUND villageCode']);
    expect(await count(lvea.commune, 1, 1)).toEqual(['PLACE_NOT_FOUND villageCode']);
    expect(await count('14090701', -1, 1)).toEqual(['OUT_OF_RANGE NO_TOILET']);
    expect(await countRows(world, ...tables)).toEqual(before);
  });
});

describe('an emergency', () => {
  function emergencyInput(given: object = {}) {
    const now = world.clock.now().getTime();
    return {
      id: randomUUID(),
      kind: 'FLOOD',
      placeCode: lvea.district,
      messageKm: 'ទឹកឡើងខ្ពស់។ សូមទៅវត្ត។',
      messageEn: 'The water rises. Go to the pagoda.',
      startsAt: new Date(now).toISOString(),
      endsAt: new Date(now + 2 * day).toISOString(),
      isMeant: true,
      ...given,
    };
  }
  const declare = (input: object, as: Caller) => refusals('declareEmergency', input, as, 'emergency { id }');
  async function on(placeCode: string | null): Promise<string[]> {
    const { data } = await world.ask<{ emergencies: { id: string }[] }>(
      'query ($placeCode: String) { emergencies(placeCode: $placeCode) { id } }',
      { placeCode },
    );
    return data.emergencies.map(({ id }) => id);
  }

  it('is declared by the district or above, and meant; refusals leave nothing', async () => {
    const before = await countRows(world, ...tables);
    for (const as of [{}, sokha, chief, rita, ministry, other])
      expect(await declare(emergencyInput(), as)).toEqual(['NOT_FOUND placeCode']);
    expect(await declare(emergencyInput({ placeCode: kaevPoar.commune }), district)).toEqual([
      'NOT_FOUND placeCode',
    ]);
    expect(await declare(emergencyInput({ isMeant: false }), district)).toEqual(['REQUIRED isMeant']);
    expect(await declare(emergencyInput({ messageKm: '' }), maly)).toEqual(['REQUIRED messageKm']);
    const past = new Date(world.clock.now().getTime() - day).toISOString();
    expect(await declare(emergencyInput({ endsAt: past }), maly)).toEqual(['DATE_IN_PAST endsAt']);
    const far = new Date(world.clock.now().getTime() + 61 * day).toISOString();
    expect(await declare(emergencyInput({ endsAt: far }), maly)).toEqual(['OUT_OF_RANGE endsAt']);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is on from its beginning to its end, for its area, and asks what is needed by one press', async () => {
    // Minutes, so that nobody's session ends meanwhile.
    const minute = 60_000;
    const soon = world.clock.now().getTime() + 10 * minute;
    const over = soon + 10 * minute;
    const input = emergencyInput({
      startsAt: new Date(soon).toISOString(),
      endsAt: new Date(over).toISOString(),
    });
    for (const again of [1, 2]) expect(await declare(input, district), String(again)).toEqual([]);
    expect(await declare({ ...input, id: randomUUID() }, district)).toEqual(['ALREADY_THERE kind']);
    expect((await auditOf(world, input.id)).map((entry) => entry.deed)).toEqual(['declareEmergency']);
    expect(await on(lvea.commune)).toEqual([]);
    const ask = { emergencyId: input.id, placeCode: lvea.commune };
    const press = (as: Caller, given: object = {}) =>
      deed('askWhatIsNeeded', { ...ask, ...given }, as, 'poll { id state }');
    expect((await press(sokha)).refusals).toEqual(['WRONG_STATE emergencyId']);

    world.clock.moveTo(new Date(soon));
    for (const place of [lvea.village, lvea.commune, lvea.district, lvea.province, null])
      expect(await on(place), String(place)).toEqual([input.id]);
    expect(await on(kaevPoar.commune)).toEqual([]);

    const before = await countRows(world, ...tables);
    for (const as of [{}, other, chief, district, maly])
      expect((await press(as)).refusals).toEqual(['NOT_FOUND emergencyId']);
    expect((await press(sokha, { placeCode: lvea.district })).refusals).toEqual(['NOT_FOUND emergencyId']);
    expect(await countRows(world, ...tables)).toEqual(before);
    const first = await press(sokha);
    expect(first.refusals).toEqual([]);
    expect(first['poll']).toMatchObject({ state: 'OPEN' });
    expect((await press(sokha))['poll']).toEqual(first['poll']);
    const { data } = await world.ask(
      `{ emergencies(placeCode: "${lvea.village}") { isOn viewerCan { end askIn { code } }
           polls(placeCode: "${lvea.village}") { id electorate closesAt options { titleEn } } } }`,
      {},
      sokha,
    );
    expect(data).toMatchObject({
      emergencies: [
        {
          isOn: true,
          viewerCan: { end: false, askIn: [] },
          polls: [{ id: first['poll']!.id, electorate: 'OPEN', closesAt: input.endsAt }],
        },
      ],
    });

    world.clock.moveTo(new Date(over - 1));
    expect(await on(lvea.commune)).toEqual([input.id]);
    world.clock.moveTo(new Date(over));
    expect(await on(lvea.commune)).toEqual([]);
    const end = (id: string, as: Caller) => refusals('endEmergency', { id }, as, 'emergency { id }');
    expect(await end(input.id, district)).toEqual(['WRONG_STATE id']);
    const second = emergencyInput({ kind: 'STORM' });
    expect(await declare(second, maly)).toEqual([]);
    expect(await end(second.id, chief)).toEqual(['NOT_FOUND id']);
    expect(await on(lvea.commune)).toEqual([second.id]);
    expect(await end(second.id, district)).toEqual([]);
    expect(await on(lvea.commune)).toEqual([]);
  });
});

describe('the guide to complaints', () => {
  it('says that OP3 is not open until an administrator says so, with the place where it is written', async () => {
    const guide = async () =>
      (await world.ask<{ complaintGuide: object }>('{ complaintGuide { isOpen source } }')).data
        .complaintGuide;
    const set = (input: object, as: Caller) =>
      refusals('setComplaintGuide', input, as, 'complaintGuide { isOpen }');
    expect(await guide()).toEqual({ isOpen: false, source: null });
    const before = await countRows(world, ...tables);
    const open = { isOpen: true, source: 'treaty list, 1 November 2026' };
    for (const as of [{}, sokha, chief, district, ministry, rita])
      expect(await set(open, as)).toEqual(['NOT_FOUND']);
    expect(await set({ isOpen: true }, maly)).toEqual(['REQUIRED source']);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect(await set(open, maly)).toEqual([]);
    expect(await guide()).toEqual(open);
    expect(await set({ isOpen: false }, maly)).toEqual([]);
    expect(await guide()).toEqual({ isOpen: false, source: null });
    expect((await auditOf(world, 'guide')).map((entry) => entry.deed)).toEqual([
      'setComplaintGuide',
      'setComplaintGuide',
    ]);
  });
});
