import { createHmac, randomBytes } from 'node:crypto';
import type { RateLimit } from '@samleng/server';

/**
 * Counts for limits and signals around casting, in this process's memory alone. Limits elsewhere are rows of the
 * database; here such a row, written just before a ballot, would tell by its version which device cast it.
 */
export type CastingWatch = {
  /** Takes one of the points a key has in a time; false when none is left. */
  take(name: string, key: string, limit: RateLimit, now: Date): boolean;
  /** Whether a key has points left; takes none. */
  hasLeft(name: string, key: string, limit: RateLimit, now: Date): boolean;
};

const most = 50_000;

/** Several instances of a service count apart: each lets as many through. */
export function createCastingWatch(): CastingWatch {
  // Keys are hashed under a key of this process, so that not even its memory lists addresses.
  const secret = randomBytes(32);
  const taken = new Map<string, { count: number; until: number }>();

  function find(name: string, key: string, now: Date) {
    const hashed = createHmac('sha256', secret).update(`${name}\0${key}`).digest('base64url');
    const found = taken.get(hashed);
    if (found !== undefined && found.until <= now.getTime()) taken.delete(hashed);
    return { hashed, count: taken.get(hashed)?.count ?? 0 };
  }

  function sweep(now: Date): void {
    if (taken.size < most) return;
    for (const [key, { until }] of taken) if (until <= now.getTime()) taken.delete(key);
    // Still too many: the oldest go, so that memory is bounded whatever is sent.
    for (const key of taken.keys()) {
      if (taken.size < most) break;
      taken.delete(key);
    }
  }

  return {
    take(name, key, { points, seconds }, now) {
      const { hashed, count } = find(name, key, now);
      if (count >= points) return false;
      sweep(now);
      const until = taken.get(hashed)?.until ?? now.getTime() + seconds * 1_000;
      taken.set(hashed, { count: count + 1, until });
      return true;
    },
    hasLeft(name, key, { points }, now) {
      return find(name, key, now).count < points;
    },
  };
}
