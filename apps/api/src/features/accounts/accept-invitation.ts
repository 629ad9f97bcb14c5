import { ok, refused, type Result } from '@samleng/kernel';
import {
  appendAudit,
  hashPassphrase,
  hashToken,
  isPassphraseLongEnough,
  passphraseMost,
  verifyTotp,
} from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Account, Invitation } from './account.entity.ts';
import { openSession, type OpenedSession } from './open-session.ts';
import { openTotpSecret } from './second-step.ts';

/** The invitation of a link, while it can be used; a wrong, used or old one is none. */
export async function openInvitation({ em, clock }: ApiRequest, token: string): Promise<Invitation | null> {
  return em.findOne(Invitation, {
    tokenHash: hashToken(token),
    usedAt: null,
    expiresAt: { $gt: clock.now() },
  });
}

/**
 * An invited person chooses a passphrase, shows the first code of the second step and agrees to the code of conduct.
 * The account opens, the link is used up, and a session begins.
 */
export async function acceptInvitation(
  request: ApiRequest,
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
  const secret = openTotpSecret(settings, account.id, invitation.sealedTotpSecret);
  const code = verifyTotp(secret, input.code, { now: now.getTime() });
  if (!code.ok) problems.push(problem('SECOND_STEP_NOT_RIGHT', 'code'));
  if (!input.agreesToConduct) problems.push(problem('REQUIRED', 'agreesToConduct'));
  if (problems.length > 0 || !code.ok) return refused(problems);
  const passphraseHash = await hashPassphrase(input.passphrase);
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    const used = await em.nativeUpdate(Invitation, { id: invitation.id, usedAt: null }, { usedAt: now });
    if (used === 0) return refused([problem('INVITATION_NOT_RIGHT')]);
    const mine = await em.findOneOrFail(Account, { id: invitation.accountId });
    mine.state = 'ACTIVE';
    mine.passphraseHash = passphraseHash;
    mine.sealedTotpSecret = invitation.sealedTotpSecret;
    mine.lastTotpStep = code.step;
    mine.agreedToConductAt = now;
    await appendAudit(em, {
      occurredAt: now,
      actorId: mine.id,
      deed: 'acceptInvitation',
      subjectType: 'Account',
      subjectId: mine.id,
      detail: {},
    });
    return ok(openSession(inside, mine));
  });
}

/** What is wrong with a passphrase: length first, then what makes a long one easy to guess. */
export function passphraseProblems(passphrase: string, name: string): Problem[] {
  if (!isPassphraseLongEnough(passphrase))
    return [problem(passphrase.length > passphraseMost ? 'TOO_LONG' : 'PASSPHRASE_TOO_SHORT', 'passphrase')];
  const plain = passphrase.toLowerCase();
  const differentSigns = new Set(plain).size;
  const withoutName = plain.replaceAll(name.toLowerCase(), '');
  const isRow = /^(?:0123456789|1234567890|abcdefghij|qwertyuiop)/.test(plain.replace(/\s/g, ''));
  if (differentSigns < 6 || withoutName.length < 8 || isRow || /^(.{1,5})\1+$/u.test(plain))
    return [problem('PASSPHRASE_TOO_COMMON', 'passphrase')];
  return [];
}
