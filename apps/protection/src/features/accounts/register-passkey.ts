import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { wrapUnderPasskey } from '../../sealing/worker-keys.ts';
import { Account, Passkey } from './account.entity.ts';
import { keepChallenge, type PasskeyAnswer, type PasskeyAsked, takeChallenge } from './passkey-challenges.ts';
import { checkNewPasskey, newPasskeyRegistration, passkeyOwner, secretOf } from './passkeys.ts';

/** Somebody who has just shown who they are asks to add a passkey of this browser or phone. */
export async function startPasskey(request: DeskRequest): Promise<Result<PasskeyAsked, readonly Problem[]>> {
  const { viewer, em, settings } = request;
  if (viewer.accountId === null || !viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const { accountId } = viewer;
  const account = await em.findOneOrFail(Account, { id: accountId });
  const made = await newPasskeyRegistration(settings, account, await em.find(Passkey, { accountId }));
  return ok(await keepChallenge(request, 'REGISTER', accountId, made));
}

/** The browser's answer makes the passkey: from now on its secret, too, unlocks the private key of this session. */
export async function registerPasskey(
  request: DeskRequest,
  input: PasskeyAnswer,
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock, settings } = request;
  const keys = viewer.sessionId === null ? undefined : request.unlocked.of(viewer.sessionId);
  if (viewer.accountId === null || !viewer.isReauthenticated || !keys)
    return refused([problem('SIGN_IN_AGAIN')]);
  const { accountId } = viewer;
  const challenge = await takeChallenge(request, 'REGISTER', accountId, input.challenge);
  if (challenge === null) return refused([problem('SIGN_IN_AGAIN')]);
  const made = await checkNewPasskey(settings, challenge, input.passkeyResponse);
  const secret = secretOf(input.secret);
  if (made === null || secret === null) return refused([problem('SECOND_STEP_NOT_RIGHT')]);
  const owner = passkeyOwner(accountId, made.credentialId);
  const wrappedKey = wrapUnderPasskey(keys.privateKey, secret, owner);
  const now = clock.now();
  return inTransaction(request, async ({ em }) => {
    if ((await em.count(Passkey, { credentialId: made.credentialId })) > 0)
      return refused([problem('ALREADY_THERE')]);
    em.create(Passkey, { ...made, accountId, wrappedKey, createdAt: now });
    await em.flush();
    await appendAudit(em, {
      occurredAt: now,
      actorId: accountId,
      deed: 'registerPasskey',
      subjectType: 'Account',
      subjectId: accountId,
    });
    return ok(null);
  });
}

/** Somebody takes all their passkeys away, as when a phone is lost; passphrase and code go on working. */
export async function removePasskeys(request: DeskRequest): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (viewer.accountId === null || !viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const { accountId } = viewer;
  return inTransaction(request, async ({ em }) => {
    await em.nativeDelete(Passkey, { accountId });
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: accountId,
      deed: 'removePasskeys',
      subjectType: 'Account',
      subjectId: accountId,
    });
    return ok(null);
  });
}
