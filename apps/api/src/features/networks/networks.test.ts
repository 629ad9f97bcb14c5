import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKeptClub, deedOf, memberInput } from '../../testing/a-club.ts';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { workbookOf } from '../../testing/a-workbook.ts';
import { auditOf, countRows } from '../../testing/count-rows.ts';
import { someOffices } from '../../testing/some-offices.ts';
import { kaevPoar, lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { remindOfConsents } from './remind-of-consents.ts';

type Staff = Caller & { readonly accountId: string };
let world: World;
let sokha: Staff, dara: Staff, vanna: Staff, rotha: Staff, chan: Staff, analyst: Staff;

const tables = [
  'networks',
  'clubs',
  'club_keepers',
  'club_members',
  'activity_sessions',
  'consent_reminders',
] as const;

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  const offices = await someOffices(world, lvea.village);
  sokha = await aStaffMember(world, 'sokha', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  dara = await aStaffMember(world, 'dara', [{ role: 'FACILITATOR', placeCode: lvea.commune }]);
  vanna = await aStaffMember(world, 'vanna', [{ role: 'FACILITATOR', placeCode: kaevPoar.commune }]);
  rotha = await aStaffMember(world, 'rotha', [{ role: 'ADMINISTRATOR' }]);
  chan = await aStaffMember(world, 'chan', [{ role: 'OFFICIAL', officeId: offices.COMMUNE_COUNCIL.id }]);
  analyst = await aStaffMember(world, 'analyst', [{ role: 'ANALYST', placeCode: lvea.province }]);
});
afterAll(() => world.end());

const add = (input: object, as: Caller = sokha) =>
  deedOf<{ member: { id: string; consentUntil: string } | null }>(
    world,
    'addMember',
    input,
    as,
    'member { id consentUntil }',
  );

type SeenClub = {
  members: { nodes: { id: string; alias: string; isLeader: boolean }[] };
  ended: { nodes: { alias: string }[] };
  memberGroups: { count: number; sex: string | null }[];
  sessions: { nodes: { id: string; kind: string; heldOn: string; counts: { count: number }[] }[] };
  consentReminder: { ending: number; ended: number } | null;
  viewerCan: { keep: boolean };
};
async function seen(id: string, as: Caller): Promise<SeenClub | null> {
  const { data, errors } = await world.ask<{ club: SeenClub | null }>(
    `query ($id: ID!) { club(id: $id) { members { nodes { id alias isLeader } }
       ended: members(isEnded: true) { nodes { alias } } memberGroups { sex count }
       sessions { nodes { id kind heldOn counts { count } } } consentReminder { ending ended }
       viewerCan { keep } } }`,
    { id },
    as,
  );
  expect(errors).toEqual([]);
  return data.club;
}

