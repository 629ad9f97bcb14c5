import type { Clock } from '@samleng/kernel';
import { protectionSession } from '@samleng/server';
import type { KeyPair } from './seal-item.ts';
import { sodium } from './sodium.ts';

/** Private keys of workers who are signed in, in memory only. What ends a session overwrites its key. */
export type UnlockedKeys = {
  /** Keeps a key under a session's id, or under a sign-in that has not ended yet. */
  keep(holder: string, keys: KeyPair): void;
  /** Hands a key from a sign-in to its session. */
  pass(from: string, to: string): void;
  /** The key, unless it lay unused for longer than a session may; asking counts as use. */
  of(holder: string): KeyPair | undefined;
  /** Overwrites the key of a holder. */
  lock(holder: string): void;
  /** Overwrites all keys. */
  lockAll(): void;
};

/** @param clock tells when a key has lain idle */
export function createUnlockedKeys(clock: Clock): UnlockedKeys {
  const kept = new Map<string, { keys: KeyPair; usedAt: number }>();
  const idle = protectionSession.idleMinutes * 60_000;

  function lock(holder: string): void {
    const found = kept.get(holder);
    if (found) sodium.memzero(found.keys.privateKey);
    kept.delete(holder);
  }

  function lockIdle(now: number): void {
    for (const [holder, { usedAt }] of kept) if (now - usedAt >= idle) lock(holder);
  }

  return {
    keep(holder, keys) {
      const now = clock.now().getTime();
      lockIdle(now);
      lock(holder);
      kept.set(holder, { keys, usedAt: now });
    },
    pass(from, to) {
      const found = kept.get(from);
      if (!found) return;
      kept.delete(from);
      lock(to);
      kept.set(to, found);
    },
    of(holder) {
      const now = clock.now().getTime();
      lockIdle(now);
      const found = kept.get(holder);
      if (found) found.usedAt = now;
      return found?.keys;
    },
    lock,
    lockAll() {
      for (const holder of [...kept.keys()]) lock(holder);
    },
  };
}
