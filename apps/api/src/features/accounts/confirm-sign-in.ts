import { ok, refused, type Result } from '@samleng/kernel';
import { hashToken, verifyTotp } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Account, Passkey, SignInChallenge } from './account.entity.ts';
import { checkPasskeyAnswer, credentialIdOf } from './passkeys.ts';
import { openTotpSecret } from './second-step.ts';
import { openSession, type OpenedSession } from './open-session.ts';

/**
 * A staff member gives the second step: the code of the moment or a passkey's answer. A right one opens a session; a
 * code works once. After five wrong ones the passphrase is asked again.
 */
export async function confirmSignIn(
  request: ApiRequest,
  input: { challenge: string; code?: string | null; passkeyResponse?: string | null },
): Promise<Result<OpenedSession, readonly Problem[]>> {
  const now = request.clock.now();
  const tokenHash = hashToken(input.challenge);
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const taken = await em.execute<{ account_id: string; passkey_challenge: string | null }[]>(
      `update sign_in_challenges set tries_left = tries_left - 1
        where token_hash = ? and purpose = 'SIGN_IN' and expires_at > ? and tries_left > 0
        returning account_id, passkey_challenge`,
      [tokenHash, now.toISOString()],
    );
    const challenge = taken[0];
    if (challenge === undefined) return refused([problem('SIGN_IN_AGAIN')]);
    const account = await em.findOne(Account, { id: challenge.account_id, state: 'ACTIVE' });
    if (account === null) return refused([problem('SIGN_IN_AGAIN')]);
    const isRight = input.passkeyResponse
      ? await passkeyIsRight(inside, account, challenge.passkey_challenge, input.passkeyResponse)
      : codeIsRight(inside, account, input.code ?? '');
    if (!isRight) return refused([problem('SECOND_STEP_NOT_RIGHT', input.passkeyResponse ? null : 'code')]);
    await em.nativeDelete(SignInChallenge, { tokenHash });
    account.failedTries = 0;
    account.lastFailedAt = null;
    return ok(openSession(inside, account));
  });
}

/** Whether the code belongs to this moment and was not used before; marks it as used. */
export function codeIsRight({ clock, settings }: ApiRequest, account: Account, code: string): boolean {
  if (!account.sealedTotpSecret) return false;
  const secret = openTotpSecret(settings, account.id, account.sealedTotpSecret);
  const checked = verifyTotp(secret, code, {
    now: clock.now().getTime(),
    lastUsedStep: account.lastTotpStep,
  });
  if (!checked.ok) return false;
  account.lastTotpStep = checked.step;
  return true;
}

async function passkeyIsRight(
  { em, settings }: ApiRequest,
  account: Account,
  challenge: string | null,
  answer: string,
): Promise<boolean> {
  const passkey = await em.findOne(Passkey, { credentialId: credentialIdOf(answer), accountId: account.id });
  if (passkey === null || challenge === null) return false;
  const counter = await checkPasskeyAnswer(settings, passkey, challenge, answer);
  if (counter === null) return false;
  passkey.counter = counter;
  return true;
}
