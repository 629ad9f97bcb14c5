import { ok, refused, type Result } from '@samleng/kernel';
import {
  appendAudit,
  hashPassphrase,
  hashToken,
  inTransaction,
  passphraseWeakness,
  verifyTotp,
} from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { newWorkerKeys, wrapWorkerKey } from '../../sealing/worker-keys.ts';
import { Account, Invitation } from './account.entity.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import { openTotpSecret } from './second-step.ts';

/** The invitation of a link, while it can be used; a wrong, used or old one is none. */
export async function openInvitation({ em, clock }: DeskRequest, token: string): Promise<Invitation | null> {
  return em.findOne(Invitation, {
    tokenHash: hashToken(token),
    usedAt: null,
    expiresAt: { $gt: clock.now() },
  });
}

/**
 * An invited person chooses a passphrase, shows the first code of the second step and agrees to the code of conduct.
 * The account opens with a key pair of its own, whose private half only the passphrase unlocks.
 */
export async function acceptInvitation(
  request: DeskRequest,
  input: { token: string; passphrase: string; code: string; agreesToConduct: boolean },
): Promise<Result<OpenedSession, readonly Problem[]>> {
  const { settings, clock } = request;
  const tries = await request.rates.take('invitation', request.clientAddress, { points: 20, seconds: 900 });
  if (!tries.allowed) return refused([problem('TOO_MANY_TRIES')]);
  const invitation = await openInvitation(request, input.token);
  if (invitation === null) return refused([problem('INVITATION_NOT_RIGHT')]);
  const account = await request.em.findOneOrFail(Account, { id: invitation.accountId });
  const now = clock.now();
  const problems = passphraseProblems(input.passphrase, account.name);
  const secret = openTotpSecret(settings.PROTECTION_SECRETS_KEY, account.id, invitation.sealedTotpSecret);
  const code = verifyTotp(secret, input.code, { now: now.getTime() });
  if (!code.ok) problems.push(problem('SECOND_STEP_NOT_RIGHT', 'code'));
  if (!input.agreesToConduct) problems.push(problem('REQUIRED', 'agreesToConduct'));
  if (problems.length > 0 || !code.ok) return refused(problems);
  const passphraseHash = await hashPassphrase(input.passphrase);
  const keys = newWorkerKeys();
  const wrappedKey = await wrapWorkerKey(keys.privateKey, input.passphrase, account.id);
  const opened = await inTransaction(
    request,
    async (inside): Promise<Result<OpenedSession, readonly Problem[]>> => {
      const { em } = inside;
      const used = await em.nativeUpdate(Invitation, { id: invitation.id, usedAt: null }, { usedAt: now });
      if (used === 0) return refused([problem('INVITATION_NOT_RIGHT')]);
      const mine = await em.findOneOrFail(Account, { id: invitation.accountId });
      mine.state = 'ACTIVE';
      mine.passphraseHash = passphraseHash;
      mine.sealedTotpSecret = invitation.sealedTotpSecret;
      mine.lastTotpStep = code.step;
      mine.agreedToConductAt = now;
      mine.publicKey = Buffer.from(keys.publicKey).toString('hex');
      mine.wrappedKey = wrappedKey;
      const session = openSession(inside, mine);
      await em.flush();
      await appendAudit(em, {
        occurredAt: now,
        actorId: mine.id,
        deed: 'acceptInvitation',
        subjectType: 'Account',
        subjectId: mine.id,
        detail: { publicKey: mine.publicKey },
      });
      return ok(session);
    },
  );
  if (opened.ok) request.unlocked.keep(opened.value.sessionId, keys);
  return opened;
}

/** What is wrong with a passphrase somebody chooses. */
export function passphraseProblems(passphrase: string, name: string): Problem[] {
  const weakness = passphraseWeakness(passphrase, name);
  if (weakness === null) return [];
  const code =
    weakness === 'TOO_LONG'
      ? 'TOO_LONG'
      : weakness === 'TOO_SHORT'
        ? 'PASSPHRASE_TOO_SHORT'
        : 'PASSPHRASE_TOO_COMMON';
  return [problem(code, 'passphrase')];
}
