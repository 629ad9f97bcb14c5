import { newSessionToken, protectionSession } from '@samleng/server';
import { newId } from '@samleng/kernel';
import type { DeskRequest } from '../../request.ts';
import { type Account, Session } from './account.entity.ts';

export type OpenedSession = {
  readonly sessionId: string;
  readonly sessionToken: string;
  readonly expiresAt: Date;
};

/** Opens a session for an account: the token is given out once, its hash is kept. */
export function openSession({ em, clock }: DeskRequest, account: Account): OpenedSession {
  const now = clock.now();
  const { token, hash } = newSessionToken();
  const sessionId = newId(now.getTime());
  em.create(Session, {
    id: sessionId,
    accountId: account.id,
    tokenHash: hash,
    createdAt: now,
    lastSeenAt: now,
    reauthenticatedAt: now,
    revokedAt: null,
  });
  account.lastSeenAt = now;
  return {
    sessionId,
    sessionToken: token,
    expiresAt: new Date(now.getTime() + protectionSession.absoluteHours * 3_600_000),
  };
}
