import { createHash } from 'node:crypto';
import { ok, refused, type Result } from '@samleng/kernel';
import type { KeyPair } from './seal-item.ts';
import { joinShares, type Share, splitSecret } from './shamir.ts';
import { sodium } from './sodium.ts';

/** Two people of three open what nobody else can. */
export const breakGlass = { shares: 3, needed: 2 } as const;

export type ShareProblem = 'NOT_A_SHARE' | 'OTHER_SETS' | 'SAME_SHARE_TWICE' | 'TOO_FEW' | 'OTHER_KEY';

/**
 * A new break-glass key: the public key to store, and three lines for three people. The private key exists nowhere
 * once the lines are printed.
 */
export function newBreakGlass(): { publicKey: Uint8Array; lines: string[] } {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const chance = sodium.randombytes_buf(privateKey.length * (breakGlass.needed - 1));
  const lines = splitSecret(privateKey, breakGlass, chance).map((share) => lineOf(share, publicKey));
  sodium.memzero(privateKey);
  sodium.memzero(chance);
  return { publicKey, lines };
}

/**
 * A share as a line to print: set, number, 64 hexadecimal digits in fours, and a check of all of it.
 *
 * @example '5e6f…  2  0011 2233 …  a1b2c3d4'
 */
function lineOf(share: Share, publicKey: Uint8Array): string {
  const digits = Buffer.from(share.bytes).toString('hex').match(/.{4}/g)!.join(' ');
  const set = Buffer.from(publicKey).toString('hex').slice(0, 8);
  return `${set}  ${share.number}  ${digits}  ${checkOf(set, share)}`;
}

function checkOf(set: string, { number, bytes }: Share): string {
  return createHash('sha256')
    .update(`samleng share v1\n${set}\n${number}\n`)
    .update(bytes)
    .digest('hex')
    .slice(0, 8);
}

/** Reads a printed share, with any spacing and either case. A slip of the pen is found by its check. */
export function readShare(line: string): Result<{ set: string; share: Share }, ShareProblem> {
  const signs = line.toLowerCase().replace(/[^0-9a-f]/g, '');
  const [, set, number, digits, check] =
    /^([0-9a-f]{8})([1-9])([0-9a-f]{64})([0-9a-f]{8})$/.exec(signs) ?? [];
  if (!set || !number || !digits) return refused('NOT_A_SHARE');
  const share = { number: Number(number), bytes: new Uint8Array(Buffer.from(digits, 'hex')) };
  return checkOf(set, share) === check ? ok({ set, share }) : refused('NOT_A_SHARE');
}

/**
 * The break-glass key pair from printed shares.
 *
 * @param publicKey the one that is stored: other shares are refused
 */
export function joinBreakGlass(
  lines: readonly string[],
  publicKey: Uint8Array,
): Result<KeyPair, ShareProblem> {
  const shares: Share[] = [];
  const sets = new Set<string>();
  for (const line of lines) {
    const read = readShare(line);
    if (!read.ok) return read;
    shares.push(read.value.share);
    sets.add(read.value.set);
  }
  if (sets.size > 1) return refused('OTHER_SETS');
  if (new Set(shares.map(({ number }) => number)).size !== shares.length) return refused('SAME_SHARE_TWICE');
  if (shares.length < breakGlass.needed) return refused('TOO_FEW');
  const privateKey = joinShares(shares);
  if (!sodium.memcmp(sodium.crypto_scalarmult_base(privateKey), publicKey)) return refused('OTHER_KEY');
  return ok({ publicKey, privateKey });
}
