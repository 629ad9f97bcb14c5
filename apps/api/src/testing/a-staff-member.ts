import { newId } from '@samleng/kernel';
import { newSessionToken } from '@samleng/server';
import type { Role } from '@samleng/vocabulary';
import { Account, Grant, Session } from '../features/accounts/index.ts';
import type { Caller, World } from './world.ts';

/** A signed-in staff member with these roles; gives who sends operations as them. */
export async function aStaffMember(
  world: World,
  name: string,
  grants: readonly { role: Role; placeCode?: string; officeId?: string }[],
): Promise<Caller & { readonly session: string; readonly accountId: string }> {
  const now = world.clock.now();
  const em = world.em();
  const accountId = newId();
  const { token, hash } = newSessionToken();
  em.create(Account, {
    id: accountId,
    name,
    nameKey: name.toLowerCase(),
    state: 'ACTIVE',
    failedTries: 0,
    trainedOn: '2026-09-01',
    createdAt: now,
  });
  for (const { role, placeCode, officeId } of grants)
    em.create(Grant, { accountId, role, placeCode: placeCode ?? null, officeId: officeId ?? null });
  em.create(Session, { accountId, tokenHash: hash, createdAt: now, lastSeenAt: now, reauthenticatedAt: now });
  await em.flush();
  return { session: token, accountId };
}
