import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2Cost, deriveByArgon2, type Argon2Cost } from './argon2.ts';

/** Characters a passphrase needs (SAFETY, "Doors and limits": Staff). */
export const passphraseLeast = 15;
/** Characters it may have: enough for any sentence, little enough to hash. */
export const passphraseMost = 256;

const shape =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,43})\$([A-Za-z0-9+/]{43})$/;
const saltLength = 16;
const hashLength = 32;

/**
 * A passphrase as it may be stored: argon2id in the usual text form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
 * Spellings that look alike (NFKC) are one passphrase.
 *
 * @throws RangeError when it is shorter or longer than allowed: check with `isPassphraseLongEnough` before
 * @throws TooBusy when too many wait to be hashed
 */
export async function hashPassphrase(passphrase: string, cost: Argon2Cost = argon2Cost): Promise<string> {
  if (!isPassphraseLongEnough(passphrase)) {
    throw new RangeError(`A passphrase has ${passphraseLeast} to ${passphraseMost} characters.`);
  }
  const salt = randomBytes(saltLength);
  const hash = await derive(passphrase, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether a passphrase is the stored one. For an account that does not exist, or has no passphrase, give
 * `undefined`: the same work is done and the answer is no, so that time does not tell which accounts exist.
 *
 * @throws TooBusy when too many wait
 */
export async function verifyPassphrase(passphrase: string, stored: string | undefined): Promise<boolean> {
  const parts = stored === undefined ? undefined : partsOf(stored);
  const tooLong = passphrase.length > passphraseMost * 4;
  const hash = await derive(
    tooLong ? '' : passphrase,
    parts?.salt ?? new Uint8Array(saltLength),
    parts?.cost ?? argon2Cost,
  );
  const isRight = timingSafeEqual(hash, parts?.hash ?? new Uint8Array(hashLength));
  return isRight && parts !== undefined && !tooLong;
}

/** Whether a stored hash was made at another cost than today's: hash again at the next sign-in. */
export function isPassphraseHashOutdated(stored: string): boolean {
  const cost = partsOf(stored)?.cost;
  return (
    cost?.memory !== argon2Cost.memory ||
    cost.passes !== argon2Cost.passes ||
    cost.parallelism !== argon2Cost.parallelism
  );
}

/** Counts characters as people do: a Khmer consonant with its vowel is one. */
export function isPassphraseLongEnough(passphrase: string): boolean {
  if (passphrase.length > passphraseMost * 4) return false;
  const characters = [...new Intl.Segmenter('km').segment(passphrase.normalize('NFKC'))].length;
  return characters >= passphraseLeast && characters <= passphraseMost;
}

function derive(passphrase: string, salt: Uint8Array, cost: Argon2Cost): Promise<Uint8Array> {
  const message = new TextEncoder().encode(passphrase.normalize('NFKC'));
  return deriveByArgon2({ message, salt, cost, length: hashLength });
}

function partsOf(stored: string): { cost: Argon2Cost; salt: Uint8Array; hash: Uint8Array } | undefined {
  const [, memory, passes, parallelism, salt, hash] = shape.exec(stored) ?? [];
  if (!salt || !hash) return undefined;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
