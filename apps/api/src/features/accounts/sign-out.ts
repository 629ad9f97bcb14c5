import type { ApiRequest } from '../../request.ts';
import { Session } from './account.entity.ts';

/** A staff member ends this session, or all of their sessions on every device. */
export async function signOut(request: ApiRequest, everywhere: boolean): Promise<void> {
  const { viewer, em, clock } = request;
  if (viewer.accountId === null || viewer.sessionId === null) return;
  await em.nativeUpdate(
    Session,
    everywhere ? { accountId: viewer.accountId, revokedAt: null } : { id: viewer.sessionId },
    { revokedAt: clock.now() },
  );
}
