import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCase, type Code, comeBack } from '../../testing/child.ts';
import { deed, open, rowCounts } from '../../testing/desk.ts';
import { mockOscar, mockPrimero, type MockSystem } from '../../testing/mock-case-system.ts';
import { aPerson, lvea, type Person } from '../../testing/people.ts';
import { startWorld, type World } from '../../testing/world.ts';
import { withLeadingZero, withoutLeadingZero } from './place-codes.ts';

let world: World;
let phalla: Person;
let sopheap: Person;
let primero: MockSystem;
let oscar: MockSystem;
beforeAll(async () => {
  [primero, oscar] = await Promise.all([mockPrimero(), mockOscar()]);
  world = await startWorld({
    settings: {
      PRIMERO_URL: primero.url,
      PRIMERO_USER: 'samleng',
      PRIMERO_PASSWORD: 'an invented password',
      PRIMERO_OWNER: 'mgr14',
      OSCAR_URL: oscar.url,
      OSCAR_EMAIL: 'desk@example.org',
      OSCAR_PASSWORD: 'an invented password',
      OSCAR_ORGANIZATION: 'demo',
    },
  });
  phalla = await aPerson(world, 'Phalla', { receivesIn: '' });
  sopheap = await aPerson(world, 'Sopheap', { receivesIn: '17' });
});
afterAll(async () => {
  await world.end();
  await Promise.all([primero.end(), oscar.end()]);
});
beforeEach(() => {
  primero.seen.length = 0;
  oscar.seen.length = 0;
});

type Line = { label: string; text: string };
type ReferPayload = {
  referral: { id: string; outcome: string; hasAssent: boolean } | null;
  lines: Line[];
  file: { name: string; content: string; code: string } | null;
  problems: Code[];
};
async function refer(input: object, as = phalla): Promise<ReferPayload> {
  const { data } = await world.ask<{ referCase: ReferPayload }>(
    `mutation ($input: ReferCaseInput!) { referCase(input: $input) { referral { id outcome hasAssent }
      lines { label text } file { name content code } problems { code field } } }`,
    {
      input: {
        receiver: 'SOCIAL_AFFAIRS',
        summary: 'A girl needs a visit.',
        handsOnWords: false,
        hasAssent: true,
        ...input,
      },
    },
    as,
  );
  return data.referCase;
}
type SendPayload = { referral: { outcome: string; system: string | null } | null; problems: Code[] };
async function send(referralId: string, system: string, as = phalla): Promise<SendPayload> {
  const { data } = await world.ask<{ sendReferral: SendPayload }>(
    `mutation ($input: SendReferralInput!) { sendReferral(input: $input) { referral { outcome system } problems { code field } } }`,
    { input: { referralId, system } },
    as,
  );
  return data.sendReferral;
}

/** A case read and judged. */
async function judged(given: object = {}) {
  const disclosed = await aCase(world, {
    communeCode: '020808',
    villageCode: '02080801',
    alias: 'Mealea',
    sex: 'GIRL',
    ageBand: 'AGE_10_13',
    callback: 'at school, Monday',
    ...given,
  });
  await open(world, phalla, disclosed.id);
  await deed(world, phalla, 'triageCase', {
    caseId: disclosed.id,
    urgency: 'URGENT',
    danger: 'YES',
    kind: 'PHYSICAL_VIOLENCE',
    accusedRole: 'FAMILY',
    note: 'seen by the aunt',
  });
  return disclosed;
}

