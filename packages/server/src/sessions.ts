import { createHash, randomBytes } from 'node:crypto';

/** A token for a cookie, and the only form in which it may be stored. */
export function newSessionToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The stored form of a token: SHA-256 suffices, since a token has 256 bits of chance. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** How long sessions live (SAFETY, "Doors and limits": Staff). */
export const staffSession = { idleMinutes: 30, absoluteHours: 8 } as const;
export const protectionSession = { idleMinutes: 15, absoluteHours: 8 } as const;

/**
 * Whether a session still counts: used within the idle time, begun within the absolute time. One from the
 * future does not count, unless by less than a minute (clocks of two machines).
 */
export function sessionIsAlive(session: {
  createdAt: Date;
  lastSeenAt: Date;
  now: Date;
  idleMinutes: number;
  absoluteHours: number;
}): boolean {
  const now = session.now.getTime();
  const idle = now - session.lastSeenAt.getTime();
  const age = now - session.createdAt.getTime();
  const slack = 60_000;
  return (
    idle >= -slack &&
    age >= -slack &&
    idle < session.idleMinutes * 60_000 &&
    age < session.absoluteHours * 3_600_000
  );
}
