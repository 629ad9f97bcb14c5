import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { hashToken, sessionIsAlive, staffSession } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';
import { Account, Grant, Session } from './account.entity.ts';
import { stranger, type Viewer } from './viewer.ts';

const reauthenticatedMinutes = 5;
/** A session's "last seen" is written at most once in so many milliseconds. */
const seenStep = 60_000;

/**
 * Tells who asks by the session token and the device number of the request's headers. A session that is over,
 * revoked or of a suspended account makes a stranger.
 */
export async function recogniseViewer(
  request: Omit<ApiRequest, 'viewer'>,
  headers: { authorization?: string | undefined; device?: string | undefined },
): Promise<Viewer> {
  const deviceKey = deviceKeyOf(headers.device, request.settings.DEVICE_KEY);
  const token = /^Session ([\w-]{20,200})$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) return { ...stranger, deviceKey };
  const session = await request.em.findOne(Session, { tokenHash: hashToken(token), revokedAt: null });
  const now = request.clock.now();
  if (session === null || !sessionIsAlive({ ...session, now, ...staffSession }))
    return { ...stranger, deviceKey };
  const account = await request.em.findOne(Account, { id: session.accountId, state: 'ACTIVE' });
  if (account === null) return { ...stranger, deviceKey };
  if (now.getTime() - session.lastSeenAt.getTime() > seenStep) {
    await request.em.nativeUpdate(Session, { id: session.id }, { lastSeenAt: now });
    await request.em.nativeUpdate(Account, { id: account.id }, { lastSeenAt: now });
  }
  const grants = await request.em.find(Grant, { accountId: account.id });
  return {
    accountId: account.id,
    sessionId: session.id,
    grants: grants.map(({ role, placeCode, officeId }) => ({
      role,
      placeCode: placeCode ?? null,
      officeId: officeId ?? null,
    })),
    deviceKey,
    isReauthenticated:
      session.reauthenticatedAt !== null &&
      session.reauthenticatedAt !== undefined &&
      now.getTime() - session.reauthenticatedAt.getTime() < reauthenticatedMinutes * 60_000,
  };
}

/** What a device's random number (32 hexadecimal digits) is stored as; anything else is no device. */
export function deviceKeyOf(device: string | undefined, key: string): string | null {
  if (device === undefined || !/^[0-9a-f]{32}$/.test(device)) return null;
  return createHmac('sha256', keyObjectOf(key)).update(device).digest('hex');
}

let lastKey: { readonly key: string; readonly object: KeyObject } | undefined;

/** The key as the library wants it: made at every request, it would take longer than the hash. */
function keyObjectOf(key: string): KeyObject {
  if (lastKey?.key !== key) lastKey = { key, object: createSecretKey(key, 'hex') };
  return lastKey.object;
}
