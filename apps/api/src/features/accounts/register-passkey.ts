import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, hashToken, newSessionToken } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Account, Passkey, SignInChallenge } from './account.entity.ts';
import { checkNewPasskey, newPasskeyRegistration } from './passkeys.ts';

const challengeMinutes = 5;

/** A staff member, with the passphrase given again, asks to add a passkey of this browser or phone. */
export async function startPasskey(
  request: ApiRequest,
): Promise<Result<{ challenge: string; passkeyOptions: string }, readonly Problem[]>> {
  const { viewer, em, clock, settings } = request;
  if (viewer.accountId === null) return refused([problem('NOT_FOUND')]);
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const account = await em.findOneOrFail(Account, { id: viewer.accountId });
  const registration = await newPasskeyRegistration(
    settings,
    account,
    await em.find(Passkey, { accountId: account.id }),
  );
  const { token } = newSessionToken();
  await em.insert(SignInChallenge, {
    tokenHash: hashToken(token),
    accountId: account.id,
    purpose: 'REGISTER_PASSKEY',
    passkeyChallenge: registration.challenge,
    triesLeft: 1,
    expiresAt: new Date(clock.now().getTime() + challengeMinutes * 60_000),
  });
  return ok({ challenge: token, passkeyOptions: registration.options });
}

/** The browser's answer makes the passkey a second step of the account. */
export async function registerPasskey(
  request: ApiRequest,
  input: { challenge: string; passkeyResponse: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock, settings } = request;
  if (viewer.accountId === null) return refused([problem('NOT_FOUND')]);
  const now = clock.now();
  return inTransaction(request, async ({ em }) => {
    const challenge = await em.findOne(SignInChallenge, {
      tokenHash: hashToken(input.challenge),
      accountId: viewer.accountId!,
      purpose: 'REGISTER_PASSKEY',
      expiresAt: { $gt: now },
    });
    if (!challenge?.passkeyChallenge) return refused([problem('SIGN_IN_AGAIN')]);
    em.remove(challenge);
    const made = await checkNewPasskey(settings, challenge.passkeyChallenge, input.passkeyResponse);
    if (made === null) return refused([problem('SECOND_STEP_NOT_RIGHT')]);
    if ((await em.count(Passkey, { credentialId: made.credentialId })) > 0)
      return refused([problem('ALREADY_THERE')]);
    em.create(Passkey, { ...made, accountId: viewer.accountId!, createdAt: now });
    await appendAudit(em, {
      occurredAt: now,
      actorId: viewer.accountId,
      deed: 'registerPasskey',
      subjectType: 'Account',
      subjectId: viewer.accountId!,
      detail: {},
    });
    return ok(null);
  });
}
