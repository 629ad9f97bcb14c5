import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { HelpNumber, Holiday, Office, RoutingRule } from './index.ts';
import { ensureHelpNumbers, ensureHolidays, ensureUsualRules } from './index.ts';

type Problems = { problems: { code: string; field: string | null }[] };
type Shown = { id: string; nameEn: string; isActive: boolean };

let world: World;
let administrator: Caller & { accountId: string };
let others: Record<string, Caller>;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const em = world.em();
  await ensureUsualRules(em);
  await ensureHolidays(em);
  await ensureHelpNumbers(em, world.clock);
  administrator = await aStaffMember(world, 'Maly', [{ role: 'ADMINISTRATOR' }]);
  const { openOffice } = await ask<{ openOffice: { office: Shown } }>(
    'openOffice',
    office('Committee', 'CCWC'),
  );
  others = {
    stranger: {},
    'child device': { device: aDevice() },
    facilitator: await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]),
    official: await aStaffMember(world, 'Chan', [{ role: 'OFFICIAL', officeId: openOffice.office.id }]),
    analyst: await aStaffMember(world, 'Dara', [{ role: 'ANALYST' }]),
  };
});
afterAll(() => world.end());

function office(nameEn: string, kind = 'SCHOOL', placeCode: string = lvea.commune) {
  return { kind, placeCode, nameKm: nameEn, nameEn };
}

const shownBy: Record<string, string> = {
  openOffice: 'office { id nameEn isActive }',
  renameOffice: 'office { id nameEn isActive }',
  closeOffice: 'office { id nameEn isActive }',
  reopenOffice: 'office { id nameEn isActive }',
  setRoutingRule: 'routingRule { id category topic level officeKind isUsual place { code } }',
  removeRoutingRule: '',
  addHoliday: 'holiday { day nameEn isConfirmed }',
  removeHoliday: '',
  saveHelpNumber: 'helpNumber { id number checkedOn place { code } }',
  retireHelpNumber: '',
  nameCategory: 'category { key nameEn nameKm }',
};

async function ask<Data>(deed: string, input: object, as: Caller = administrator): Promise<Data> {
  const Input = `${deed[0]!.toUpperCase()}${deed.slice(1)}Input`;
  const reply = await world.ask<Data>(
    `mutation ($input: ${Input}!) { ${deed}(input: $input) { ${shownBy[deed]} problems { code field } } }`,
    { input },
    as,
  );
  expect(reply.errors).toEqual([]);
  return reply.data;
}

async function problemsOf(deed: string, input: object, as?: Caller): Promise<Problems['problems']> {
  return (await ask<Record<string, Problems>>(deed, input, as))[deed]!.problems;
}

const tables = ['offices', 'routing_rules', 'holidays', 'help_numbers', 'category_names'];

describe('who may administer', () => {
  it('nobody but an administrator changes anything, and refusals write nothing', async () => {
    const { openOffice } = await ask<{ openOffice: { office: Shown } }>('openOffice', office('Table school'));
    const officeId = openOffice.office.id;
    const [rule] = await world.em().find(RoutingRule, {}, { limit: 1 });
    const [number] = await world.em().find(HelpNumber, {}, { limit: 1 });
    const deeds: [string, object][] = [
      ['openOffice', office('Another school')],
      ['renameOffice', { officeId, nameKm: 'x', nameEn: 'x' }],
      ['closeOffice', { officeId }],
      ['reopenOffice', { officeId }],
      ['setRoutingRule', { category: 'HEALTH', level: 'COMMUNE', officeKind: 'CCWC' }],
      ['removeRoutingRule', { ruleId: rule!.id }],
      ['addHoliday', { day: '2027-02-02', nameKm: 'x', nameEn: 'x' }],
      ['removeHoliday', { day: '2027-01-01' }],
      ['saveHelpNumber', helpNumber({ number: '117' })],
      ['retireHelpNumber', { id: number!.id }],
      ['nameCategory', { category: 'HEALTH', nameKm: 'x', nameEn: 'x' }],
    ];
    const before = await countRows(world, ...tables);
    for (const [who, caller] of Object.entries(others))
      for (const [deed, input] of deeds)
        expect([who, deed, await problemsOf(deed, input, caller)]).toEqual([
          who,
          deed,
          [{ code: 'NOT_FOUND', field: null }],
        ]);
    expect(await countRows(world, ...tables)).toEqual(before);
    expect(await world.em().findOneOrFail(Office, { id: officeId })).toMatchObject({
      nameEn: 'Table school',
      isActive: true,
    });
  });

  it('nobody but an administrator sees the table or tries a route', async () => {
    const table = '{ routingRules { nodes { id } } }';
    const trial = `{ routeTrial(input: { category: HEALTH, placeCode: "${lvea.commune}" }) { office { id } steps { code } problems { code } } }`;
    for (const caller of Object.values(others)) {
      expect((await world.ask(table, {}, caller)).errors[0]?.extensions.code).toBe('NOT_FOUND');
      expect((await world.ask<{ routeTrial: object }>(trial, {}, caller)).data.routeTrial).toEqual({
        office: null,
        steps: [],
        problems: [{ code: 'NOT_FOUND' }],
      });
    }
  });

  it('everybody sees offices, and only an administrator may change them', async () => {
    const query = `{ offices(first: 1) { nodes { viewerCan { change } } } }`;
    const may = async (caller: Caller) => {
      const reply = await world.ask<{ offices: { nodes: { viewerCan: { change: boolean } }[] } }>(
        query,
        {},
        caller,
      );
      return reply.data.offices.nodes[0]!.viewerCan.change;
    };
    expect(await may(administrator)).toBe(true);
    for (const caller of Object.values(others)) expect(await may(caller)).toBe(false);
  });
});

