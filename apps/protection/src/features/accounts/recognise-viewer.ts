import { createHmac } from 'node:crypto';
import { hashToken, protectionSession, sessionIsAlive } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { Account, Session } from './account.entity.ts';
import { stranger, type Viewer } from './viewer.ts';

const reauthenticatedMinutes = 5;
/** A session's "last seen" is written at most once in so many milliseconds. */
const seenStep = 60_000;

/**
 * Tells who asks by the session token and the device number of the request's headers. A session that is over,
 * revoked, or of somebody who left makes a stranger.
 */
export async function recogniseViewer(
  request: Omit<DeskRequest, 'viewer'>,
  headers: { authorization?: string | undefined; device?: string | undefined },
): Promise<Viewer> {
  const deviceKey = deviceKeyOf(headers.device, request.settings.PROTECTION_DEVICE_KEY);
  const token = /^Session ([\w-]{20,200})$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return { ...stranger, deviceKey };
  const session = await request.em.findOne(Session, { tokenHash: hashToken(token), revokedAt: null });
  const now = request.clock.now();
  if (session === null || !sessionIsAlive({ ...session, now, ...protectionSession })) {
    if (session !== null) request.unlocked.lock(session.id);
    return { ...stranger, deviceKey };
  }
  const account = await request.em.findOne(Account, { id: session.accountId, state: 'ACTIVE' });
  if (account === null) return { ...stranger, deviceKey };
  if (now.getTime() - session.lastSeenAt.getTime() > seenStep) {
    await request.em.nativeUpdate(Session, { id: session.id }, { lastSeenAt: now });
    await request.em.nativeUpdate(Account, { id: account.id }, { lastSeenAt: now });
  }
  const at = session.reauthenticatedAt?.getTime();
  return {
    kind: account.role,
    accountId: account.id,
    sessionId: session.id,
    placeCode: account.placeCode,
    affiliation: account.affiliation,
    deviceKey,
    isReauthenticated: at !== undefined && now.getTime() - at < reauthenticatedMinutes * 60_000,
  };
}

/** What a device's random number (32 hexadecimal digits) is counted as; anything else is no device. */
function deviceKeyOf(device: string | undefined, key: string): string | null {
  if (device === undefined || !/^[0-9a-f]{32}$/.test(device)) return null;
  return createHmac('sha256', Buffer.from(key, 'hex')).update(device).digest('hex');
}
