import { newId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction, newSessionToken, newTotpSecret } from '@samleng/server';
import { admitText } from '@samleng/text';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import type { Affiliation, DeskRole } from '../../lists.ts';
import { Account, Invitation } from './account.entity.ts';
import { nameKeyOf } from './sign-in.ts';
import { sealTotpSecret } from './second-step.ts';

const invitationDays = 7;

export type Invited = {
  readonly name: string;
  readonly role: DeskRole;
  readonly affiliation: Affiliation;
  readonly placeCode?: string | null;
  readonly trainedOn: string;
};

/**
 * An administrator, with the passphrase given again, invites a trained person. The link is shown once and works once,
 * for seven days; inviting the same name again ends the earlier link.
 */
export async function inviteStaff(
  request: DeskRequest,
  input: Invited,
): Promise<Result<{ account: Account; invitationToken: string }, readonly Problem[]>> {
  const { viewer, clock, settings } = request;
  if (!viewer.isReauthenticated) return refused([problem('SIGN_IN_AGAIN')]);
  const name = admitText(input.name, { max: 80, oneLine: true });
  if (!name.ok) return refused([problem(name.problem.code === 'EMPTY' ? 'REQUIRED' : 'TOO_LONG', 'name')]);
  const placeCode = input.placeCode ?? '';
  if (!/^(\d{2}){0,4}$/.test(placeCode)) return refused([problem('NOT_FOUND', 'placeCode')]);
  const now = clock.now();
  const nameKey = nameKeyOf(name.value);
  const { token, hash } = newSessionToken();
  return inTransaction(request, async ({ em }) => {
    let account = await em.findOne(Account, { nameKey });
    if (account !== null && account.state !== 'INVITED') return refused([problem('ALREADY_THERE', 'name')]);
    const wanted = {
      role: input.role,
      affiliation: input.affiliation,
      placeCode,
      trainedOn: input.trainedOn,
    };
    if (account === null)
      account = em.create(Account, {
        ...wanted,
        id: newId(now.getTime()),
        name: name.value,
        nameKey,
        state: 'INVITED',
        failedTries: 0,
        createdAt: now,
      });
    else em.assign(account, wanted);
    await em.nativeUpdate(Invitation, { accountId: account.id, usedAt: null }, { usedAt: now });
    em.create(Invitation, {
      accountId: account.id,
      tokenHash: hash,
      sealedTotpSecret: sealTotpSecret(settings.PROTECTION_SECRETS_KEY, account.id, newTotpSecret()),
      expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
      usedAt: null,
    });
    await em.flush();
    await appendAudit(em, {
      occurredAt: now,
      actorId: viewer.accountId,
      deed: 'inviteStaff',
      subjectType: 'Account',
      subjectId: account.id,
      detail: { role: input.role, affiliation: input.affiliation, placeCode },
    });
    return ok({ account, invitationToken: token });
  });
}
