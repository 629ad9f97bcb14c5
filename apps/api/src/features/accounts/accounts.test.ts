import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStaffMember } from '../../testing/a-staff-member.ts';
import { lvea, somePlaces } from '../../testing/some-places.ts';
import { aDevice, type Caller, startWorld, type World } from '../../testing/world.ts';
import { Account, Grant, Invitation, Session } from './account.entity.ts';

const passphrase = 'the boat waits under the palm';
const invite = `mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { account { id name state } invitationToken problems { code field } } }`;
const accept = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { sessionToken problems { code field } } }`;
const begin = `mutation ($input: SignInInput!) { signIn(input: $input) { challenge secondSteps problems { code } } }`;
const confirm = `mutation ($input: ConfirmSignInInput!) { confirmSignIn(input: $input) { sessionToken problems { code field } } }`;
const me = `{ viewer { account { name } roles { role place { code } } viewerCan { moderate administer } isReauthenticated } }`;

type Problems = { problems: { code: string; field?: string }[] };
let world: World;
let administrator: Caller & { accountId: string };

beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  administrator = await aStaffMember(world, 'Vanna', [{ role: 'ADMINISTRATOR' }]);
});
afterAll(() => world.end());

function codeOf(secret: string, at = world.clock.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

async function invited(name: string): Promise<{ token: string; secret: string; accountId: string }> {
  const input = { name, trainedOn: '2026-09-01', grants: [{ role: 'FACILITATOR', placeCode: lvea.commune }] };
  const { data } = await world.ask<{
    inviteStaff: { account: { id: string }; invitationToken: string } & Problems;
  }>(invite, { input }, administrator);
  const token = data.inviteStaff.invitationToken;
  const seen = await world.ask<{ invitation: { invitation: { totpSecret: string } } }>(
    `query ($token: String!) { invitation(token: $token) { invitation { name totpSecret totpAddress } problems { code } } }`,
    { token },
  );
  return {
    token,
    secret: seen.data.invitation.invitation.totpSecret,
    accountId: data.inviteStaff.account.id,
  };
}

async function member(name: string): Promise<{ session: string; secret: string; accountId: string }> {
  const { token, secret, accountId } = await invited(name);
  const { data } = await world.ask<{ acceptInvitation: { sessionToken: string } & Problems }>(accept, {
    input: { token, passphrase, code: codeOf(secret), agreesToConduct: true },
  });
  return { session: data.acceptInvitation.sessionToken, secret, accountId };
}

async function signedIn(name: string, words: string, code: string) {
  const first = await world.ask<{ signIn: { challenge: string | null; secondSteps: string[] } & Problems }>(
    begin,
    {
      input: { name, passphrase: words },
    },
  );
  const { challenge, problems } = first.data.signIn;
  if (challenge === null) return { session: null, problems };
  const second = await world.ask<{ confirmSignIn: { sessionToken: string | null } & Problems }>(confirm, {
    input: { challenge, code },
  });
  return { session: second.data.confirmSignIn.sessionToken, problems: second.data.confirmSignIn.problems };
}

describe('an invited facilitator', () => {
  it('opens the account with passphrase and code, works, signs out and in again', async () => {
    const { session, secret } = await member('Sokha');
    const shown = await world.ask<{ viewer: object }>(me, {}, { session });
    expect(shown.data.viewer).toEqual({
      account: { name: 'Sokha' },
      roles: [{ role: 'FACILITATOR', place: { code: lvea.commune } }],
      viewerCan: { moderate: true, administer: false },
      isReauthenticated: true,
    });
    await world.ask(`mutation { signOut { problems { code } } }`, {}, { session });
    expect(
      (await world.ask<{ viewer: { account: null } }>(me, {}, { session })).data.viewer.account,
    ).toBeNull();

    world.clock.advance(60_000);
    const again = await signedIn('  SOKHA ', passphrase, codeOf(secret));
    expect(again.problems).toEqual([]);
    expect(again.session).toMatch(/^[\w-]{40,}$/);
  });

  it.each([
    ['a short passphrase', { passphrase: 'fourteen chars' }, 'PASSPHRASE_TOO_SHORT'],
    [
      'a passphrase of one word again and again',
      { passphrase: 'abcabcabcabcabcabc' },
      'PASSPHRASE_TOO_COMMON',
    ],
    ['a wrong code', { code: '000000' }, 'SECOND_STEP_NOT_RIGHT'],
    ['no agreement', { agreesToConduct: false }, 'REQUIRED'],
  ])('is refused with %s, and nothing opens', async (what, wrong, code) => {
    const { token, secret, accountId } = await invited(`Refused ${what}`);
    const { data } = await world.ask<{ acceptInvitation: { sessionToken: null } & Problems }>(accept, {
      input: { token, passphrase, code: codeOf(secret), agreesToConduct: true, ...wrong },
    });
    expect(data.acceptInvitation.sessionToken).toBeNull();
    expect(data.acceptInvitation.problems.map((problem) => problem.code)).toEqual([code]);
    expect(await world.em().count(Session, { accountId })).toBe(0);
    expect((await world.em().findOneOrFail(Account, { id: accountId })).state).toBe('INVITED');
  });

  it('opens the account once: a second use of the link is refused', async () => {
    const { token, secret } = await invited('Chenda');
    const input = { token, passphrase, code: codeOf(secret), agreesToConduct: true };
    const both = await Promise.all([
      world.ask<{ acceptInvitation: Problems }>(accept, { input }),
      world.ask<{ acceptInvitation: Problems }>(accept, { input }),
    ]);
    const problems = both.flatMap((reply) =>
      reply.data.acceptInvitation.problems.map((problem) => problem.code),
    );
    expect(problems).toEqual(['INVITATION_NOT_RIGHT']);
  });

  it('finds a link of eight days ago closed', async () => {
    const { token } = await invited('Late');
    world.clock.advance(8 * 86_400_000);
    const reply = await world.ask<{ invitation: { invitation: null } & Problems }>(
      `query ($token: String!) { invitation(token: $token) { invitation { name } problems { code } } }`,
      { token },
    );
    expect(reply.data.invitation).toEqual({ invitation: null, problems: [{ code: 'INVITATION_NOT_RIGHT' }] });
    administrator = {
      ...administrator,
      ...(await aStaffMember(world, 'Vanna two', [{ role: 'ADMINISTRATOR' }])),
    };
  });
});

describe('signing in', () => {
  it('answers alike for a wrong name and a wrong passphrase', async () => {
    await member('Rathana');
    const wrongName = await signedIn('Nobody', passphrase, '000000');
    const wrongWords = await signedIn('Rathana', 'another passphrase here', '000000');
    expect(wrongName.problems).toEqual(wrongWords.problems);
    expect(wrongName.problems.map((problem) => problem.code)).toEqual(['SIGN_IN_NOT_RIGHT']);
  });

  it('takes a code once', async () => {
    const { secret } = await member('Pisey');
    world.clock.advance(60_000);
    const code = codeOf(secret);
    expect((await signedIn('Pisey', passphrase, code)).problems).toEqual([]);
    const again = await signedIn('Pisey', passphrase, code);
    expect(again.problems.map((problem) => problem.code)).toEqual(['SECOND_STEP_NOT_RIGHT']);
  });

  it('slows an account down after failures but never locks its owner out', async () => {
    const { secret } = await member('Kosal');
    world.clock.advance(60_000);
    for (let tries = 0; tries < 8; tries += 1) await signedIn('Kosal', 'not the right passphrase', '000000');
    const atOnce = await signedIn('Kosal', passphrase, codeOf(secret));
    expect(atOnce.problems.map((problem) => problem.code)).toEqual(['TOO_MANY_TRIES']);
    world.clock.advance(10_000);
    expect((await signedIn('Kosal', passphrase, codeOf(secret))).problems).toEqual([]);
  });

  it('ends a session after 30 idle minutes and after 8 hours', async () => {
    const idle = await member('Idle');
    world.clock.advance(31 * 60_000);
    expect((await world.ask<{ viewer: { account: null } }>(me, {}, idle)).data.viewer.account).toBeNull();
    const busy = await aStaffMember(world, 'Busy', [{ role: 'ANALYST' }]);
    for (let minutes = 0; minutes < 8 * 60; minutes += 25) {
      expect(
        (await world.ask<{ viewer: { account: object | null } }>(me, {}, busy)).data.viewer.account,
      ).not.toBeNull();
      world.clock.advance(25 * 60_000);
    }
    expect((await world.ask<{ viewer: { account: null } }>(me, {}, busy)).data.viewer.account).toBeNull();
  });
});

describe('roles and accounts', () => {
  beforeAll(async () => {
    administrator = {
      ...administrator,
      ...(await aStaffMember(world, 'Vanna three', [{ role: 'ADMINISTRATOR' }])),
    };
  });

  it('are changed by an administrator who gave the passphrase again; open sessions end', async () => {
    const { session, accountId } = await member('Thida');
    const change = `mutation ($input: ChangeRolesInput!) { changeRoles(input: $input) { account { grants { role } } problems { code } } }`;
    const input = { accountId, grants: [{ role: 'ANALYST' }] };
    const reply = await world.ask<{ changeRoles: object }>(change, { input }, administrator);
    expect(reply.data.changeRoles).toEqual({ account: { grants: [{ role: 'ANALYST' }] }, problems: [] });
    expect(
      (await world.ask<{ viewer: { account: null } }>(me, {}, { session })).data.viewer.account,
    ).toBeNull();
    const rows = await world
      .em()
      .execute('select deed from audit_entries where subject_id = ? order by sequence', [accountId]);
    expect(rows.map((row) => row['deed'] as string)).toEqual([
      'inviteStaff',
      'acceptInvitation',
      'changeRoles',
    ]);
  });

  it('of oneself are left to a second person', async () => {
    const reply = await world.ask<{ suspendAccount: Problems }>(
      `mutation ($input: SuspendAccountInput!) { suspendAccount(input: $input) { problems { code } } }`,
      { input: { accountId: administrator.accountId } },
      administrator,
    );
    expect(reply.data.suspendAccount.problems).toEqual([{ code: 'OWN_ACCOUNT' }]);
  });

  it('cannot be given as wished when a place or an office is not there', async () => {
    const before = await world.em().count(Account, {});
    const grants = [{ role: 'FACILITATOR', placeCode: '999999' }, { role: 'OFFICIAL' }];
    const reply = await world.ask<{ inviteStaff: Problems }>(
      invite,
      { input: { name: 'Nowhere', trainedOn: '2026-09-01', grants } },
      administrator,
    );
    expect(reply.data.inviteStaff.problems.map((problem) => problem.code)).toEqual([
      'PLACE_NOT_FOUND',
      'REQUIRED',
    ]);
    expect(await world.em().count(Account, {})).toBe(before);
  });

  it('are closed to everybody else, and nothing is written', async () => {
    const facilitator = await member('Sophea');
    const official = await aStaffMember(world, 'Chan', [{ role: 'ANALYST' }]);
    const callers: Caller[] = [{}, { device: aDevice() }, { session: facilitator.session }, official];
    const count = async () => [
      await world.em().count(Account, {}),
      await world.em().count(Grant, {}),
      await world.em().count(Invitation, {}),
    ];
    const before = await count();
    for (const caller of callers) {
      const listed = await world.ask(`{ accounts { nodes { name } } }`, {}, caller);
      expect(listed.errors[0]?.extensions['code']).toBe('NOT_FOUND');
      const input = { name: 'Intruder', trainedOn: '2026-09-01', grants: [{ role: 'ADMINISTRATOR' }] };
      const reply = await world.ask<{ inviteStaff: Problems }>(invite, { input }, caller);
      expect(reply.data.inviteStaff.problems.map((problem) => problem.code)).toEqual(['NOT_FOUND']);
      const changed = await world.ask<{ changeRoles: Problems }>(
        `mutation ($input: ChangeRolesInput!) { changeRoles(input: $input) { problems { code } } }`,
        { input: { accountId: facilitator.accountId, grants: [{ role: 'ADMINISTRATOR' }] } },
        caller,
      );
      expect(changed.data.changeRoles.problems.map((problem) => problem.code)).toEqual(['NOT_FOUND']);
    }
    expect(await count()).toEqual(before);
  });

  it('ask for the passphrase again five minutes after it was given', async () => {
    world.clock.advance(6 * 60_000);
    const reply = await world.ask<{ inviteStaff: Problems }>(
      invite,
      { input: { name: 'Later', trainedOn: '2026-09-01', grants: [{ role: 'ANALYST' }] } },
      administrator,
    );
    expect(reply.data.inviteStaff.problems.map((problem) => problem.code)).toEqual(['SIGN_IN_AGAIN']);
  });
});
