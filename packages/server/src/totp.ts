import { toLatinDigits } from '@samleng/text';
import { Secret, TOTP } from 'otpauth';

const secondsOfStep = 30;

/** A new secret for one-time codes: 160 bits (RFC 4226, section 4) in base32. Keep it by `sealSecret`. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator app reads from a QR picture. */
export function totpAddress(secret: string, options: { issuer: string; account: string }): string {
  return codesOf(secret, options).toString();
}

export type TotpCheck = { ok: true; step: number } | { ok: false; reason: 'WRONG' | 'USED' };

/**
 * Checks a one-time code (RFC 6238: SHA-1, 6 digits, 30 s) and the steps beside it, for clocks that differ.
 * Digits may be Khmer or full-width, with spaces or hyphens between.
 *
 * Store the step it gives, in the same transaction as what the code was for: a code of that step or an earlier
 * one is refused from then on (RFC 6238, section 5.2).
 *
 * @param options.now milliseconds since 1970
 * @param options.lastUsedStep the step stored last, if any
 */
export function verifyTotp(
  secret: string,
  code: string,
  options: { now: number; lastUsedStep?: number | null | undefined },
): TotpCheck {
  const token = code.length > 40 ? '' : toLatinDigits(code).replace(/[\s\u2010-\u2015\u200b-]/g, '');
  if (!/^[0-9]{6}$/.test(token)) return { ok: false, reason: 'WRONG' };
  const delta = codesOf(secret).validate({ token, timestamp: options.now, window: 1 });
  if (delta === null) return { ok: false, reason: 'WRONG' };
  const step = Math.floor(options.now / 1_000 / secondsOfStep) + delta;
  const last = options.lastUsedStep ?? undefined;
  return last !== undefined && step <= last ? { ok: false, reason: 'USED' } : { ok: true, step };
}

function codesOf(secret: string, names: { issuer?: string; account?: string } = {}): TOTP {
  return new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: secondsOfStep,
    ...(names.issuer ? { issuer: names.issuer } : {}),
    ...(names.account ? { label: names.account } : {}),
  });
}