describe('a worker refers a case', () => {
  it('with the child’s assent: the least a receiver needs, to print', async () => {
    const { id, receipt } = await judged();
    const { referral, lines, problems } = await refer({ caseId: id });
    expect(problems).toEqual([]);
    expect(referral).toMatchObject({ outcome: 'SENT', hasAssent: true });
    const record = Object.fromEntries(lines.map(({ label, text }) => [label, text]));
    expect(record).toEqual({
      id: referral!.id,
      receivedAt: '2026-11-20T02:00:00.000Z',
      channel: 'WEB',
      referredTo: 'SOCIAL_AFFAIRS',
      referredAt: '2026-11-20T02:00:00.000Z',
      triageLevel: 'URGENT',
      triagedBy: 'Phalla, 2026-11-20T02:00:00.000Z',
      triageReason: 'seen by the aunt',
      dangerNow: 'YES',
      concernType: 'PHYSICAL_VIOLENCE',
      allegedPersonRole: 'FAMILY',
      assent: 'YES',
      childAlias: 'Mealea',
      ageBand: 'AGE_10_13',
      sex: 'GIRL',
      placeCode: '02080801',
      callback: 'at school, Monday',
      summary: 'A girl needs a visit.',
      accessLog: 'Phalla, 2026-11-20T02:00:00.000Z',
    });
    expect((await comeBack(world, receipt)).case?.state).toBe('REFERRED');
    expect((await refer({ caseId: id, handsOnWords: true })).lines).toContainEqual({
      label: 'words',
      text: '[TEST] Invented words: please write back to me.',
    });
  });

  it('as a file that any browser opens with the code, and nobody without', async () => {
    const { id } = await judged();
    const { file } = await refer({ caseId: id, hasAssent: false, reasonWithoutAssent: 'DANGER_NOW' });
    const page = Buffer.from(file!.content, 'base64').toString();
    expect(file!.name).toMatch(/^referral-[0-9a-f-]{36}\.html$/);
    expect(file!.code).toMatch(/^([2-9a-hj-km-np-tv-z]{4}-){5}[2-9a-hj-km-np-tv-z]{4}$/);
    for (const secret of ['Mealea', 'PHYSICAL_VIOLENCE', 'visit', file!.code])
      expect(page).not.toContain(secret);
    expect(page).not.toMatch(/https?:/);
    const lines = (await opened(page, file!.code)) as Line[];
    const under = (word: string) => lines.find(({ label }) => label.endsWith(` / ${word}`))?.text;
    expect(under('About')).toBe('អំពើហិង្សាលើរាងកាយ / Physical violence');
    expect(under('Who did it (role)')).toMatch(/^[\u1780-\u17ff ]+ \/ Somebody of the family$/);
    expect(under('The child agreed')).toMatch(/^ទេ៖ .+ \/ No: Danger now$/);
    expect(under('Told on')).toBe('20/11/2026 09:00');
    expect(under('Place')).toBe('02080801');
    expect(under('The child calls itself')).toBe('Mealea');
    expect(under('What the worker says')).toBe('A girl needs a visit.');
    // Nothing is left as the service writes it.
    expect(
      lines.filter(({ label, text }) => !label.includes(' / ') || /[A-Z]_[A-Z]|T\d\d:/.test(text)),
    ).toEqual([]);
    await expect(opened(page, file!.code.replace(/^./, file!.code[0] === '2' ? '3' : '2'))).rejects.toThrow();
  });

  it('not without assent or a reason, not before it was judged, not somebody else’s case', async () => {
    const fresh = await aCase(world, { communeCode: lvea.commune });
    const { id } = await judged();
    const before = await rowCounts(world);
    expect((await refer({ caseId: id, hasAssent: false })).problems).toEqual([
      { code: 'REASON_NEEDED', field: 'reasonWithoutAssent' },
    ]);
    expect((await refer({ caseId: fresh.id })).problems).toEqual([{ code: 'WRONG_STATE', field: null }]);
    expect((await refer({ caseId: id }, sopheap)).problems).toEqual([{ code: 'NOT_FOUND', field: 'caseId' }]);
    expect((await refer({ caseId: id, summary: ' ' })).problems).toEqual([
      { code: 'REQUIRED', field: 'summary' },
    ]);
    expect(await rowCounts(world)).toEqual(before);
    const { lines } = await refer({ caseId: id, hasAssent: false, reasonWithoutAssent: 'DANGER_NOW' });
    expect(lines).toContainEqual({ label: 'assent', text: 'NO, DANGER_NOW' });
  });
});

describe('a referral goes to Primero', () => {
  it('in its own field names, with the place as its list has it, once', async () => {
    const { id } = await judged();
    const { referral } = await refer({ caseId: id });
    expect(await send(referral!.id, 'PRIMERO')).toEqual({
      referral: { outcome: 'RECEIVED', system: 'PRIMERO' },
      problems: [],
    });
    expect(primero.seen.map(({ path }) => path)).toEqual([
      '/api/v2/tokens',
      '/api/v2/cases',
      `/api/v2/cases/${referral!.id}/referrals`,
    ]);
    expect(primero.seen[0]!.body).toEqual({
      user: { user_name: 'samleng', password: 'an invented password' },
    });
    expect(primero.seen[1]!.body).toEqual({
      data: {
        id: referral!.id,
        module_id: 'primeromodule-cp',
        owned_by: 'mgr14',
        registration_date: '2026-11-20',
        name_first: 'Mealea',
        sex: 'female',
        location_current: '2080801',
        urgent_protection_concern: true,
        risk_level: 'high',
        protection_concerns: ['physical_abuse_violence'],
        consent_for_services: true,
        disclosure_other_orgs: true,
      },
    });
    expect(primero.seen[2]!.body).toEqual({
      data: { transitioned_to: 'mgr14', notes: 'A girl needs a visit.' },
    });
    // Sent again, Primero says that it has it (409): that is as good.
    expect((await send(referral!.id, 'PRIMERO')).referral?.outcome).toBe('RECEIVED');
  });

  it.each([
    [403, 'RECEIVER_REFUSED'],
    [404, 'RECEIVER_NOT_FOUND'],
    [422, 'RECEIVER_FOUND_IT_INVALID'],
    [500, 'RECEIVER_DID_NOT_ANSWER'],
  ])('and its answer %i is told, with nothing noted as received', async (status, code) => {
    const { id } = await judged();
    const { referral } = await refer({ caseId: id });
    primero.answerWith(/\/api\/v2\/cases$/, status);
    expect(await send(referral!.id, 'PRIMERO')).toEqual({
      referral: null,
      problems: [{ code, field: 'system' }],
    });
    primero.answerWith(/\/api\/v2\/cases$/, null);
    const [row] = await world
      .em()
      .execute<object[]>('select outcome, system from referrals where id = ?', [referral!.id]);
    expect(row).toEqual({ outcome: 'SENT', system: null });
  });

  it('only by somebody whose case it is, and the sending is in the audit', async () => {
    const { id } = await judged();
    const { referral } = await refer({ caseId: id });
    expect(await send(referral!.id, 'PRIMERO', sopheap)).toEqual({
      referral: null,
      problems: [{ code: 'NOT_FOUND', field: 'referralId' }],
    });
    expect(primero.seen).toEqual([]);
    await send(referral!.id, 'PRIMERO');
    const entries = await world
      .em()
      .execute(`select detail from audit_entries where deed = 'sendReferral' and subject_id = ?`, [id]);
    expect(entries).toEqual([{ detail: { referralId: referral!.id, system: 'PRIMERO' } }]);
  });
});

