import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBreakGlass, newBreakGlass, readShare } from './break-glass.ts';
import { newCaseKeys, openSealedKey, sealKeyTo } from './case-keys.ts';
import { inverse, joinShares, multiply, splitSecret } from './shamir.ts';

describe('the field of 256 elements', () => {
  it('multiplies as FIPS 197, section 4.2, does', () => {
    expect(multiply(0x57, 0x83)).toBe(0xc1);
    expect(multiply(0x57, 0x13)).toBe(0xfe);
    expect(inverse(0x53)).toBe(0xca);
  });

  it('undoes every element but 0', () => {
    for (let element = 1; element < 256; element += 1) expect(multiply(element, inverse(element))).toBe(1);
    expect(inverse(0)).toBe(0);
  });
});

describe('sharing a secret', () => {
  it('is as worked by hand: 0x42 with the coefficient 0x05', () => {
    const shares = splitSecret(Uint8Array.of(0x42), { shares: 3, needed: 2 }, Uint8Array.of(0x05));
    // 0x42 ^ 0x05, 0x42 ^ 2·0x05, 0x42 ^ 3·0x05
    expect(shares.map(({ bytes }) => bytes[0])).toEqual([0x47, 0x48, 0x4d]);
    // at 0: 0x47·2/(1^2) ^ 0x48·1/(1^2) = (0x8e ^ 0x48)/3
    expect(multiply(0x8e ^ 0x48, inverse(3))).toBe(0x42);
  });

  it('gives it back from any two of three', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (secret) => {
        const shares = splitSecret(
          secret,
          { shares: 3, needed: 2 },
          new Uint8Array(randomBytes(secret.length)),
        );
        const [a, b, c] = shares as [
          (typeof shares)[number],
          (typeof shares)[number],
          (typeof shares)[number],
        ];
        for (const some of [
          [a, b],
          [b, a],
          [a, c],
          [b, c],
          [a, b, c],
        ])
          expect([...joinShares(some)]).toEqual([...secret]);
      }),
    );
  });

  it('gives it back from any three of five, and not from two', () => {
    const secret = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const shares = splitSecret(
      secret,
      { shares: 5, needed: 3 },
      Uint8Array.from({ length: 16 }, (_, at) => at + 1),
    );
    expect([...joinShares([shares[4]!, shares[0]!, shares[2]!])]).toEqual([...secret]);
    expect([...joinShares([shares[4]!, shares[0]!])]).not.toEqual([...secret]);
  });

  it('says nothing by one share: every secret fits it by exactly one coefficient', () => {
    for (const number of [1, 2, 3]) {
      const fits = new Set<number>();
      for (let secret = 0; secret < 256; secret += 1)
        for (let coefficient = 0; coefficient < 256; coefficient += 1)
          if ((secret ^ multiply(coefficient, number)) === 0x9a) fits.add(secret);
      expect(fits.size).toBe(256);
    }
  });

  it('refuses what makes no sense', () => {
    const share = { number: 1, bytes: Uint8Array.of(1) };
    expect(() => joinShares([share, share])).toThrow(RangeError);
    expect(() => joinShares([])).toThrow(RangeError);
    expect(() => joinShares([share, { number: 2, bytes: Uint8Array.of(1, 2) }])).toThrow(RangeError);
    expect(() => splitSecret(Uint8Array.of(1), { shares: 1, needed: 2 }, Uint8Array.of(1))).toThrow(
      RangeError,
    );
  });
});

describe('break-glass', () => {
  const { publicKey, lines } = newBreakGlass();
  const caseKeys = newCaseKeys();
  const sealed = sealKeyTo(caseKeys.privateKey, publicKey);

  it('opens a case with any two of the three lines, however they were copied', () => {
    for (const pair of [
      [0, 1],
      [0, 2],
      [2, 1],
    ]) {
      const joined = joinBreakGlass(
        pair.map((at) => lines[at]!.toUpperCase().replace(/ /g, '-')),
        publicKey,
      );
      expect(joined.ok && openSealedKey(sealed, joined.value, caseKeys.publicKey)).toEqual(caseKeys);
    }
  });

  it('finds a slip of the pen', () => {
    const at = lines[0]!.length - 20;
    const slip = lines[0]!.slice(0, at) + (lines[0]![at] === '7' ? '8' : '7') + lines[0]!.slice(at + 1);
    expect(readShare(slip)).toEqual({ ok: false, problem: 'NOT_A_SHARE' });
    expect(readShare('')).toEqual({ ok: false, problem: 'NOT_A_SHARE' });
  });

  it('refuses one share, one twice, and shares of another set', () => {
    const other = newBreakGlass();
    expect(joinBreakGlass([lines[0]!], publicKey)).toEqual({ ok: false, problem: 'TOO_FEW' });
    expect(joinBreakGlass([lines[0]!, lines[0]!], publicKey)).toEqual({
      ok: false,
      problem: 'SAME_SHARE_TWICE',
    });
    expect(joinBreakGlass([lines[0]!, other.lines[1]!], publicKey)).toEqual({
      ok: false,
      problem: 'OTHER_SETS',
    });
    expect(joinBreakGlass(other.lines.slice(1), publicKey)).toEqual({ ok: false, problem: 'OTHER_KEY' });
  });
});
