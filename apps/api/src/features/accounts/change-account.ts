import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Account, type AccountState, type GrantWish, Session } from './account.entity.ts';
import { mayAdministerAccounts, mayChangeAccount } from './account.policy.ts';
import { checkGrants } from './check-grants.ts';
import { giveGrants, grantsForAudit } from './give-grants.ts';

/**
 * An administrator, with the passphrase given again, changes what another account may do. Its sessions end, so that
 * nothing open keeps the old roles.
 */
export async function changeRoles(
  request: ApiRequest,
  input: { accountId: string; grants: readonly GrantWish[] },
): Promise<Result<Account, readonly Problem[]>> {
  const guard = await guardChange(request, input.accountId);
  if (guard.length > 0) return refused(guard);
  const problems = await checkGrants(request, input.grants);
  if (problems.length > 0) return refused(problems);
  return changed(
    request,
    input.accountId,
    'changeRoles',
    { grants: grantsForAudit(input.grants) },
    async (inside) => {
      await giveGrants(inside, input.accountId, input.grants);
    },
  );
}

/** An administrator, with the passphrase given again, stops another account at once: its sessions end. */
export async function suspendAccount(
  request: ApiRequest,
  input: { accountId: string },
): Promise<Result<Account, readonly Problem[]>> {
  return changeState(request, input.accountId, 'ACTIVE', 'SUSPENDED', 'suspendAccount');
}

/** An administrator, with the passphrase given again, lets a suspended account in again. */
export async function restoreAccount(
  request: ApiRequest,
  input: { accountId: string },
): Promise<Result<Account, readonly Problem[]>> {
  return changeState(request, input.accountId, 'SUSPENDED', 'ACTIVE', 'restoreAccount');
}

async function changeState(
  request: ApiRequest,
  accountId: string,
  from: AccountState,
  to: AccountState,
  deed: string,
): Promise<Result<Account, readonly Problem[]>> {
  const guard = await guardChange(request, accountId);
  if (guard.length > 0) return refused(guard);
  const account = await request.em.findOneOrFail(Account, { id: accountId });
  if (account.state !== from) return refused([problem('WRONG_STATE')]);
  return changed(request, accountId, deed, {}, async ({ em }) => {
    await em.nativeUpdate(Account, { id: accountId, state: from }, { state: to });
  });
}

async function guardChange({ viewer, em }: ApiRequest, accountId: string): Promise<Problem[]> {
  if (!mayAdministerAccounts(viewer)) return [problem('NOT_FOUND')];
  if (!viewer.isReauthenticated) return [problem('SIGN_IN_AGAIN')];
  if (!mayChangeAccount(viewer, accountId)) return [problem('OWN_ACCOUNT')];
  return (await em.count(Account, { id: accountId })) === 0 ? [problem('NOT_FOUND', 'accountId')] : [];
}

async function changed(
  request: ApiRequest,
  accountId: string,
  deed: string,
  detail: { readonly [key: string]: readonly { readonly [key: string]: string | null }[] },
  change: (inside: ApiRequest) => Promise<void>,
): Promise<Result<Account, readonly Problem[]>> {
  const now = request.clock.now();
  return inTransaction(request, async (inside) => {
    await change(inside);
    await inside.em.nativeUpdate(Session, { accountId, revokedAt: null }, { revokedAt: now });
    await appendAudit(inside.em, {
      occurredAt: now,
      actorId: request.viewer.accountId,
      deed,
      subjectType: 'Account',
      subjectId: accountId,
      detail,
    });
    await inside.em.flush();
    return ok(await inside.em.findOneOrFail(Account, { id: accountId }));
  });
}
