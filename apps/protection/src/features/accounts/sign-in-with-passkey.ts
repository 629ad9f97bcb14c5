import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Account, Session } from './account.entity.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import {
  askForPasskey,
  type PasskeyAnswer,
  type PasskeyAsked,
  passkeyOfAnswer,
  takeChallenge,
} from './passkey-challenges.ts';
import { unlockWithPasskey } from './passkeys.ts';

/** Asks whoever signs in for any passkey of the desk: no name is given, so no name can be tried. */
export async function startPasskeySignIn(
  request: DeskRequest,
): Promise<Result<PasskeyAsked, readonly Problem[]>> {
  const tries = await request.rates.take('passkey', request.clientAddress, { points: 30, seconds: 900 });
  if (!tries.allowed) return refused([problem('TOO_MANY_TRIES')]);
  return ok(await askForPasskey(request, 'SIGN_IN', null));
}

/**
 * A passkey opens a session in one step: the phone asked its owner for a finger, a face or a number. The passkey's
 * secret unlocks the private key; an answer whose secret does not unlock it opens nothing.
 */
export async function signInWithPasskey(
  request: DeskRequest,
  input: PasskeyAnswer,
): Promise<Result<OpenedSession, readonly Problem[]>> {
  const challenge = await takeChallenge(request, 'SIGN_IN', null, input.challenge);
  if (challenge === null) return refused([problem('SIGN_IN_AGAIN')]);
  const passkey = await passkeyOfAnswer(request, challenge, input.passkeyResponse, null);
  const keys = passkey && unlockWithPasskey(passkey, input.secret);
  if (!keys) return refused([problem('SECOND_STEP_NOT_RIGHT')]);
  const opened = await inTransaction(
    request,
    async (inside): Promise<Result<OpenedSession, readonly Problem[]>> => {
      const { em, clock } = inside;
      const account = await em.findOne(Account, { id: passkey.accountId, state: 'ACTIVE' });
      if (account === null) return refused([problem('SECOND_STEP_NOT_RIGHT')]);
      const session = openSession(inside, account);
      await em.flush();
      await appendAudit(em, {
        occurredAt: clock.now(),
        actorId: account.id,
        deed: 'signIn',
        subjectType: 'Account',
        subjectId: account.id,
        detail: { by: 'PASSKEY' },
      });
      return ok(session);
    },
  );
  if (opened.ok) request.unlocked.keep(opened.value.sessionId, keys);
  return opened;
}

/** Asks somebody signed in for one of their own passkeys, before deeds that ask who is there. */
export async function startPasskeyAgain(
  request: DeskRequest,
): Promise<Result<PasskeyAsked, readonly Problem[]>> {
  if (request.viewer.accountId === null) return refused([problem('SIGN_IN_AGAIN')]);
  return ok(await askForPasskey(request, 'AGAIN', request.viewer.accountId));
}

/** A passkey given again does what the passphrase given again does: deeds are open for five minutes, the key too. */
export async function reauthenticateWithPasskey(
  request: DeskRequest,
  input: PasskeyAnswer,
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, em, clock } = request;
  if (viewer.accountId === null || viewer.sessionId === null) return refused([problem('SIGN_IN_AGAIN')]);
  const challenge = await takeChallenge(request, 'AGAIN', viewer.accountId, input.challenge);
  if (challenge === null) return refused([problem('SIGN_IN_AGAIN')]);
  const passkey = await passkeyOfAnswer(request, challenge, input.passkeyResponse, viewer.accountId);
  const keys = passkey && unlockWithPasskey(passkey, input.secret);
  if (!keys) return refused([problem('SECOND_STEP_NOT_RIGHT')]);
  await em.nativeUpdate(Session, { id: viewer.sessionId }, { reauthenticatedAt: clock.now() });
  request.unlocked.keep(viewer.sessionId, keys);
  return ok(null);
}
