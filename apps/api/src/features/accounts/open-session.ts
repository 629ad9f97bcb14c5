import { newSessionToken, staffSession } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { type Account, Session } from './account.entity.ts';

export type OpenedSession = { readonly sessionToken: string; readonly expiresAt: Date };

/** Opens a session for an account: the token is given out once, its hash is kept. */
export function openSession({ em, clock }: ApiRequest, account: Account): OpenedSession {
  const now = clock.now();
  const { token, hash } = newSessionToken();
  em.create(Session, {
    accountId: account.id,
    tokenHash: hash,
    createdAt: now,
    lastSeenAt: now,
    reauthenticatedAt: now,
    revokedAt: null,
  });
  account.lastSeenAt = now;
  return { sessionToken: token, expiresAt: new Date(now.getTime() + staffSession.absoluteHours * 3_600_000) };
}
