import { describe, expect, it } from 'vitest';
import {
  hashPassphrase,
  isPassphraseHashOutdated,
  isPassphraseLongEnough,
  verifyPassphrase,
} from './passphrases.ts';
import { hashToken, newSessionToken, sessionIsAlive } from './sessions.ts';
import { openSecret, SealBroken, sealSecret } from './sealed-secrets.ts';
import { newTotpSecret, totpAddress, verifyTotp } from './totp.ts';

describe('passphrases', () => {
  it('are stored by argon2id and recognised', async () => {
    const stored = await hashPassphrase('correct horse battery');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassphrase('correct horse battery', stored)).toBe(true);
    expect(await verifyPassphrase('correct horse batterY', stored)).toBe(false);
    expect(isPassphraseHashOutdated(stored)).toBe(false);
  });

  it('give another hash each time', async () => {
    const cost = { memory: 1_024, passes: 1, parallelism: 1 };
    const [first, second] = await Promise.all([
      hashPassphrase('correct horse battery', cost),
      hashPassphrase('correct horse battery', cost),
    ]);
    expect(first).not.toBe(second);
    expect(await verifyPassphrase('correct horse battery', first)).toBe(true);
    expect(isPassphraseHashOutdated(first)).toBe(true);
  });

  it('are the same in another spelling of the same letters', async () => {
    const stored = await hashPassphrase('ｃorrect horse battery ②', {
      memory: 1_024,
      passes: 1,
      parallelism: 1,
    });
    expect(await verifyPassphrase('correct horse battery 2', stored)).toBe(true);
  });

  it.each([undefined, '', 'plain', '$argon2id$v=19$m=65536,t=3,p=1$AAAA$AAAA'])(
    'are never those of an account stored as %j',
    async (stored) => {
      expect(await verifyPassphrase('correct horse battery', stored)).toBe(false);
      expect(await verifyPassphrase('', stored)).toBe(false);
    },
  );

  it('have 15 to 256 characters, as people count them', async () => {
    expect(isPassphraseLongEnough('fourteen chars')).toBe(false);
    expect(isPassphraseLongEnough('fifteen  chars!')).toBe(true);
    // six Khmer characters in 15 units
    expect(isPassphraseLongEnough('ខ្ញុំស្រលាញ់គេ')).toBe(false);
    expect(isPassphraseLongEnough('a'.repeat(257))).toBe(false);
    await expect(hashPassphrase('short')).rejects.toThrow(RangeError);
    expect(await verifyPassphrase('a'.repeat(100_000), undefined)).toBe(false);
  });
});

describe('one-time codes', () => {
  // RFC 6238, appendix B, for SHA-1 and the secret "12345678901234567890"; the last six of eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
  ])('at %i seconds are as the standard says', (seconds, code, step) => {
    expect(verifyTotp(secret, code, { now: seconds * 1_000 })).toEqual({ ok: true, step });
  });

  it('may be typed in Khmer or full-width digits', () => {
    expect(verifyTotp(secret, '២៨៧ ០៨២', { now: 59_000 })).toEqual({ ok: true, step: 1 });
    expect(verifyTotp(secret, '２８７-０８２', { now: 59_000 })).toEqual({ ok: true, step: 1 });
  });

  it('are good one step earlier and later, no more', () => {
    const checks = [0, 29, 30, 89, 90, 119, 120].map(
      (seconds) => verifyTotp(secret, '287082', { now: seconds * 1_000 }).ok,
    );
    expect(checks).toEqual([true, true, true, true, false, false, false]);
  });

  it('are good once', () => {
    expect(verifyTotp(secret, '287082', { now: 59_000, lastUsedStep: 1 })).toEqual({
      ok: false,
      reason: 'USED',
    });
    expect(verifyTotp(secret, '287082', { now: 59_000, lastUsedStep: 2 })).toEqual({
      ok: false,
      reason: 'USED',
    });
    expect(verifyTotp(secret, '287082', { now: 59_000, lastUsedStep: 0 })).toEqual({ ok: true, step: 1 });
  });

  it.each(['', '28708', '2870822', 'abcdef', '287083', ' '.repeat(1_000)])('refuse %j', (code) => {
    expect(verifyTotp(secret, code, { now: 59_000 })).toEqual({ ok: false, reason: 'WRONG' });
  });

  it('have secrets of 160 bits and an address for apps', () => {
    const fresh = newTotpSecret();
    expect(fresh).toMatch(/^[A-Z2-7]{32}$/);
    expect(fresh).not.toBe(newTotpSecret());
    const address = new URL(totpAddress(secret, { issuer: 'Samleng', account: 'sokha' }));
    expect(address.protocol).toBe('otpauth:');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret,
      issuer: 'Samleng',
      digits: '6',
      period: '30',
    });
  });
});

describe('sealed secrets', () => {
  const key = new Uint8Array(32).fill(1);
  const other = new Uint8Array(32).fill(2);

  it('open where they belong, with the key', () => {
    const sealed = sealSecret('សម្ងាត់', key, 'totp:a');
    expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
    expect(openSecret(sealed, key, 'totp:a')).toBe('សម្ងាត់');
    expect(openSecret(sealed, [other, key], 'totp:a')).toBe('សម្ងាត់');
    expect(sealSecret('សម្ងាត់', key, 'totp:a')).not.toBe(sealed);
  });

  it('open nowhere else, and not when changed', () => {
    const sealed = sealSecret('secret', key, 'totp:a');
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => openSecret(sealed, key, 'totp:b')).toThrow(SealBroken);
    expect(() => openSecret(sealed, other, 'totp:a')).toThrow(SealBroken);
    for (const wrong of [changed, '', 'v1', 'v1..', 'v2' + sealed.slice(2), sealed.slice(0, 30)]) {
      expect(() => openSecret(wrong, key, 'totp:a')).toThrow(SealBroken);
    }
    expect(() => sealSecret('secret', new Uint8Array(16), 'totp:a')).toThrow(RangeError);
  });
});

describe('sessions', () => {
  it('have a token of 256 bits, stored as its hash only', () => {
    const { token, hash } = newSessionToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(hash).toBe(hashToken(token));
    // SHA-256 of "abc" (FIPS 180-2, appendix B.1)
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([
    ['just begun', 0, 0, true],
    ['29 minutes idle', 29, 29, true],
    ['30 minutes idle', 30, 30, false],
    ['in use for 7:59 hours', 479, 1, true],
    ['in use for 8 hours', 480, 0, false],
    ['half a minute ahead', -0.5, -0.5, true],
    ['two minutes ahead', -2, -2, false],
  ])('%s: %j minutes old, last seen %j ago: %s', (_what, age, idle, expected) => {
    const now = new Date('2026-11-23T10:00:00Z');
    const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    expect(
      sessionIsAlive({
        createdAt: before(age),
        lastSeenAt: before(idle),
        now,
        idleMinutes: 30,
        absoluteHours: 8,
      }),
    ).toBe(expected);
  });
});
