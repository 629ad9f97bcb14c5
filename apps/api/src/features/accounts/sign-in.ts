import { ok, refused, type Result } from '@samleng/kernel';
import { hashToken, newSessionToken, verifyPassphrase } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Account, Passkey, SignInChallenge } from './account.entity.ts';
import { nameKeyOf } from './name-key.ts';
import { newPasskeyRequest } from './passkeys.ts';
import { waitAfterFailures } from './slow-down.ts';

const challengeMinutes = 5;
const secondStepTries = 5;

export type SignInStarted = {
  readonly challenge: string;
  readonly secondSteps: readonly ('CODE' | 'PASSKEY')[];
  /** Options for the browser's passkey call, as JSON. */
  readonly passkeyOptions: string | null;
};

/**
 * A staff member gives name and passphrase; right ones lead to the second step within five minutes. A wrong name and
 * a wrong passphrase answer alike and take alike. Each failure slows the account down; it is never locked.
 */
export async function signIn(
  request: ApiRequest,
  input: { name: string; passphrase: string },
): Promise<Result<SignInStarted, readonly Problem[]>> {
  const perAddress = await request.rates.take('sign-in', request.clientAddress, { points: 30, seconds: 900 });
  if (!perAddress.allowed) return refused([problem('TOO_MANY_TRIES')]);
  const account = await request.em.findOne(Account, { nameKey: nameKeyOf(input.name), state: 'ACTIVE' });
  const now = request.clock.now();
  const mustWait = account !== null && waitAfterFailures(account, now) > 0;
  const isRight = await verifyPassphrase(input.passphrase, account?.passphraseHash ?? undefined);
  if (account === null) return refused([problem('SIGN_IN_NOT_RIGHT')]);
  if (mustWait) return refused([problem('TOO_MANY_TRIES')]);
  if (!isRight) {
    await request.em.nativeUpdate(
      Account,
      { id: account.id },
      { failedTries: account.failedTries + 1, lastFailedAt: now },
    );
    return refused([problem('SIGN_IN_NOT_RIGHT')]);
  }
  const passkeys = await request.em.find(Passkey, { accountId: account.id });
  const passkeyRequest = passkeys.length > 0 ? await newPasskeyRequest(request.settings, passkeys) : null;
  const { token } = newSessionToken();
  await inTransaction(request, async ({ em }) => {
    await em.nativeDelete(SignInChallenge, { expiresAt: { $lt: now } });
    em.create(SignInChallenge, {
      tokenHash: hashToken(token),
      accountId: account.id,
      purpose: 'SIGN_IN',
      passkeyChallenge: passkeyRequest?.challenge ?? null,
      triesLeft: secondStepTries,
      expiresAt: new Date(now.getTime() + challengeMinutes * 60_000),
    });
  });
  return ok({
    challenge: token,
    secondSteps: passkeyRequest === null ? ['CODE'] : ['PASSKEY', 'CODE'],
    passkeyOptions: passkeyRequest?.options ?? null,
  });
}
