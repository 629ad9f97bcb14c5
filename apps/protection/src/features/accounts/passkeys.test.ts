import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAuthenticator } from '../../testing/authenticator.ts';
import { aCase, type Code } from '../../testing/child.ts';
import { inboxOf, open } from '../../testing/desk.ts';
import { aPerson, lvea, type Person, refresh } from '../../testing/people.ts';
import { type Caller, startWorld, type World } from '../../testing/world.ts';
import { Passkey } from './account.entity.ts';

let world: World;
let phalla: Person;
let administrator: Person;
const phone = anAuthenticator();

beforeAll(async () => {
  world = await startWorld();
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
  await aPerson(world, 'Chea', { role: 'SUPERVISOR', receivesIn: '' });
  administrator = await aPerson(world, 'Rotha', { role: 'ADMINISTRATOR' });
});
afterAll(() => world.end());

type Asked = { challenge: string | null; passkeyOptions: string | null; problems: Code[] };
type Opened = { sessionToken: string | null; problems: Code[] };
const notRight = [{ code: 'SECOND_STEP_NOT_RIGHT', field: null }];
const over = [{ code: 'SIGN_IN_AGAIN', field: null }];

async function asked(name: string, as: Caller = {}) {
  const { data } = await world.ask<Record<string, Asked>>(
    `mutation { ${name} { challenge passkeyOptions problems { code field } } }`,
    {},
    as,
  );
  return data[name]!;
}
async function answered<Payload extends { problems: Code[] }>(
  name: string,
  input: { challenge: string | null; passkeyResponse: string; secret: string },
  as: Caller = {},
) {
  const fields = name === 'signInWithPasskey' ? 'sessionToken' : '';
  const { data, errors } = await world.ask<Record<string, Payload>>(
    `mutation ($input: PasskeyInput!) { ${name}(input: $input) { ${fields} problems { code field } } }`,
    { input },
    as,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data[name]!;
}
async function withPhone(
  name: 'signInWithPasskey' | 'reauthenticateWithPasskey',
  given: Parameters<typeof phone.get>[1] & { secret?: string } = {},
  as: Caller = {},
) {
  const start = name === 'signInWithPasskey' ? 'startPasskeySignIn' : 'startPasskeyAgain';
  const { challenge, passkeyOptions } = await asked(start, as);
  const passkeyResponse = phone.get(passkeyOptions!, given);
  const secret = given.secret ?? phone.secretFor(passkeyOptions!);
  const input = { challenge, passkeyResponse, secret };
  return { input, reply: await answered<Opened>(name, input, as) };
}
const viewerOf = async (as: Caller) =>
  (
    await world.ask<{
      viewer: { person: { name: string } | null; isReauthenticated: boolean; hasPasskey: boolean };
    }>('{ viewer { person { name } isReauthenticated hasPasskey } }', {}, as)
  ).data.viewer;

describe('a passkey at the desk', () => {
  it('is added by somebody who has just shown who they are; the private key is wrapped under its secret', async () => {
    const { challenge, passkeyOptions } = await asked('startPasskey', phalla);
    expect(JSON.parse(passkeyOptions!)).toMatchObject({
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const secret = phone.secretFor(passkeyOptions!);
    const input = { challenge, passkeyResponse: phone.create(passkeyOptions!), secret };
    expect((await answered('registerPasskey', input, phalla)).problems).toEqual([]);
    expect(await viewerOf(phalla)).toMatchObject({ hasPasskey: true });
    // The same answer again finds its challenge used.
    expect((await answered('registerPasskey', input, phalla)).problems).toEqual(over);
    const row = await world.em().findOneOrFail(Passkey, { accountId: phalla.accountId });
    const kept = JSON.stringify(await world.em().execute('select * from passkeys, passkey_challenges'));
    expect(row.wrappedKey).toMatch(/^p1\./);
    for (const bytes of [Buffer.from(secret, 'base64url'), Buffer.from(phalla.keys.privateKey)])
      for (const coding of ['hex', 'base64', 'base64url'] as const)
        expect(kept + world.logged.join('')).not.toContain(bytes.toString(coding));
  });

  it('signs in without name or passphrase, and the cases can be read', async () => {
    const { id } = await aCase(world);
    const { reply } = await withPhone('signInWithPasskey');
    const session = { session: reply.sessionToken! };
    expect(await viewerOf(session)).toEqual({
      person: { name: 'Phalla' },
      isReauthenticated: true,
      hasPasskey: true,
    });
    expect((await inboxOf(world, session)).map((card) => card.id)).toContain(id);
    expect((await open(world, session, id)).opened?.report.text).toContain('Invented words');
  });

  it('opens nothing with another secret, another page, no finger, a copied counter or a used challenge', async () => {
    const wrong = [
      { isReplayed: true },
      { secret: Buffer.alloc(32).toString('base64url') },
      { secret: 'short' },
      { origin: 'https://samleng.example' },
      { isUnverified: true },
    ];
    for (const given of wrong) {
      const { reply } = await withPhone('signInWithPasskey', given);
      expect({ given, reply }).toEqual({ given, reply: { sessionToken: null, problems: notRight } });
    }
    const { input } = await withPhone('signInWithPasskey');
    expect(await answered('signInWithPasskey', input)).toEqual({ sessionToken: null, problems: over });
    const late = await asked('startPasskeySignIn');
    world.clock.advance(6 * 60_000);
    const passkeyResponse = phone.get(late.passkeyOptions!);
    const secret = phone.secretFor(late.passkeyOptions!);
    expect(
      await answered('signInWithPasskey', { challenge: late.challenge, passkeyResponse, secret }),
    ).toMatchObject({ problems: over });
  });

  it('is given again in place of the passphrase, by its owner alone, also after the key was locked', async () => {
    await refresh(world, phalla, administrator);
    world.clock.advance(6 * 60_000);
    world.service.unlocked.lock(phalla.sessionId);
    expect((await viewerOf(phalla)).isReauthenticated).toBe(false);
    expect((await withPhone('reauthenticateWithPasskey', {}, administrator)).reply.problems).toEqual(
      notRight,
    );
    expect((await withPhone('reauthenticateWithPasskey', {}, phalla)).reply.problems).toEqual([]);
    expect((await viewerOf(phalla)).isReauthenticated).toBe(true);
    const { id } = await aCase(world);
    expect((await open(world, phalla, id)).opened).not.toBeNull();
  });

  it('cannot be added or taken away without showing who one is; taken away, it opens nothing', async () => {
    await refresh(world, phalla);
    const { challenge, passkeyOptions } = await asked('startPasskey', phalla);
    world.clock.advance(6 * 60_000);
    await refresh(world, administrator);
    const other = anAuthenticator();
    const input = {
      challenge,
      passkeyResponse: other.create(passkeyOptions!),
      secret: other.secretFor(passkeyOptions!),
    };
    expect((await answered('registerPasskey', input, phalla)).problems).toEqual(over);
    const removed = async () =>
      (
        await world.ask<{ removePasskeys: { problems: Code[] } }>(
          'mutation { removePasskeys { problems { code field } } }',
          {},
          phalla,
        )
      ).data.removePasskeys.problems;
    expect(await removed()).toEqual(over);
    expect(await world.em().count(Passkey)).toBe(1);
    await refresh(world, phalla);
    expect(await removed()).toEqual([]);
    expect(await world.em().count(Passkey)).toBe(0);
    expect((await withPhone('signInWithPasskey')).reply).toEqual({ sessionToken: null, problems: notRight });
  });

  it('goes with the account of somebody who leaves', async () => {
    await refresh(world, phalla, administrator);
    const { challenge, passkeyOptions } = await asked('startPasskey', phalla);
    const last = anAuthenticator();
    const made = {
      challenge,
      passkeyResponse: last.create(passkeyOptions!),
      secret: last.secretFor(passkeyOptions!),
    };
    expect((await answered('registerPasskey', made, phalla)).problems).toEqual([]);
    const { data } = await world.ask<{ endAccount: { problems: Code[] } }>(
      'mutation ($input: EndAccountInput!) { endAccount(input: $input) { problems { code field } } }',
      { input: { accountId: phalla.accountId } },
      administrator,
    );
    expect(data.endAccount.problems).toEqual([]);
    expect(await world.em().count(Passkey)).toBe(0);
  });
});
