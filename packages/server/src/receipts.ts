import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { argon2Cost, deriveByArgon2 } from './argon2.ts';

export type ReceiptKeys = {
  /** 32 hexadecimal digits under which what the receipt opens is stored. */
  lookupId: string;
  /** 32 bytes: the receipt's secret key. Never stored. */
  key: Uint8Array;
  /** 32 bytes: the X25519 public key whose private key is `key`. */
  publicKey: Uint8Array;
};

const domain = 'samleng receipt v1';
/** One salt for all: a receipt is found by what is derived from it. The pepper does a salt's work. */
const salt = createHash('sha256').update(domain).digest().subarray(0, 16);
/** The head of an X25519 private key in PKCS#8 (RFC 8410, section 7). */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

/**
 * What a child's receipt opens. One argon2id (64 MiB, 3 passes) with the pepper as its secret gives a root;
 * the lookup id and the key are drawn from it by HKDF, so that neither tells the other. Without the pepper,
 * which is kept outside the database, the 10^16 receipts cannot be tried against a stolen copy.
 *
 * @param digits the 16 Latin digits, as `parseReceipt` of `@samleng/text` gives them
 * @param pepper at least 32 random bytes
 * @throws TooBusy when too many wait
 */
export async function deriveReceipt(digits: string, pepper: Uint8Array): Promise<ReceiptKeys> {
  if (!/^[0-9]{16}$/.test(digits)) throw new RangeError('A receipt has sixteen Latin digits.');
  if (pepper.length < 32) throw new RangeError('A pepper has at least 32 bytes.');
  const root = await deriveByArgon2({
    message: Buffer.from(digits, 'ascii'),
    salt,
    length: 32,
    cost: argon2Cost,
    secret: pepper,
    associatedData: Buffer.from(domain),
  });
  const lookupId = Buffer.from(hkdfSync('sha256', root, salt, `${domain} lookup`, 16)).toString('hex');
  const key = new Uint8Array(hkdfSync('sha256', root, salt, `${domain} key`, 32));
  return { lookupId, key, publicKey: publicKeyOf(key) };
}

function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, privateKey]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x!, 'base64url'));
}
