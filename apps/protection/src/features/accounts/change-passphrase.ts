import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, hashPassphrase, inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { wrapWorkerKey } from '../../sealing/worker-keys.ts';
import { passphraseProblems } from './accept-invitation.ts';
import { Account } from './account.entity.ts';

/**
 * Somebody, with the old passphrase given again just now, takes a new one: the private key is wrapped anew and stays
 * the same, so the cases stay readable.
 */
export async function changePassphrase(
  request: DeskRequest,
  input: { passphrase: string },
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  const keys = viewer.sessionId === null ? undefined : request.unlocked.of(viewer.sessionId);
  if (viewer.accountId === null || !viewer.isReauthenticated || !keys)
    return refused([problem('SIGN_IN_AGAIN')]);
  const { accountId } = viewer;
  const account = await request.em.findOneOrFail(Account, { id: accountId });
  const problems = passphraseProblems(input.passphrase, account.name);
  if (problems.length > 0) return refused(problems);
  const passphraseHash = await hashPassphrase(input.passphrase);
  const wrappedKey = await wrapWorkerKey(keys.privateKey, input.passphrase, accountId);
  return inTransaction(request, async ({ em }) => {
    await em.nativeUpdate(Account, { id: accountId }, { passphraseHash, wrappedKey });
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: accountId,
      deed: 'changePassphrase',
      subjectType: 'Account',
      subjectId: accountId,
    });
    return ok(null);
  });
}