describe('the tree', () => {
  it('is put together by an administrator: movement, coalition, organisation, club, over shared communes', async () => {
    const found = (kind: string, given: object = {}) =>
      deedOf<{ network: { id: string } | null }>(
        world,
        'foundNetwork',
        { idempotencyKey: randomUUID(), kind, nameKm: `${kind} ខ្មែរ`, nameEn: kind, ...given },
        rotha,
        'network { id }',
      );
    const movement = (await found('MOVEMENT')).network!.id;
    const coalition = (await found('COALITION', { parentId: movement })).network!.id;
    const places = { placeCodes: [lvea.commune, kaevPoar.commune] };
    const one = (await found('ORGANISATION', { parentId: coalition, ...places })).network!.id;
    const other = (await found('ORGANISATION', { parentId: coalition, ...places })).network!.id;
    await aKeptClub(world, sokha, { networkId: one });
    expect((await found('MOVEMENT', { parentId: coalition })).refusals).toEqual(['NOT_FOUND parentId']);
    expect((await found('COALITION', { parentId: one })).refusals).toEqual(['NOT_FOUND parentId']);
    expect((await found('ORGANISATION', { placeCodes: ['999999'] })).refusals).toEqual([
      'PLACE_NOT_FOUND placeCodes',
    ]);
    const { data } = await world.ask<{
      networks: { id: string; parentId: string | null; places: { code: string }[] }[];
    }>('{ networks { id parentId places { code } } }', {}, sokha);
    const byId = new Map(data.networks.map((network) => [network.id, network]));
    expect(byId.get(one)?.places.map(({ code }) => code)).toEqual([lvea.commune, kaevPoar.commune]);
    expect(byId.get(other)?.places).toHaveLength(2);
    expect(byId.get(byId.get(one)!.parentId!)?.parentId).toBe(movement);
  });

  it('is refused to everybody else, and nothing is written', async () => {
    const input = { idempotencyKey: randomUUID(), kind: 'MOVEMENT', nameKm: 'ចលនា', nameEn: 'Movement' };
    const before = await countRows(world, ...tables);
    for (const who of [{}, { device: aDevice() }, sokha, chan, analyst])
      expect((await deedOf(world, 'foundNetwork', input, who, 'network { id }')).refusals).toEqual([
        'NOT_FOUND',
      ]);
    const club = { ...input, kind: 'CHILDREN_CLUB', placeCode: lvea.commune };
    for (const who of [{}, { device: aDevice() }, vanna, chan, analyst])
      expect((await deedOf(world, 'foundClub', club, who, 'club { id }')).refusals).toEqual([
        'NOT_FOUND placeCode',
      ]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });
});

describe('members', () => {
  it('stand by alias with two consents that hold a year; the same key is the same member', async () => {
    const clubId = await aKeptClub(world, sokha);
    const input = memberInput(clubId, { isLeader: true, guardianConsentOn: '2026-10-01' });
    const { member } = await add(input);
    // 365 days from the guardian's consent, the earlier of the two.
    expect(member?.consentUntil).toBe('2027-10-01');
    expect((await add(input)).member).toEqual(member);
    expect((await add({ ...input, alias: 'Vuthy' })).refusals).toEqual([
      'SAME_KEY_OTHER_CONTENT idempotencyKey',
    ]);
    expect((await add(memberInput(clubId, { alias: 'dara ' }))).refusals).toEqual(['ALREADY_THERE alias']);
    expect((await seen(clubId, sokha))?.members.nodes).toEqual([
      { id: member!.id, alias: 'Dara', isLeader: true },
    ]);
  });

  it.each([
    [{ alias: 'Sok Dara' }, 'ONE_WORD_ONLY alias'],
    [{ alias: 'សុខ ដារ៉ា' }, 'ONE_WORD_ONLY alias'],
    [{ alias: '012345678' }, 'ONE_WORD_ONLY alias'],
    [{ alias: '០១២៣៤៥៦៧៨' }, 'ONE_WORD_ONLY alias'],
    [{ alias: 'dara@x' }, 'ONE_WORD_ONLY alias'],
    [{ alias: '=cmd' }, 'FORMULA_IN_CELL alias'],
    [{ alias: ' \u200b' }, 'REQUIRED alias'],
    [{ alias: 'a'.repeat(25) }, 'TOO_LONG alias'],
    [{ guardianConsentOn: null }, 'CONSENT_MISSING guardianConsentOn'],
    [{ assentOn: '2026-11-24' }, 'OUT_OF_RANGE assentOn'],
    [{ assentOn: '2025-11-01' }, 'CONSENT_ENDED assentOn'],
  ])('with %j are refused, and nothing is written', async (given, refusal) => {
    const clubId = await aKeptClub(world, sokha);
    const before = await countRows(world, ...tables);
    expect((await add(memberInput(clubId, given))).refusals).toEqual([refusal]);
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('of 18 and older need no guardian', async () => {
    const clubId = await aKeptClub(world, sokha);
    const input = memberInput(clubId, { ageBand: 'AGE_18_24', guardianConsentOn: null });
    expect((await add(input)).refusals).toEqual([]);
  });

  it('are seen by those who keep the club and by nobody else; refusals are alike and write nothing', async () => {
    const clubId = await aKeptClub(world, sokha);
    const { member } = await add(memberInput(clubId));
    const nobody = {
      members: { nodes: [] },
      ended: { nodes: [] },
      memberGroups: [],
      viewerCan: { keep: false },
    };
    for (const who of [dara, rotha, analyst]) expect(await seen(clubId, who)).toMatchObject(nobody);
    for (const who of [{}, { device: aDevice() }, vanna, chan]) {
      expect(await seen(clubId, who)).toBeNull();
      expect(await seen(randomUUID(), who)).toBeNull();
    }
    const before = await countRows(world, ...tables);
    const everybody: Caller[] = [{}, { device: aDevice() }, dara, vanna, rotha, chan, analyst];
    for (const who of everybody) {
      const theirs = await add(memberInput(clubId, { alias: 'Bopha' }), who);
      const nowhere = await add(memberInput(randomUUID(), { alias: 'Bopha' }), who);
      expect(theirs).toEqual(nowhere);
      expect(theirs.refusals).toEqual(['NOT_FOUND clubId']);
      for (const [deed, given] of [
        ['renewConsent', { assentOn: '2026-11-20' }],
        ['nameLeader', { isLeader: true }],
        ['memberLeaves', {}],
      ] as const) {
        const ask = (memberId: string) => deedOf(world, deed, { memberId, ...given }, who, 'member { id }');
        expect((await ask(member!.id)).refusals).toEqual(['NOT_FOUND memberId']);
        expect(await ask(member!.id)).toEqual(await ask(randomUUID()));
      }
      const file = Buffer.from('alias,age,assent\nX,12,2026-11-01\n').toString('base64');
      const list = { clubId, file, importId: randomUUID(), isPreview: true };
      for (const deed of ['importMembers', 'importSessions'])
        expect((await deedOf(world, deed, list, who, 'added', 'ImportListInput')).refusals).toEqual([
          'NOT_FOUND clubId',
        ]);
    }
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('of a club without a keeper are kept by the facilitators of its place; an administrator names keepers', async () => {
    const clubId = await aKeptClub(world, rotha);
    expect((await seen(clubId, dara))?.viewerCan.keep).toBe(true);
    const appoint = (accountId: string, isKeeper: boolean, as: Caller) =>
      deedOf(world, 'appointKeeper', { clubId, accountId, isKeeper }, as, 'club { id }');
    expect((await appoint(sokha.accountId, true, sokha)).refusals).toEqual(['NOT_FOUND clubId']);
    expect((await appoint(vanna.accountId, true, rotha)).refusals).toEqual(['NOT_FOUND accountId']);
    expect((await appoint(sokha.accountId, true, rotha)).refusals).toEqual([]);
    expect((await appoint(sokha.accountId, true, rotha)).refusals).toEqual([]);
    expect((await seen(clubId, dara))?.viewerCan.keep).toBe(false);
    expect((await seen(clubId, sokha))?.viewerCan.keep).toBe(true);
    await appoint(sokha.accountId, false, rotha);
    expect((await seen(clubId, dara))?.viewerCan.keep).toBe(true);
  });

  it('leave lists and counts when a consent ends; the facilitator is told; after 90 days they are erased', async () => {
    const clubId = await aKeptClub(world, sokha);
    await add(
      memberInput(clubId, { alias: 'Lina', assentOn: '2025-12-01', guardianConsentOn: '2025-12-01' }),
    );
    const { member } = await add(memberInput(clubId, { alias: 'Pich' }));
    const start = world.clock.now();
    const job = () => remindOfConsents({ em: world.em(), clock: world.clock });
    await job();
    expect(await seen(clubId, sokha)).toMatchObject({ consentReminder: { ending: 1, ended: 0 } });
    // Lina's consent ends on 1 December 2026.
    world.clock.moveTo(new Date('2026-12-02T01:00:00Z'));
    const late = await aStaffMember(world, `late ${randomUUID()}`, [
      { role: 'FACILITATOR', placeCode: lvea.commune },
    ]);
    await world
      .em()
      .execute('insert into club_keepers (club_id, account_id) values (?, ?)', [clubId, late.accountId]);
    await job();
    const club = await seen(clubId, late);
    expect(club?.members.nodes.map(({ alias }) => alias)).toEqual(['Pich']);
    expect(club?.ended.nodes.map(({ alias }) => alias)).toEqual(['Lina']);
    expect(club?.memberGroups).toEqual([{ sex: 'BOY', count: 1 }]);
    expect(club?.consentReminder).toEqual({ ending: 0, ended: 1 });
    const left = await deedOf(world, 'memberLeaves', { memberId: member!.id }, late, 'member { id }');
    expect(left.refusals).toEqual([]);
    expect((await seen(clubId, late))?.members.nodes).toEqual([]);
    const kept = async () => (await countRows(world, 'club_members'))['club_members']!;
    const before = await kept();
    world.clock.moveTo(new Date('2027-03-03T01:00:00Z'));
    await job();
    expect(await kept()).toBe(before - 2);
    world.clock.moveTo(start);
  });

  it('are never named in the audit', async () => {
    const clubId = await aKeptClub(world, sokha);
    await add(memberInput(clubId, { alias: 'Kanika' }));
    expect((await auditOf(world, clubId)).map(({ deed }) => deed)).toEqual(['foundClub', 'addMember']);
    const [row] = await world
      .em()
      .execute<{ n: number }[]>(
        `select count(*)::int n from audit_entries where to_jsonb(audit_entries)::text like '%Kanika%'`,
      );
    expect(row?.n).toBe(0);
  });
});

describe('lists read in', () => {
  const csv = (text: string) => Buffer.from(text).toString('base64');
  type Read = {
    added: number;
    lines: { number: number; cells: string[]; problems: { code: string; field: string }[] }[];
  };
  const read = (deed: string, clubId: string, file: string, isPreview: boolean, importId = randomUUID()) =>
    deedOf<Read>(
      world,
      deed,
      { clubId, file, importId, isPreview },
      sokha,
      'added lines { number cells problems { code field } }',
      'ImportListInput',
    );

  it('show each wrong line and write nothing, not even the right ones', async () => {
    const clubId = await aKeptClub(world, sokha);
    await add(memberInput(clubId, { alias: 'Dara' }));
    const before = await countRows(world, ...tables);
    const file = csv(
      [
        'ឈ្មោះហៅក្រៅ,អាយុ,ភេទ,ពិការភាព,ថ្ងៃកុមារយល់ព្រម,ថ្ងៃអាណាព្យាបាលយល់ព្រម',
        'បុប្ផា,១២,ស្រី,ទេ,01/11/2026,2026-11-01',
        'Sok Dara,12,M,,2026-11-01,2026-11-01',
        '=1+1,12,M,,2026-11-01,2026-11-01',
        'Dara,12,M,,2026-11-01,2026-11-01',
        'Vuthy,40,X,perhaps,yesterday,',
        'បុប្ផា,12,ស្រី,,2026-11-01,2026-11-01',
      ].join('\n'),
    );
    const expected = [
      [2],
      [3, 'ONE_WORD_ONLY alias'],
      [4, 'FORMULA_IN_CELL alias'],
      [5, 'ALREADY_THERE alias'],
      [6, 'NOT_IN_LIST ageBand', 'NOT_A_DATE assentOn', 'NOT_IN_LIST sex', 'NOT_IN_LIST disability'],
      [7, 'ALREADY_THERE alias'],
    ];
    for (const isPreview of [true, false]) {
      const { lines, added, refusals } = await read('importMembers', clubId, file, isPreview);
      expect(added).toBe(0);
      expect(refusals).toEqual(isPreview ? [] : ['LINES_NOT_RIGHT file']);
      expect(
        lines.map(({ number, problems }) => [
          number,
          ...problems.map(({ code, field }) => `${code} ${field}`),
        ]),
      ).toEqual(expected);
    }
    expect(await countRows(world, ...tables)).toEqual(before);
  });

  it('are read in whole from XLSX, once', async () => {
    const clubId = await aKeptClub(world, sokha);
    const text = (reference: string, words: string) =>
      `<c r="${reference}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const heading = ['alias', 'age', 'sex', 'assent', 'guardian consent', 'leader']
      .map((word, at) => text(`${'ABCDEF'[at]}1`, word))
      .join('');
    const row = (number: number, alias: string) =>
      `<row r="${number}">${text(`A${number}`, alias)}<c r="B${number}"><v>12</v></c>${text(`C${number}`, 'F')}` +
      `<c r="D${number}"><v>46349</v></c><c r="E${number}"><v>46340</v></c>${text(`F${number}`, 'yes')}</row>`;
    const file = Buffer.from(
      workbookOf(`<row r="1">${heading}</row>${row(2, 'Bopha')}${row(3, 'Chenda')}`, ''),
    ).toString('base64');
    const importId = randomUUID();
    expect(await read('importMembers', clubId, file, true, importId)).toMatchObject({
      added: 0,
      refusals: [],
    });
    for (const _ of [1, 2])
      expect(await read('importMembers', clubId, file, false, importId)).toMatchObject({
        added: 2,
        refusals: [],
      });
    const club = await seen(clubId, sokha);
    expect(club?.members.nodes.map(({ alias, isLeader }) => [alias, isLeader])).toEqual([
      ['Bopha', true],
      ['Chenda', true],
    ]);
  });

  it('of sessions make one session of the lines of a day and kind', async () => {
    const clubId = await aKeptClub(world, sokha);
    const lines = [
      'kind,date,sex,age,disability,count',
      'RIGHTS,2026-10-01,F,10-13,no,12',
      'RIGHTS,2026-10-01,M,10-13,no,9',
      'parenting,02/10/2026,F,adult,,20',
    ];
    const wrong = await read(
      'importSessions',
      clubId,
      csv([...lines, 'RIGHTS,2026-10-01,F,12,no,3'].join('\n')),
      false,
    );
    expect(wrong.lines.at(-1)?.problems).toEqual([{ code: 'ALREADY_THERE', field: 'count' }]);
    expect((await seen(clubId, sokha))?.sessions.nodes).toEqual([]);
    const { added, refusals } = await read('importSessions', clubId, csv(lines.join('\n')), false);
    expect({ added, refusals }).toEqual({ added: 2, refusals: [] });
    expect(
      (await seen(clubId, sokha))?.sessions.nodes.map(({ kind, heldOn, counts }) => [
        kind,
        heldOn,
        counts.length,
      ]),
    ).toEqual([
      ['POSITIVE_PARENTING', '2026-10-02', 1],
      ['RIGHTS', '2026-10-01', 2],
    ]);
    const again = await read('importSessions', clubId, csv(lines.join('\n')), true);
    expect(again.lines.map(({ problems }) => problems[0]?.code)).toEqual(Array(3).fill('ALREADY_THERE'));
  });

  it('are refused whole for what the file is', async () => {
    const clubId = await aKeptClub(world, sokha);
    expect((await read('importMembers', clubId, csv('name,age\nx,1\n'), true)).refusals).toEqual([
      'COLUMN_MISSING alias',
      'COLUMN_MISSING assentOn',
    ]);
    expect((await read('importMembers', clubId, csv('alias,age,assent\n'), true)).refusals).toEqual([
      'REQUIRED file',
    ]);
    expect((await read('importMembers', clubId, csv('a'.repeat(600)), true)).refusals).toEqual([
      'FILE_TOO_LARGE file',
    ]);
    expect((await read('importMembers', clubId, '????', true)).refusals).toEqual(['FILE_UNREADABLE file']);
  });
});

describe('sessions and reach', () => {
  const girls = (count: number) => ({ sex: 'FEMALE', ageBand: 'AGE_10_13', disability: 'NO', count });
  const record = (given: object, as: Caller = sokha) =>
    deedOf<{ session: { id: string } | null }>(
      world,
      'recordSession',
      { idempotencyKey: randomUUID(), kind: 'RIGHTS', heldOn: '2026-06-01', counts: [girls(20)], ...given },
      as,
      'session { id }',
    );

  it('are recorded by counts, once, and taken back', async () => {
    const clubId = await aKeptClub(world, sokha);
    const input = { clubId, idempotencyKey: randomUUID() };
    const { session } = await record(input);
    expect((await record(input)).session).toEqual(session);
    expect((await record({ ...input, counts: [girls(21)] })).refusals).toEqual([
      'SAME_KEY_OTHER_CONTENT idempotencyKey',
    ]);
    for (const [counts, refusal] of [
      [[], 'REQUIRED counts'],
      [[girls(0)], 'REQUIRED counts'],
      [[girls(-1)], 'COUNTS_IMPOSSIBLE counts'],
      [[girls(3), girls(4)], 'COUNTS_IMPOSSIBLE counts'],
      [[girls(9_999)], 'COUNTS_IMPOSSIBLE counts'],
    ] as const)
      expect((await record({ clubId, counts })).refusals).toEqual([refusal]);
    expect((await record({ clubId, heldOn: '2026-11-24' })).refusals).toEqual(['OUT_OF_RANGE heldOn']);
    const before = await countRows(world, ...tables);
    for (const who of [{}, { device: aDevice() }, dara, vanna, rotha, chan, analyst])
      expect((await record({ clubId }, who)).refusals).toEqual(['NOT_FOUND clubId']);
    expect((await record({ placeCode: kaevPoar.commune })).refusals).toEqual(['NOT_FOUND placeCode']);
    expect(await countRows(world, ...tables)).toEqual(before);
    const gone = { sessionId: session!.id };
    for (const who of [dara, chan])
      expect((await deedOf(world, 'withdrawSession', gone, who, 'session { id }')).refusals).toEqual([
        'NOT_FOUND sessionId',
      ]);
    expect((await deedOf(world, 'withdrawSession', gone, sokha, 'session { id }')).refusals).toEqual([]);
    expect((await seen(clubId, sokha))?.sessions.nodes).toEqual([]);
  });

  it('reach so many heads, and at least so many people: a child at two sessions is not two children', async () => {
    const where = { placeCode: kaevPoar.commune, heldOn: '2026-03-01' };
    await record({ ...where, counts: [girls(20), { ...girls(15), sex: 'MALE' }] }, vanna);
    await record({ ...where, counts: [girls(12), { ...girls(30), ageBand: 'ADULT' }] }, vanna);
    await record({ ...where, kind: 'PAGODA', counts: [girls(11)] }, vanna);
    const ask = (as: Caller, placeCode: string = kaevPoar.commune) =>
      world.ask<{ reach: object | null }>(
        `query ($placeCode: String!) { reach(placeCode: $placeCode, from: "2026-01-01", to: "2026-03-31") {
           sessions attendances atLeast byKind { kind sessions attendances } bySex { key count } byAge { key count } } }`,
        { placeCode },
        as,
      );
    expect((await ask(vanna)).data.reach).toEqual({
      sessions: 3,
      // 20 + 15 + 12 + 30 + 11 heads; 42 sat together in the fullest session.
      attendances: 88,
      atLeast: 42,
      byKind: [
        { kind: 'RIGHTS', sessions: 2, attendances: 77 },
        { kind: 'PAGODA', sessions: 1, attendances: 11 },
      ],
      bySex: [
        { key: 'FEMALE', count: 43 },
        { key: 'MALE', count: 15 },
      ],
      byAge: [],
    });
    for (const who of [{}, { device: aDevice() }, sokha, chan, analyst])
      expect((await ask(who)).data.reach).toBeNull();
    expect((await ask(rotha, kaevPoar.district)).data.reach).toMatchObject({
      // All 58 were of one band: shown beside their sum, the empty bands would be told too.
      byAge: ['AGE_6_9', 'AGE_10_13', 'AGE_14_17', 'AGE_18_24'].map((key) => ({ key, count: null })),
    });
  });

  it('hide groups under ten with what would give them away', async () => {
    const where = { placeCode: kaevPoar.commune, heldOn: '2025-03-01' };
    await record({ ...where, counts: [girls(20), { ...girls(4), sex: 'MALE' }] }, vanna);
    const { data } = await world.ask<{ reach: { bySex: object[] } }>(
      `query ($placeCode: String!) { reach(placeCode: $placeCode, from: "2025-01-01", to: "2025-12-31") {
         bySex { key count } } }`,
      { placeCode: kaevPoar.commune },
      vanna,
    );
    expect(data.reach.bySex).toEqual([
      { key: 'FEMALE', count: null },
      { key: 'MALE', count: null },
    ]);
  });
});
