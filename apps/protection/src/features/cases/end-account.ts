import { isId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Account, endSessions, Passkey } from '../accounts/index.ts';
import { hasReceivers, RosterEntry } from '../roster/index.ts';
import { CaseKey, HandOver } from './case.entity.ts';
import { takeKeys } from './exclude-person.ts';
import { endOffer, lockCase } from './hand-over-case.ts';

/**
 * Somebody leaves the desk. An administrator, with the passphrase given again, ends the account: sessions, roster,
 * private key and every case key go in one transaction. Cases are sealed to new keys at their next opening; one that
 * nobody else holds goes to the supervisors with an alarm.
 */
export async function endAccount(
  request: DeskRequest,
  input: { accountId: string },
): Promise<Result<Account, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  if (input.accountId === viewer.accountId) return refused([problem('OWN_ACCOUNT', 'accountId')]);
  return inTransaction(request, async (inside): Promise<Result<Account, readonly Problem[]>> => {
    const { em } = inside;
    const account = isId(input.accountId) ? await em.findOne(Account, { id: input.accountId }) : null;
    if (account === null) return refused([problem('NOT_FOUND', 'accountId')]);
    if (account.state === 'LEFT') return refused([problem('WRONG_STATE', 'accountId')]);
    const received = await hasReceivers(inside);
    em.assign(account, {
      state: 'LEFT',
      // The name is free for whoever comes after.
      nameKey: account.id,
      passphraseHash: null,
      sealedTotpSecret: null,
      wrappedKey: null,
      publicKey: null,
    });
    await em.flush();
    await em.nativeDelete(Passkey, { accountId: account.id });
    await em.nativeDelete(RosterEntry, { accountId: account.id });
    if (received && !(await hasReceivers(inside))) throw new LastReceiverLeaves();
    await endSessions(inside, { accountId: account.id });
    for (const offer of await em.find(HandOver, {
      endedAt: null,
      $or: [{ toId: account.id }, { fromId: account.id }],
    }))
      endOffer(inside, offer, 'WITHDRAWN');
    for (const row of await em.find(CaseKey, { holderId: account.id })) {
      const kase = await lockCase(inside, row.caseId);
      if (kase) await takeKeys(inside, kase, [row]);
    }
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'endAccount',
      subjectType: 'Account',
      subjectId: account.id,
    });
    return ok(account);
  }).catch((error: unknown) => {
    if (error instanceof LastReceiverLeaves) return refused([problem('LAST_RECEIVER', 'accountId')]);
    throw error;
  });
}

/** Undoes the transaction: the desk would be left without anybody who receives. */
class LastReceiverLeaves extends Error {}
