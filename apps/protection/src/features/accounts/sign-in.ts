import { ok, refused, type Result } from '@samleng/kernel';
import {
  hashToken,
  inTransaction,
  newSessionToken,
  verifyPassphrase,
  waitAfterFailures,
} from '@samleng/server';
import { normalise } from '@samleng/text';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { unwrapWorkerKey } from '../../sealing/worker-keys.ts';
import { Account, SignInChallenge } from './account.entity.ts';

const challengeMinutes = 5;
const secondStepTries = 5;

/**
 * Somebody of the desk gives name and passphrase; right ones unlock the private key for the second step within five
 * minutes. A wrong name and a wrong passphrase answer alike. Each failure slows the account down; it is never locked.
 */
export async function signIn(
  request: DeskRequest,
  input: { name: string; passphrase: string },
): Promise<Result<{ challenge: string }, readonly Problem[]>> {
  const perAddress = await request.rates.take('sign-in', request.clientAddress, { points: 30, seconds: 900 });
  if (!perAddress.allowed) return refused([problem('TOO_MANY_TRIES')]);
  const account = await request.em.findOne(Account, { nameKey: nameKeyOf(input.name), state: 'ACTIVE' });
  const now = request.clock.now();
  const mustWait = account !== null && waitAfterFailures(account, now) > 0;
  const isRight = await verifyPassphrase(input.passphrase, account?.passphraseHash ?? undefined);
  if (account === null) return refused([problem('SIGN_IN_NOT_RIGHT')]);
  if (mustWait) return refused([problem('TOO_MANY_TRIES')]);
  if (!isRight) {
    await noteFailure(request, account);
    return refused([problem('SIGN_IN_NOT_RIGHT')]);
  }
  const { token, hash } = newSessionToken();
  await inTransaction(request, async ({ em }) => {
    await em.nativeDelete(SignInChallenge, { expiresAt: { $lt: now } });
    em.create(SignInChallenge, {
      tokenHash: hashToken(token),
      accountId: account.id,
      triesLeft: secondStepTries,
      expiresAt: new Date(now.getTime() + challengeMinutes * 60_000),
    });
  });
  if (account.wrappedKey)
    request.unlocked.keep(hash, await unwrapWorkerKey(account.wrappedKey, input.passphrase, account.id));
  return ok({ challenge: token });
}

/** One more failed try of an account, which slows the next one down. */
export async function noteFailure({ em, clock }: DeskRequest, account: Account): Promise<void> {
  await em.nativeUpdate(
    Account,
    { id: account.id },
    { failedTries: account.failedTries + 1, lastFailedAt: clock.now() },
  );
}

/** A name as it is compared at sign-in: however its Khmer marks were typed, in whichever case. */
export function nameKeyOf(name: string): string {
  return normalise(name.slice(0, 80)).trim();
}