describe('a referral goes to OSCaR', () => {
  it('in its own field names, empty texts for nothing, the place with its zero', async () => {
    const { id } = await judged({ alias: null, sex: null });
    const { referral } = await refer({ caseId: id, receiver: 'HEALTH' });
    expect((await send(referral!.id, 'OSCAR')).referral).toEqual({ outcome: 'RECEIVED', system: 'OSCAR' });
    expect(oscar.seen.map(({ path }) => path)).toEqual([
      '/api/v1/admin_auth/sign_in',
      '/api/v1/organizations/clients/upsert/',
    ]);
    expect(oscar.seen[1]!.headers).toMatchObject({
      uid: 'desk@example.org',
      client: 'c',
      'access-token': 't',
    });
    expect(oscar.seen[1]!.body).toEqual({
      organization: {
        external_id: referral!.id,
        external_id_display: referral!.id.slice(-7),
        global_id: '',
        mosvy_number: '',
        given_name: '',
        family_name: '',
        gender: '',
        date_of_birth: '',
        location_current_village_code: '02080801',
        address_current_village_code: '02080801',
        reason_for_referral: 'A girl needs a visit.',
        organization_id: 'demo',
        organization_name: 'demo',
        external_case_worker_name: 'Phalla',
        external_case_worker_id: '',
        external_case_worker_mobile: '',
        external_case_worker_email: '',
        services: [{ uuid: referral!.id, name: 'Support to access care' }],
        is_referred: true,
        level_of_risk: 'high',
        date_of_referral: '2026-11-20',
        referral_status: 'Referred',
      },
    });
  });

  it('and its refusals are told', async () => {
    const { id } = await judged();
    const { referral } = await refer({ caseId: id });
    oscar.answerWith(/upsert/, 422);
    expect((await send(referral!.id, 'OSCAR')).problems).toEqual([
      { code: 'RECEIVER_FOUND_IT_INVALID', field: 'system' },
    ]);
    oscar.answerWith(/sign_in/, 403);
    expect((await send(referral!.id, 'OSCAR')).problems).toEqual([
      { code: 'RECEIVER_REFUSED', field: 'system' },
    ]);
  });
});

describe('national systems', () => {
  it('are off unless an operator connects them', async () => {
    const plain = await startWorld();
    const worker = await aPerson(plain, 'Phalla', { receivesIn: '' });
    expect((await plain.ask('{ connectedSystems }', {}, worker)).data).toEqual({ connectedSystems: [] });
    expect((await world.ask('{ connectedSystems }', {}, phalla)).data).toEqual({
      connectedSystems: ['PRIMERO', 'OSCAR'],
    });
    expect(plain.service.doors).toEqual({ PRIMERO: null, OSCAR: null });
    await plain.end();
  });
});

describe('a place code', () => {
  it.each([
    ['02080801', '2080801'],
    ['020808', '20808'],
    ['14090706', '14090706'],
    ['02', '2'],
  ])('%s is %s without its leading zero, and comes back', (code, number) => {
    expect(withoutLeadingZero(code)).toBe(number);
    expect(withLeadingZero(number)).toBe(code);
    expect(withLeadingZero(code)).toBe(code);
  });
});

/** Opens the page as its own script does. */
async function opened(page: string, code: string): Promise<Line[]> {
  const [salt, nonce, sealed] = (JSON.parse(/= (\[".*?"\])\.map\(bytes\)/.exec(page)![1]!) as string[]).map(
    (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)),
  );
  const plain = code.toLowerCase().replace(/[^0-9a-z]/g, '');
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(plain), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: salt!, iterations: 600_000 },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce! }, key, sealed!);
  return JSON.parse(new TextDecoder().decode(bytes)) as Line[];
}
