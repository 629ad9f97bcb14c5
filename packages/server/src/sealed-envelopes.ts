import { createCipheriv, createDecipheriv, createECDH, hkdfSync } from 'node:crypto';

// The layout of an envelope: version (1 byte), the sender's one-time public key (65), then ciphertext and tag.
const version = 1;
const publicKeyLength = 65;
const tagLength = 16;
const headLength = 1 + publicKeyLength;
/** Order of the group of P-256 (FIPS 186-5 / SP 800-186, section 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** An envelope is not one, was changed, or was sealed to another key or for another purpose. */
export class EnvelopeBroken extends Error {
  override readonly name = 'EnvelopeBroken';

  constructor() {
    super('A sealed envelope cannot be opened.');
  }
}

export type EnvelopeKeys = {
  /** 32 bytes. Kept by the receiver alone. */
  readonly privateKey: Uint8Array;
  /** 65 bytes: the point in the uncompressed form browsers import as `raw`. */
  readonly publicKey: Uint8Array;
};

/**
 * The key pair of a receiver, from 32 secret bytes: always the same from the same bytes.
 *
 * @param purpose parts the keys drawn from one secret
 */
export function envelopeKeys(secret: Uint8Array, purpose: string): EnvelopeKeys {
  // 48 bytes reduced modulo the order are uniform up to 2^-128 (FIPS 186-5, appendix A.2.1).
  const drawn = Buffer.from(hkdfSync('sha384', secret, '', `samleng envelope key ${purpose}`, 48));
  const scalar = (BigInt(`0x${drawn.toString('hex')}`) % (order - 1n)) + 1n;
  const privateKey = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  return { privateKey: new Uint8Array(privateKey), publicKey: new Uint8Array(ecdh.getPublicKey()) };
}

/**
 * Seals bytes so that only the holder of a private key reads them; the sender cannot open it again. ECDH on P-256
 * with a one-time key, HKDF-SHA-256, AES-256-GCM: all of it is in every browser's Web Crypto, so that a phone seals
 * the same way without a library.
 *
 * key ‖ nonce = HKDF(secret, salt = one-time public key ‖ receiver's, info = "samleng envelope v1 " + purpose, 44 bytes)
 *
 * @param publicKey 65 bytes, as `envelopeKeys` gives it
 * @param purpose what it is for; it opens for that only
 */
export function sealEnvelope(bytes: Uint8Array, publicKey: Uint8Array, purpose: string): Uint8Array {
  const ecdh = createECDH('prime256v1');
  const oneTime = ecdh.generateKeys();
  const { key, nonce } = keyOf(ecdh.computeSecret(publicKey), oneTime, publicKey, purpose);
  const head = Buffer.concat([Buffer.from([version]), oneTime]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head);
  return new Uint8Array(Buffer.concat([head, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
}

/**
 * Opens what `sealEnvelope`, or a phone, sealed.
 *
 * @throws EnvelopeBroken
 */
export function openEnvelope(sealed: Uint8Array, keys: EnvelopeKeys, purpose: string): Uint8Array {
  if (sealed.length < headLength + tagLength || sealed[0] !== version) throw new EnvelopeBroken();
  const head = sealed.subarray(0, headLength);
  const oneTime = sealed.subarray(1, headLength);
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(keys.privateKey);
  try {
    const { key, nonce } = keyOf(ecdh.computeSecret(oneTime), oneTime, keys.publicKey, purpose);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(head)
      .setAuthTag(sealed.subarray(-tagLength));
    return new Uint8Array(
      Buffer.concat([decipher.update(sealed.subarray(headLength, -tagLength)), decipher.final()]),
    );
  } catch {
    throw new EnvelopeBroken();
  }
}

function keyOf(secret: Uint8Array, oneTime: Uint8Array, receiver: Uint8Array, purpose: string) {
  const salt = Buffer.concat([oneTime, receiver]);
  const drawn = Buffer.from(hkdfSync('sha256', secret, salt, `samleng envelope v1 ${purpose}`, 44));
  return { key: drawn.subarray(0, 32), nonce: drawn.subarray(32) };
}
