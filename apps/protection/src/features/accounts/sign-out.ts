import type { DeskRequest } from '../../request.ts';
import { Session } from './account.entity.ts';

/** Somebody ends this session, or all of theirs; the keys that were unlocked in them are overwritten. */
export async function signOut(request: DeskRequest, everywhere: boolean): Promise<void> {
  const { viewer } = request;
  if (viewer.accountId === null || viewer.sessionId === null) return;
  await endSessions(request, everywhere ? { accountId: viewer.accountId } : { id: viewer.sessionId });
}

/** Ends the sessions named, and with them their unlocked keys. */
export async function endSessions(
  { em, clock, unlocked }: DeskRequest,
  which: { accountId: string } | { id: string },
): Promise<void> {
  const sessions = await em.find(Session, { ...which, revokedAt: null }, { fields: ['id'] });
  await em.nativeUpdate(Session, { ...which, revokedAt: null }, { revokedAt: clock.now() });
  for (const { id } of sessions) unlocked.lock(id);
}