describe('an office', () => {
  it('is opened, renamed, closed and opened again; each is written down', async () => {
    const { openOffice } = await ask<{ openOffice: { office: Shown } }>('openOffice', office('Lvea school'));
    const { id } = openOffice.office;
    expect(openOffice.office).toEqual({ id, nameEn: 'Lvea school', isActive: true });
    const renamed = await ask<{ renameOffice: { office: Shown } }>('renameOffice', {
      officeId: id,
      nameKm: 'សាលាបឋមសិក្សាល្វា',
      nameEn: '  Lvea\nprimary school ',
    });
    expect(renamed.renameOffice.office.nameEn).toBe('Lvea primary school');
    expect(await problemsOf('closeOffice', { officeId: id })).toEqual([]);
    expect(await problemsOf('closeOffice', { officeId: id })).toEqual([]);
    const { reopenOffice } = await ask<{ reopenOffice: { office: Shown } }>('reopenOffice', { officeId: id });
    expect(reopenOffice.office.isActive).toBe(true);
    expect(await auditOf(world, id)).toEqual(
      ['openOffice', 'renameOffice', 'closeOffice', 'reopenOffice'].map((deed) => ({
        deed,
        actor_id: administrator.accountId,
      })),
    );
  });

  it.each([
    ['without a name', office(' '), ['REQUIRED nameKm', 'REQUIRED nameEn']],
    ['with a name without end', office('x'.repeat(201)), ['TOO_LONG nameKm', 'TOO_LONG nameEn']],
    ['of a place that is not there', office('Far', 'SCHOOL', '999999'), ['PLACE_NOT_FOUND placeCode']],
    ['of a place nobody can read', office('Odd', 'SCHOOL', '14\u00009'), ['PLACE_NOT_FOUND placeCode']],
    [
      'of a place too large for its kind',
      office('Wide', 'SCHOOL', lvea.district),
      ['OUT_OF_RANGE placeCode'],
    ],
    [
      'of a place too small for its kind',
      office('Low', 'COMMUNE_COUNCIL', lvea.village),
      ['OUT_OF_RANGE placeCode'],
    ],
    ['that is there', office('Second committee', 'CCWC'), ['ALREADY_THERE placeCode']],
  ])('%s is not opened', async (_, input, expected) => {
    const before = await countRows(world, ...tables);
    const problems = await problemsOf('openOffice', input);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(expected);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('that is not there is not changed', async () => {
    for (const officeId of ['018f0000-0000-7000-8000-000000000000', 'none', "' or 1=1"])
      for (const [deed, input] of [
        ['renameOffice', { officeId, nameKm: 'x', nameEn: 'x' }],
        ['closeOffice', { officeId }],
      ] as const)
        expect(await problemsOf(deed, input)).toEqual([{ code: 'NOT_FOUND', field: 'officeId' }]);
    const reply = await world.ask<{ office: null }>('{ office(id: "none") { id } }');
    expect([reply.data.office, reply.errors]).toEqual([null, []]);
  });

  it('is opened once by two administrators at once', async () => {
    const input = office('District office', 'DISTRICT_ADMINISTRATION', lvea.district);
    const codes = await Promise.all([1, 2, 3].map(() => problemsOf('openOffice', input)));
    expect(codes.flat().map(({ code }) => code)).toEqual(['ALREADY_THERE', 'ALREADY_THERE']);
  });

  it('is found by place and kind, page after page', async () => {
    const page = `query ($filter: OfficeFilter, $after: String) { offices(filter: $filter, first: 2, after: $after) { nodes { id place { code } } pageInfo { hasNextPage endCursor } } }`;
    type Reply = {
      offices: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data }: { data: Reply } = await world.ask<Reply>(page, {
        filter: { placeCode: '1409' },
        after,
      });
      seen.push(...data.offices.nodes.map(({ id }) => id));
      ({ hasNextPage: more, endCursor: after } = data.offices.pageInfo);
    }
    const all = await world.em().find(Office, { placeCode: { $like: '1409%' } });
    expect(seen.length).toBe(all.length);
    expect(new Set(seen)).toEqual(new Set(all.map(({ id }) => id)));
    const none = await world.ask<Reply>(page, { filter: { placeCode: '%' } });
    expect(none.data.offices.nodes).toEqual([]);
  });
});

describe('the routing table', () => {
  type Rule = { id: string; officeKind: string; isUsual: boolean; place: { code: string } | null };
  type SetRule = { setRoutingRule: { routingRule: Rule | null } & Problems };
  const trial = async (input: object) => {
    const { data } = await world.ask<{
      routeTrial: {
        office: { kind: string } | null;
        steps: { code: string; rule: Rule | null }[];
      } & Problems;
    }>(
      `query ($input: RouteTrialInput!) { routeTrial(input: $input) { office { kind } steps { code officeKind office { kind } rule { id isUsual } } problems { code field } } }`,
      { input },
      administrator,
    );
    return data.routeTrial;
  };

  it('starts with the usual lines once, and starting again changes nothing', async () => {
    const before = await world.em().count(RoutingRule, {});
    await ensureUsualRules(world.em());
    expect(await world.em().count(RoutingRule, {})).toBe(before);
    expect(await world.em().count(RoutingRule, { isUsual: false })).toBe(0);
  });

  it('can be asked where an issue would go, and says why', async () => {
    expect(await trial({ category: 'HEALTH', placeCode: lvea.village })).toMatchObject({
      office: { kind: 'DISTRICT_ADMINISTRATION' },
      steps: [
        { code: 'RULE_USED', rule: { isUsual: true } },
        { code: 'OFFICE_MISSING', officeKind: 'HEALTH_CENTRE' },
        { code: 'OFFICE_MISSING', officeKind: 'COMMUNE_COUNCIL' },
        { code: 'OFFICE_CHOSEN', office: { kind: 'DISTRICT_ADMINISTRATION' } },
      ],
    });
    expect((await trial({ category: 'EDUCATION', placeCode: lvea.village })).office).toEqual({
      kind: 'SCHOOL',
    });
    expect(
      (await trial({ category: 'EDUCATION', placeCode: lvea.village, aboutOfficeKind: 'SCHOOL' })).office,
    ).toEqual({ kind: 'DISTRICT_ADMINISTRATION' });
    expect(
      (await trial({ category: 'EDUCATION', topic: 'LIGHT', placeCode: lvea.village })).problems,
    ).toEqual([{ code: 'TOPIC_OF_ANOTHER_CATEGORY', field: 'topic' }]);
    expect((await trial({ category: 'EDUCATION', placeCode: '999999' })).problems).toEqual([
      { code: 'PLACE_NOT_FOUND', field: 'placeCode' },
    ]);
    expect((await trial({ category: 'EDUCATION', placeCode: '17' })).problems).toEqual([
      { code: 'NO_OFFICE', field: null },
    ]);
  });

  it('is changed for one place, tried, and changed back', async () => {
    const rule = { category: 'HEALTH', level: 'COMMUNE', placeCode: lvea.commune, officeKind: 'CCWC' };
    const set = await ask<SetRule>('setRoutingRule', rule);
    expect(set.setRoutingRule).toMatchObject({
      routingRule: { officeKind: 'CCWC', isUsual: false, place: { code: lvea.commune } },
      problems: [],
    });
    expect((await trial({ category: 'HEALTH', placeCode: lvea.village })).office).toEqual({ kind: 'CCWC' });
    const ruleId = set.setRoutingRule.routingRule!.id;
    expect(await problemsOf('setRoutingRule', rule)).toEqual([
      { code: 'ALREADY_THERE', field: 'officeKind' },
    ]);
    expect(await problemsOf('setRoutingRule', { ...rule, officeKind: 'COMMUNE_POLICE' })).toEqual([
      { code: 'RULES_CONTRADICT', field: 'officeKind' },
    ]);
    expect(await problemsOf('removeRoutingRule', { ruleId })).toEqual([]);
    expect(await problemsOf('removeRoutingRule', { ruleId })).toEqual([
      { code: 'NOT_FOUND', field: 'ruleId' },
    ]);
    expect((await trial({ category: 'HEALTH', placeCode: lvea.village })).office?.kind).toBe(
      'DISTRICT_ADMINISTRATION',
    );
    expect(await auditOf(world, ruleId)).toEqual(
      ['setRoutingRule', 'removeRoutingRule'].map((deed) => ({ deed, actor_id: administrator.accountId })),
    );
  });

  it('gives way in the whole country, and the usual line comes back when that is removed', async () => {
    const rule = { category: 'EDUCATION', level: 'COMMUNE', officeKind: 'CCWC' };
    const set = await ask<SetRule>('setRoutingRule', rule);
    const ruleId = set.setRoutingRule.routingRule!.id;
    expect((await trial({ category: 'EDUCATION', placeCode: lvea.village })).office).toEqual({
      kind: 'CCWC',
    });
    expect(await problemsOf('removeRoutingRule', { ruleId })).toEqual([]);
    expect((await trial({ category: 'EDUCATION', placeCode: lvea.village })).office).toEqual({
      kind: 'SCHOOL',
    });
    expect(await problemsOf('removeRoutingRule', { ruleId })).toEqual([
      { code: 'WRONG_STATE', field: 'ruleId' },
    ]);
  });

  it.each([
    [
      { category: 'HEALTH', topic: 'LIGHT', level: 'COMMUNE', officeKind: 'CCWC' },
      'TOPIC_OF_ANOTHER_CATEGORY topic',
    ],
    [{ topic: 'LIGHT', level: 'COMMUNE', officeKind: 'CCWC' }, 'TOPIC_OF_ANOTHER_CATEGORY topic'],
    [{ category: 'HEALTH', level: 'DISTRICT', officeKind: 'CCWC' }, 'OUT_OF_RANGE level'],
    [
      { category: 'HEALTH', level: 'COMMUNE', placeCode: '999999', officeKind: 'CCWC' },
      'PLACE_NOT_FOUND placeCode',
    ],
  ])('refuses %o: %s', async (input, expected) => {
    const before = await countRows(world, ...tables);
    const problems = await problemsOf('setRoutingRule', input);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is shown whole, page after page, the whole country first', async () => {
    type Reply = { routingRules: { nodes: Rule[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data }: { data: Reply } = await world.ask<Reply>(
        `query ($after: String) { routingRules(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
        administrator,
      );
      seen.push(...data.routingRules.nodes.map(({ id }) => id));
      ({ hasNextPage: more, endCursor: after } = data.routingRules.pageInfo);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await world.em().count(RoutingRule, {}));
  });
});

describe('holidays', () => {
  const year = async (number: number) => {
    const { data } = await world.ask<{ holidays: { day: string; nameEn: string; isConfirmed: boolean }[] }>(
      `query ($year: Int!) { holidays(year: $year) { day nameEn isConfirmed } }`,
      { year: number },
    );
    return data.holidays;
  };

  it('of the year are there, in order; two on one day share it', async () => {
    const days = await year(2026);
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
    expect(days.filter(({ day }) => day === '2026-05-01')).toEqual([
      { day: '2026-05-01', nameEn: 'International Labour Day · Visakha Bochea', isConfirmed: false },
    ]);
    expect(await year(99_999)).toEqual([]);
  });

  it('are added, confirmed and removed, and a removed one does not come back', async () => {
    const day = { day: '2027-06-01', nameKm: 'ទិវាកុមារ', nameEn: 'Children’s day' };
    expect(await problemsOf('addHoliday', day)).toEqual([]);
    expect(await problemsOf('addHoliday', day)).toEqual([{ code: 'ALREADY_THERE', field: 'day' }]);
    const moon = { day: '2027-11-13', nameKm: 'បុណ្យអុំទូក', nameEn: 'Water Festival' };
    const confirmed = await ask<{ addHoliday: { holiday: { isConfirmed: boolean } } }>('addHoliday', moon);
    expect(confirmed.addHoliday.holiday.isConfirmed).toBe(true);
    expect(await problemsOf('removeHoliday', { day: '2027-06-01' })).toEqual([]);
    expect(await problemsOf('removeHoliday', { day: '2027-01-07' })).toEqual([]);
    expect(await problemsOf('removeHoliday', { day: '2027-01-07' })).toEqual([
      { code: 'NOT_FOUND', field: 'day' },
    ]);
    await ensureHolidays(world.em());
    expect(await world.em().count(Holiday, { day: { $in: ['2027-06-01', '2027-01-07'] } })).toBe(0);
  });
});

function helpNumber(some: object) {
  return {
    number: '1280',
    nameKm: 'ជំនួយ',
    nameEn: 'Help',
    isFree: true,
    takesSms: true,
    hours: '24/7',
    checkedOn: '2026-11-20',
    ...some,
  };
}

describe('help numbers', () => {
  const numbersFor = async (placeCode: string | null) => {
    const { data } = await world.ask<{ helpNumbers: { id: string; number: string }[] }>(
      `query ($placeCode: String) { helpNumbers(placeCode: $placeCode) { id number } }`,
      { placeCode },
    );
    return data.helpNumbers;
  };

  it('hold 1280 from the start, everywhere', async () => {
    for (const placeCode of [null, lvea.village, '02', 'nowhere'])
      expect((await numbersFor(placeCode)).map(({ number }) => number)).toEqual(['1280']);
    await ensureHelpNumbers(world.em(), world.clock);
    expect(await world.em().count(HelpNumber, {})).toBe(1);
  });

  it('of a place show there and below, with the day they were checked; digits of any script are read', async () => {
    const saved = await ask<{ saveHelpNumber: { helpNumber: { id: string; number: string } } }>(
      'saveHelpNumber',
      helpNumber({ number: '០១២ ៣៤៥ ៦៧៨', placeCode: lvea.district }),
    );
    const { id, number } = saved.saveHelpNumber.helpNumber;
    expect(number).toBe('012 345 678');
    expect((await numbersFor(lvea.village)).map((each) => each.number)).toEqual(['1280', '012 345 678']);
    expect((await numbersFor('17')).map((each) => each.number)).toEqual(['1280']);
    const again = helpNumber({ id, number: '012 345 679', placeCode: lvea.district });
    expect(await problemsOf('saveHelpNumber', again)).toEqual([]);
    expect((await numbersFor(lvea.district)).at(-1)).toEqual({ id, number: '012 345 679' });
    expect(await problemsOf('retireHelpNumber', { id })).toEqual([]);
    expect(await problemsOf('retireHelpNumber', { id })).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
    expect((await numbersFor(lvea.village)).map((each) => each.number)).toEqual(['1280']);
  });

  it('never all go', async () => {
    const id = (await numbersFor(null))[0]!.id;
    expect(await problemsOf('retireHelpNumber', { id })).toEqual([{ code: 'WRONG_STATE', field: 'id' }]);
  });

  it.each([
    [{ number: 'call me' }, 'NOT_A_NUMBER number'],
    [{ hours: '' }, 'REQUIRED hours'],
    [{ checkedOn: '2099-01-01' }, 'OUT_OF_RANGE checkedOn'],
    [{ placeCode: '99' }, 'PLACE_NOT_FOUND placeCode'],
    [{ id: 'none' }, 'NOT_FOUND id'],
  ])('refuse %o: %s', async (some, expected) => {
    const before = await countRows(world, ...tables);
    const problems = await problemsOf('saveHelpNumber', helpNumber(some));
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });
});

describe('the words of categories', () => {
  const names = async () => {
    const { data } = await world.ask<{
      categories: { key: string; nameEn: string; articles: { article: number }[] }[];
    }>(`{ categories { key nameKm nameEn isSensitive topics firstOffice articles { article titleEn } } }`);
    return data.categories;
  };

  it('are the product’s until an administrator gives others', async () => {
    const before = (await names()).find(({ key }) => key === 'PLAY_CULTURE');
    expect(before).toMatchObject({ nameEn: 'Play and sport', articles: [{ article: 31 }] });
    const given = { category: 'PLAY_CULTURE', nameKm: 'លេង', nameEn: 'Play' };
    expect((await ask<{ nameCategory: object }>('nameCategory', given)).nameCategory).toEqual({
      category: { key: 'PLAY_CULTURE', nameKm: 'លេង', nameEn: 'Play' },
      problems: [],
    });
    expect(await problemsOf('nameCategory', { ...given, nameEn: 'Play and culture' })).toEqual([]);
    expect((await names()).find(({ key }) => key === 'PLAY_CULTURE')?.nameEn).toBe('Play and culture');
    expect(await problemsOf('nameCategory', { ...given, nameEn: 'x'.repeat(61) })).toEqual([
      { code: 'TOO_LONG', field: 'nameEn' },
    ]);
  });
});
