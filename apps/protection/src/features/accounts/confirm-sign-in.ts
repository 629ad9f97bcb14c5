import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, hashToken, inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Account, SignInChallenge } from './account.entity.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import { codeIsRight } from './second-step.ts';

/**
 * The code of the moment opens a session, and the private key unlocked by the passphrase goes with it. A code works
 * once; after five wrong ones the passphrase is asked again.
 */
export async function confirmSignIn(
  request: DeskRequest,
  input: { challenge: string; code: string },
): Promise<Result<OpenedSession, readonly Problem[]>> {
  const now = request.clock.now();
  const tokenHash = hashToken(input.challenge);
  const opened = await inTransaction(
    request,
    async (inside): Promise<Result<OpenedSession, readonly Problem[]>> => {
      const { em } = inside;
      const taken = await em.execute<{ account_id: string }[]>(
        `update sign_in_challenges set tries_left = tries_left - 1
          where token_hash = ? and expires_at > ? and tries_left > 0 returning account_id`,
        [tokenHash, now.toISOString()],
      );
      const challenge = taken[0];
      if (challenge === undefined) return refused([problem('SIGN_IN_AGAIN')]);
      const account = await em.findOne(Account, { id: challenge.account_id, state: 'ACTIVE' });
      if (account === null) return refused([problem('SIGN_IN_AGAIN')]);
      if (!codeIsRight(inside, account, input.code))
        return refused([problem('SECOND_STEP_NOT_RIGHT', 'code')]);
      await em.nativeDelete(SignInChallenge, { tokenHash });
      account.failedTries = 0;
      account.lastFailedAt = null;
      const session = openSession(inside, account);
      await em.flush();
      await appendAudit(em, {
        occurredAt: now,
        actorId: account.id,
        deed: 'signIn',
        subjectType: 'Account',
        subjectId: account.id,
      });
      return ok(session);
    },
  );
  if (opened.ok) request.unlocked.pass(tokenHash, opened.value.sessionId);
  return opened;
}
