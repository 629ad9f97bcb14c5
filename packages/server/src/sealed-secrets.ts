import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A sealed text was changed, belongs elsewhere, or was sealed by a key that is not here. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor() {
    super('A sealed secret cannot be opened: it was changed, moved, or sealed by another key.');
  }
}

const version = 'v1';

/**
 * Seals a text under a key of the server (AES-256-GCM), for storing: `v1.<nonce>.<text and tag>` in base64url.
 *
 * @param key 32 bytes, kept outside the database
 * @param belongsTo what the secret is and whose, for example `totp:<account id>`: it opens there only, so
 *   that a sealed text copied into another row is refused
 */
export function sealSecret(text: string, key: Uint8Array, belongsTo: string): string {
  checkKey(key);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(belongsTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
}

/**
 * Opens what `sealSecret` sealed.
 *
 * @param keys the key, or several while keys are being changed: the new one first
 * @throws SealBroken
 */
export function openSecret(
  sealed: string,
  keys: Uint8Array | readonly Uint8Array[],
  belongsTo: string,
): string {
  const [found, nonce, text] = sealed.split('.');
  if (found !== version || !nonce || !text) throw new SealBroken();
  for (const key of keys instanceof Uint8Array ? [keys] : keys) {
    checkKey(key);
    const opened = tryOpen(Buffer.from(nonce, 'base64url'), Buffer.from(text, 'base64url'), key, belongsTo);
    if (opened !== undefined) return opened;
  }
  throw new SealBroken();
}

function tryOpen(nonce: Buffer, sealed: Buffer, key: Uint8Array, belongsTo: string): string | undefined {
  if (nonce.length !== 12 || sealed.length < 16) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(boundTo(belongsTo))
      .setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function boundTo(belongsTo: string): Buffer {
  return Buffer.from(`samleng sealed secret ${version} ${belongsTo}`);
}

function checkKey(key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('A sealing key has 32 bytes.');
}
