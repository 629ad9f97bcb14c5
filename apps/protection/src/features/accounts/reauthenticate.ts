import { ok, refused, type Result } from '@samleng/kernel';
import { verifyPassphrase, waitAfterFailures } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { unwrapWorkerKey } from '../../sealing/worker-keys.ts';
import { Account, Session } from './account.entity.ts';
import { noteFailure } from './sign-in.ts';

/**
 * Somebody signed in gives the passphrase again; for five minutes deeds that ask for it are open, and the private
 * key is unlocked here, also when the service was started anew meanwhile.
 */
export async function reauthenticate(
  request: DeskRequest,
  input: { passphrase: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, em, clock } = request;
  if (viewer.accountId === null || viewer.sessionId === null) return refused([problem('SIGN_IN_AGAIN')]);
  const now = clock.now();
  const account = await em.findOneOrFail(Account, { id: viewer.accountId });
  const mustWait = waitAfterFailures(account, now) > 0;
  const isRight = await verifyPassphrase(input.passphrase, account.passphraseHash ?? undefined);
  if (mustWait) return refused([problem('TOO_MANY_TRIES')]);
  if (!isRight) {
    await noteFailure(request, account);
    return refused([problem('SIGN_IN_NOT_RIGHT', 'passphrase')]);
  }
  await em.nativeUpdate(Session, { id: viewer.sessionId }, { reauthenticatedAt: now });
  if (account.wrappedKey)
    request.unlocked.keep(
      viewer.sessionId,
      await unwrapWorkerKey(account.wrappedKey, input.passphrase, account.id),
    );
  return ok(null);
}
