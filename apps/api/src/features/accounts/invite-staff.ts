import { newId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, newSessionToken, newTotpSecret } from '@samleng/server';
import { admitText } from '@samleng/text';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Account, type GrantWish, Invitation } from './account.entity.ts';
import { mayAdministerAccounts } from './account.policy.ts';
import { checkGrants } from './check-grants.ts';
import { giveGrants, grantsForAudit } from './give-grants.ts';
import { nameKeyOf } from './name-key.ts';
import { sealTotpSecret } from './second-step.ts';

const invitationDays = 7;

/**
 * An administrator, with the passphrase given again, invites a trained person to an account with roles. The link is
 * shown once and works once, for seven days; inviting the same name again ends the earlier link.
 */
export async function inviteStaff(
  request: ApiRequest,
  input: { name: string; trainedOn: string; grants: readonly GrantWish[] },
): Promise<Result<{ account: Account; invitationToken: string }, readonly Problem[]>> {
  const { viewer, clock, settings } = request;
  if (!mayAdministerAccounts(viewer)) return refused([problem('NOT_FOUND')]);
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const name = admitText(input.name, { max: 80, oneLine: true });
  const problems = await checkGrants(request, input.grants);
  if (!name.ok) problems.push(problem(name.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'name'));
  if (problems.length > 0 || !name.ok) return refused(problems);
  const nameKey = nameKeyOf(name.value);
  const now = clock.now();
  const { token, hash } = newSessionToken();
  return inTransaction(request, async (inside) => {
    const { em } = inside;
    let account = await em.findOne(Account, { nameKey });
    if (account !== null && account.state !== 'INVITED') return refused([problem('ALREADY_THERE', 'name')]);
    if (account === null) {
      account = em.create(Account, {
        id: newId(now.getTime()),
        name: name.value,
        nameKey,
        state: 'INVITED',
        failedTries: 0,
        trainedOn: input.trainedOn,
        createdAt: now,
      });
    } else account.trainedOn = input.trainedOn;
    await em.nativeUpdate(Invitation, { accountId: account.id, usedAt: null }, { usedAt: now });
    em.create(Invitation, {
      accountId: account.id,
      tokenHash: hash,
      sealedTotpSecret: sealTotpSecret(settings, account.id, newTotpSecret()),
      expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
      usedAt: null,
    });
    await em.flush();
    await giveGrants(inside, account.id, input.grants);
    await appendAudit(em, {
      occurredAt: now,
      actorId: viewer.accountId,
      deed: 'inviteStaff',
      subjectType: 'Account',
      subjectId: account.id,
      detail: { grants: grantsForAudit(input.grants) },
    });
    return ok({ account, invitationToken: token });
  });
}
