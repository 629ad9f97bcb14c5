import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../seeds/add-person.ts';
import { demoPeople } from '../../seeds/demo-people.ts';
import { demoDisclosures, seedDemoDesk } from '../../seeds/demo-desk.ts';
import { aCase, type Code, comeBack } from '../../testing/child.ts';
import { inboxOf, open } from '../../testing/desk.ts';
import { aPerson, lvea, officeHours, type Person, refresh } from '../../testing/people.ts';
import { type Caller, fridayMorning, startWorld, testSettings, type World } from '../../testing/world.ts';
import { requireReceivers } from '../roster/index.ts';
import { Account } from './account.entity.ts';

let world: World;
let administrator: Person;
beforeAll(async () => {
  world = await startWorld();
  administrator = await aPerson(world, 'Rotha', { role: 'ADMINISTRATOR' });
});
afterAll(() => world.end());

const passphrase = 'the boat waits under the palm';
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() });

async function mutate<Payload>(name: string, type: string, fields: string, input: object, as: Caller = {}) {
  const { data, errors } = await world.ask<Record<string, Payload & { problems: Code[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} problems { code field } } }`,
    { input },
    as,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name]!;
}
const signIn = (name: string, words: string, as?: Caller) =>
  mutate<{ challenge: string | null }>('signIn', 'SignInInput', 'challenge', { name, passphrase: words }, as);
const confirm = (challenge: string, code: string) =>
  mutate<{ sessionToken: string | null }>('confirmSignIn', 'ConfirmSignInInput', 'sessionToken', {
    challenge,
    code,
  });
const again = (words: string, as: Caller) =>
  mutate('reauthenticate', 'PassphraseInput', '', { passphrase: words }, as);

async function invited(name: string, given: object = {}) {
  const made = await mutate<{
    account: { id: string; state: string } | null;
    invitationToken: string | null;
  }>(
    'inviteStaff',
    'InviteStaffInput',
    'account { id state } invitationToken',
    { name, role: 'WORKER', affiliation: 'NGO', placeCode: lvea.province, trainedOn: '2026-09-01', ...given },
    administrator,
  );
  const { data } = await world.ask<{ invitation: { invitation: { totpSecret: string } | null } }>(
    `query ($token: String!) { invitation(token: $token) { invitation { name totpSecret totpAddress } problems { code } } }`,
    { token: made.invitationToken ?? 'none' },
  );
  return { ...made, totpSecret: data.invitation.invitation?.totpSecret ?? '' };
}

async function member(name: string, given: object = {}) {
  const { account, invitationToken, totpSecret } = await invited(name, given);
  const { sessionToken } = await mutate<{ sessionToken: string }>(
    'acceptInvitation',
    'AcceptInvitationInput',
    'sessionToken',
    { token: invitationToken, passphrase, code: codeOf(totpSecret), agreesToConduct: true },
  );
  return { accountId: account!.id, session: sessionToken, totpSecret };
}

describe('somebody invited to the desk', () => {
  it('opens the account, is put on the roster, receives and opens a case, from the first minute to the last', async () => {
    const dara = await member('Dara');
    const chea = await aPerson(world, 'Chea', { role: 'SUPERVISOR' });
    const put = await mutate<{ entry: { person: { name: string } } | null }>(
      'setRosterEntry',
      'SetRosterEntryInput',
      'entry { person { name } }',
      { accountId: dara.accountId, placeCode: lvea.commune, hours: officeHours },
      chea,
    );
    expect(put).toEqual({ entry: { person: { name: 'Dara' } }, problems: [] });
    const { id } = await aCase(world);
    expect((await open(world, dara, id)).opened?.report.text).toContain('[TEST]');
    // Signed out, the session opens nothing; signed in again by passphrase and code, the key is there.
    await world.ask('mutation { signOut { problems { code } } }', {}, dara);
    expect((await world.ask('{ inbox { nodes { id } } }', {}, dara)).errors[0]?.extensions['code']).toBe(
      'NOT_FOUND',
    );
    world.clock.advance(60_000);
    const { challenge } = await signIn('  DARA ', passphrase);
    expect((await confirm(challenge!, '000000')).problems).toEqual([
      { code: 'SECOND_STEP_NOT_RIGHT', field: 'code' },
    ]);
    const { sessionToken } = await confirm(challenge!, codeOf(dara.totpSecret));
    expect((await open(world, { session: sessionToken! }, id, 'FOLLOW_UP')).opened).not.toBeNull();
    // The same code does not open a second session.
    const second = await signIn('Dara', passphrase);
    expect((await confirm(second.challenge!, codeOf(dara.totpSecret))).problems).toEqual([
      { code: 'SECOND_STEP_NOT_RIGHT', field: 'code' },
    ]);
    world.clock.moveTo(fridayMorning);
  });

  it('is told what is wrong with a passphrase, and the link works once', async () => {
    const { invitationToken, totpSecret } = await invited('Bopha');
    const accept = (words: string, given: object = {}) =>
      mutate('acceptInvitation', 'AcceptInvitationInput', 'sessionToken', {
        token: invitationToken,
        passphrase: words,
        code: codeOf(totpSecret),
        agreesToConduct: true,
        ...given,
      });
    expect((await accept('too short')).problems).toEqual([
      { code: 'PASSPHRASE_TOO_SHORT', field: 'passphrase' },
    ]);
    expect((await accept('abababababababab')).problems).toEqual([
      { code: 'PASSPHRASE_TOO_COMMON', field: 'passphrase' },
    ]);
    expect((await accept(passphrase, { code: '1', agreesToConduct: false })).problems).toEqual([
      { code: 'SECOND_STEP_NOT_RIGHT', field: 'code' },
      { code: 'REQUIRED', field: 'agreesToConduct' },
    ]);
    expect((await accept(passphrase)).problems).toEqual([]);
    expect((await accept(passphrase)).problems).toEqual([{ code: 'INVITATION_NOT_RIGHT', field: null }]);
    expect((await invited('bopha')).problems).toEqual([{ code: 'ALREADY_THERE', field: 'name' }]);
  });
});

describe('signing in', () => {
  it('answers a wrong name and a wrong passphrase alike, slows down and never locks out', async () => {
    const { totpSecret } = await member('Veasna');
    const wrong = { challenge: null, problems: [{ code: 'SIGN_IN_NOT_RIGHT', field: null }] };
    expect(await signIn('Nobody', passphrase)).toEqual(wrong);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await signIn('Veasna', 'wrong words, long enough')).toEqual(wrong);
    expect((await signIn('Veasna', passphrase)).problems).toEqual([{ code: 'TOO_MANY_TRIES', field: null }]);
    world.clock.advance(3_000);
    const { challenge } = await signIn('Veasna', passphrase);
    world.clock.advance(60_000);
    expect((await confirm(challenge!, codeOf(totpSecret))).problems).toEqual([]);
    world.clock.moveTo(fridayMorning);
  });

  it('ends after 15 idle minutes and after 8 hours, and locks the key', async () => {
    const person = await aPerson(world, 'Idle', {});
    const isSignedIn = async () =>
      (await world.ask<{ viewer: { person: object | null } }>('{ viewer { person { name } } }', {}, person))
        .data.viewer.person !== null;
    world.clock.advance(14 * 60_000);
    expect(await isSignedIn()).toBe(true);
    world.clock.advance(14 * 60_000);
    expect(await isSignedIn()).toBe(true);
    expect(world.service.unlocked.of(person.sessionId)).toBeDefined();
    world.clock.advance(15 * 60_000);
    expect(await isSignedIn()).toBe(false);
    expect(world.service.unlocked.of(person.sessionId)).toBeUndefined();
    world.clock.moveTo(fridayMorning);
  });

  it('after a restart of the service the passphrase unlocks the key again', async () => {
    const dara = await member('Restarted');
    world.service.unlocked.lockAll();
    const viewer = async () =>
      (
        await world.ask<{ viewer: { isReauthenticated: boolean } }>(
          '{ viewer { isReauthenticated } }',
          {},
          dara,
        )
      ).data.viewer.isReauthenticated;
    expect(await viewer()).toBe(false);
    expect((await again('not the passphrase at all', dara)).problems).toEqual([
      { code: 'SIGN_IN_NOT_RIGHT', field: 'passphrase' },
    ]);
    expect((await again(passphrase, dara)).problems).toEqual([]);
    expect(await viewer()).toBe(true);
  });

  it('goes on with a new passphrase, and the cases stay readable', async () => {
    const own = await member('Newpass');
    const fresh = 'a kite above the flooded field';
    expect(
      (await mutate('changePassphrase', 'PassphraseInput', '', { passphrase: fresh }, own)).problems,
    ).toEqual([]);
    expect((await again(passphrase, own)).problems).toMatchObject([{ code: 'SIGN_IN_NOT_RIGHT' }]);
    expect((await again(fresh, own)).problems).toEqual([]);
    const account = await world.em().findOneOrFail(Account, { id: own.accountId });
    expect(account.wrappedKey).toMatch(/^v1\.m=65536,t=3,p=1\./);
  });
});

describe('an administrator', () => {
  it('sees accounts and never a case', async () => {
    const { id } = await aCase(world);
    for (const query of [
      `{ case(id: "${id}") { id } }`,
      '{ inbox { nodes { id } } }',
      '{ alarms { nodes { id } } }',
    ])
      expect((await world.ask(query, {}, administrator)).errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('needs the passphrase of the last five minutes', async () => {
    world.clock.advance(6 * 60_000);
    expect((await invited('Later')).problems).toEqual([{ code: 'SIGN_IN_AGAIN', field: null }]);
    world.clock.moveTo(fridayMorning);
  });
});

describe('the roster', () => {
  it('is kept by the supervisor of the area, and only with people who can receive', async () => {
    const chea = await aPerson(world, 'Chea of Prey Veng', { role: 'SUPERVISOR', placeCode: '14' });
    const lead = await aPerson(world, 'Lead', { role: 'LEAD' });
    await refresh(world, administrator);
    const { account } = await invited('Not yet');
    const put = (accountId: string, given: object = {}) =>
      mutate(
        'setRosterEntry',
        'SetRosterEntryInput',
        'entry { id }',
        { accountId, placeCode: '140907', hours: officeHours, ...given },
        chea,
      );
    expect((await put(chea.accountId, { placeCode: '17' })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'placeCode' },
    ]);
    expect((await put(chea.accountId, { placeCode: '' })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'placeCode' },
    ]);
    expect((await put(lead.accountId)).problems).toEqual([{ code: 'NOT_A_RECEIVER', field: 'accountId' }]);
    expect((await put(account!.id)).problems).toEqual([{ code: 'NOT_FOUND', field: 'accountId' }]);
    expect(
      (await put(chea.accountId, { hours: [{ weekday: 9, from: '08:00', to: '09:00' }] })).problems,
    ).toEqual([{ code: 'OUT_OF_RANGE', field: 'hours' }]);
    expect((await put(chea.accountId)).problems).toEqual([]);
  });
});

describe('the demo desk', () => {
  it('has people who can sign in and three invented cases, once', async () => {
    const demo = await startWorld({ stretch: 'REAL' });
    await seedDemoDesk(demo.request());
    await seedDemoDesk(demo.request());
    expect(await demo.em().count(Account)).toBe(demoPeople.length);
    for (const { receipt } of demoDisclosures)
      expect((await comeBack(demo, receipt)).case?.state).toBe('RECEIVED');
    for (const { totpSecret } of demoPeople) expect(Secret.fromBase32(totpSecret).buffer.byteLength).toBe(20);
    const before = world;
    world = demo;
    const [phalla] = demoPeople;
    const { challenge } = await signIn(phalla!.name, phalla!.passphrase);
    const { sessionToken } = await confirm(challenge!, codeOf(phalla!.totpSecret));
    world = before;
    const cards = await inboxOf(demo, { session: sessionToken! });
    expect(cards.map(({ urgency }) => urgency)).toEqual(['URGENT', expect.any(String)]);
    expect((await open(demo, { session: sessionToken! }, cards[0]!.id)).opened?.report.alias).toBe('Demo 1');
    await demo.end();
  });

  it('puts the first person of a real desk on it in the same way', async () => {
    const real = await startWorld();
    // Live, the desk is not opened before.
    await expect(requireReceivers(real.request())).rejects.toThrow('nobody receives cases yet');
    await addPerson(
      real.request(),
      testSettings.PROTECTION_SECRETS_KEY,
      { ...demoPeople[0]!, receivesIn: [''] },
      {
        trainedOn: '2026-09-01',
        hours: officeHours,
        worksOnHolidays: false,
      },
    );
    await requireReceivers(real.request());
    const { id } = await aCase(real);
    expect(
      await real.em().execute('select standing from case_keys where case_id = ? order by 1', [id]),
    ).toEqual([{ standing: 'BREAK_GLASS' }, { standing: 'RECEIVER' }]);
    await real.end();
  });
});
