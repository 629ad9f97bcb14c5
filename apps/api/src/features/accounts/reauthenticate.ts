import { ok, refused, type Result } from '@samleng/kernel';
import { verifyPassphrase } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { Account, Session } from './account.entity.ts';
import { waitAfterFailures } from './slow-down.ts';

/** A signed-in staff member gives the passphrase again; for five minutes deeds that ask for it are open. */
export async function reauthenticate(
  request: ApiRequest,
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
    await em.nativeUpdate(
      Account,
      { id: account.id },
      { failedTries: account.failedTries + 1, lastFailedAt: now },
    );
    return refused([problem('SIGN_IN_NOT_RIGHT', 'passphrase')]);
  }
  await em.nativeUpdate(Session, { id: viewer.sessionId }, { reauthenticatedAt: now });
  return ok(null);
}
