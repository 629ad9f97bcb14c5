import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../../testing/a-workbook.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { countRows } from '../../testing/count-rows.ts';
import { someOffices } from '../../testing/some-offices.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';

let world: World;
let council: Caller;
let others: Record<string, Caller>;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const offices = await someOffices(world, lvea.village);
  council = await aStaffMember(world, 'Chan', [{ role: 'OFFICIAL', officeId: offices.COMMUNE_COUNCIL.id }]);
  others = {
    stranger: {},
    'child device': { device: aDevice() },
    facilitator: await aStaffMember(world, 'Sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]),
    'official of the school': await aStaffMember(world, 'Srey', [
      { role: 'OFFICIAL', officeId: offices.SCHOOL.id },
    ]),
    analyst: await aStaffMember(world, 'Vanna', [{ role: 'ANALYST', placeCode: lvea.commune }]),
  };
});
afterAll(() => world.end());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const heading = 'code,titleKm,title,sector,planned,spent,for';
const right = [
  heading,
  'A1,រដ្ឋបាល,Office costs,administration,"700,000",650000,other',
  'S1,សុខភាព,Health days,social,១៨០០០០,180 000,social services',
  'C1,មត្តេយ្យ,Preschool,social,120000,90000,children',
].join('\n');

type Line = { number: number; problems: { code: string; field: string | null }[] };
type Reply = { added: number; lines: Line[]; problems: { code: string; field: string | null }[] };

async function sent(given: object = {}, as: Caller = council): Promise<Reply> {
  const { data, errors } = await world.ask<{ importBudget: Reply }>(
    `mutation ($input: ImportBudgetInput!) { importBudget(input: $input) {
      added lines { number problems { code field } } problems { code field } } }`,
    {
      input: {
        communeCode: lvea.commune,
        year: 2026,
        source: 'Council, annual budget 2026',
        children: 40,
        file: base64(right),
        importId: randomUUID(),
        isPreview: false,
        ...given,
      },
    },
    as,
  );
  expect(errors).toEqual([]);
  return data.importBudget;
}

async function shown(as: Caller = {}) {
  const { data, errors } = await world.ask<{ communeBudget: { years: object[]; viewerCan: object } }>(
    `query ($code: String!) { communeBudget(communeCode: $code) { place { nameEn } viewerCan { import } years { year source children
      figures { plannedRiel spentRiel socialRiel childrenRiel socialShare childrenShare rielPerChild }
      lines { code titleEn sector tag plannedRiel spentRiel } } } }`,
    { code: lvea.commune },
    as,
  );
  expect(errors).toEqual([]);
  return data.communeBudget;
}

const tables = ['budget_years', 'budget_lines'];
const told = ({ lines }: Reply) =>
  lines.flatMap(({ number, problems }) => problems.map(({ code, field }) => `${number} ${code} ${field}`));

describe('the budget of a commune', () => {
  it('is looked at first, which writes nothing, then taken in whole, once', async () => {
    const before = await countRows(world, ...tables);
    const importId = randomUUID();
    expect(await sent({ isPreview: true, importId })).toMatchObject({ added: 0, problems: [] });
    expect(await countRows(world, ...tables)).toEqual(before);
    expect(await sent({ importId })).toMatchObject({ added: 3, problems: [] });
    const after = await countRows(world, ...tables);
    expect(after).toEqual({
      audit_entries: before['audit_entries']! + 1,
      budget_years: before['budget_years']! + 1,
      budget_lines: before['budget_lines']! + 3,
    });
    expect(await sent({ importId })).toMatchObject({ added: 3, lines: [] });
    expect(await countRows(world, ...tables)).toEqual(after);
  });

  it('gives figures that one can work out by hand', async () => {
    const { years, viewerCan } = await shown();
    expect(viewerCan).toEqual({ import: false });
    // 700,000 + 180,000 + 120,000; social: 300,000 of 1,000,000; children: 120,000, for 40 of them 3,000 each.
    expect(years).toMatchObject([
      {
        year: 2026,
        figures: {
          plannedRiel: 1_000_000,
          spentRiel: 920_000,
          socialRiel: 300_000,
          childrenRiel: 120_000,
          socialShare: 0.3,
          childrenShare: 0.12,
          rielPerChild: 3_000,
        },
        lines: [
          { code: 'A1', tag: 'OTHER' },
          { code: 'S1', tag: 'SOCIAL_SERVICES' },
          { code: 'C1', tag: 'CHILDREN' },
        ],
      },
    ]);
  });

  it('replaces a year that is read in again, and says unknown where nobody has said', async () => {
    const file = base64(`${heading}\nC1,,Preschool,,120000,,children\nA1,,Office,,880000,5,other`);
    expect(await sent({ file, children: null })).toMatchObject({ added: 2 });
    const { years } = await shown(council);
    expect(years).toMatchObject([
      {
        children: null,
        figures: { spentRiel: null, socialShare: 0.12, rielPerChild: null },
        lines: [{}, {}],
      },
    ]);
  });

  it('tells what is wrong with each line, takes no formula, and writes nothing of a file that is not right', async () => {
    const before = await countRows(world, ...tables);
    const wrong = [
      heading,
      'A1,,Office,administration,12.5,,other',
      'A2,,,social,1000,,children',
      'A3,,=1+1,social,1000,,children',
      'A4,,Roads,sky,-3,,everybody',
      'A5,,Fine,social,10,,other',
      'A5,,Twice,social,10,,other',
    ].join('\n');
    for (const isPreview of [true, false]) {
      const reply = await sent({ file: base64(wrong), isPreview });
      expect(told(reply)).toEqual([
        '2 NOT_A_NUMBER plannedRiel',
        '3 REQUIRED titleKm',
        '4 FORMULA_IN_CELL titleEn',
        '5 NOT_IN_LIST sector',
        '5 NOT_IN_LIST tag',
        '5 NOT_A_NUMBER plannedRiel',
        '7 ALREADY_THERE code',
      ]);
      expect(reply).toMatchObject({
        added: 0,
        problems: isPreview ? [] : [{ code: 'LINES_NOT_RIGHT', field: 'file' }],
      });
    }
    const bomb = workbookOf('', '', `<sst>${'<si><t>a</t></si>'.repeat(400_000)}</sst>`);
    for (const file of [Buffer.from(bomb).toString('base64'), base64('PK\u0003\u0004 no workbook')])
      expect((await sent({ file })).problems).toHaveLength(1);
    expect((await sent({ file: base64('name,sum\nx,1') })).problems).toEqual(
      ['code', 'plannedRiel', 'tag'].map((field) => ({ code: 'COLUMN_MISSING', field })),
    );
    for (const given of [{ year: 1999 }, { source: ' ' }, { children: 0 }, { importId: 'x' }])
      expect((await sent(given)).problems).toHaveLength(1);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('is read in by officials of its council and administrators only', async () => {
    const before = await countRows(world, ...tables);
    for (const [who, as] of Object.entries(others))
      expect([who, (await sent({}, as)).problems]).toEqual([
        who,
        [{ code: 'NOT_FOUND', field: 'communeCode' }],
      ]);
    expect((await sent({ communeCode: '020808' })).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await countRows(world, ...tables)).toEqual(before);
    const administrator = await aStaffMember(world, 'Maly', [{ role: 'ADMINISTRATOR' }]);
    expect(await sent({ year: 2025 }, administrator)).toMatchObject({ added: 3 });
    expect((await shown(council)).viewerCan).toEqual({ import: true });
    expect((await shown()).years).toMatchObject([{ year: 2026 }, { year: 2025 }]);
  });
});
