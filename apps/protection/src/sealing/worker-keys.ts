import { hkdfSync } from 'node:crypto';
import { argon2Cost, type Argon2Cost, deriveByArgon2 } from '@samleng/server';
import { type KeyPair, SealDamaged } from './seal-item.ts';
import { sodium } from './sodium.ts';

/** A worker's key pair: cases are sealed to the public key; the private key is stored wrapped only. */
export function newWorkerKeys(): KeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey, privateKey };
}

const shape = /^v1\.m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\.([\w-]{22})\.([\w-]{32})\.([\w-]{64})$/;

/**
 * Wraps a private key under a passphrase for storing: `v1.m=…,t=…,p=….<salt>.<nonce>.<key and tag>`, with argon2id
 * over the passphrase (NFKC) and XChaCha20-Poly1305. The salt is another than that of the passphrase's stored hash,
 * so the hash says nothing about the key.
 *
 * @param belongsTo the account's id: the wrapped key opens in its row only
 */
export async function wrapWorkerKey(
  privateKey: Uint8Array,
  passphrase: string,
  belongsTo: string,
  cost: Argon2Cost = argon2Cost,
): Promise<string> {
  const salt = sodium.randombytes_buf(16);
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const key = await keyOf(passphrase, salt, cost);
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    privateKey,
    boundTo(belongsTo),
    null,
    nonce,
    key,
  );
  sodium.memzero(key);
  const { memory, passes, parallelism } = cost;
  return `v1.m=${memory},t=${passes},p=${parallelism}.${[salt, nonce, wrapped].map(coded).join('.')}`;
}

/**
 * Opens what `wrapWorkerKey` wrapped.
 *
 * @throws SealDamaged when the passphrase is not the one, or the text was changed or moved
 */
export async function unwrapWorkerKey(
  wrapped: string,
  passphrase: string,
  belongsTo: string,
): Promise<KeyPair> {
  const [, memory, passes, parallelism, salt, nonce, sealed] = shape.exec(wrapped) ?? [];
  if (!salt || !nonce || !sealed) throw new SealDamaged();
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const key = await keyOf(passphrase, Buffer.from(salt, 'base64url'), cost);
  try {
    const privateKey = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      Buffer.from(sealed, 'base64url'),
      boundTo(belongsTo),
      Buffer.from(nonce, 'base64url'),
      key,
    );
    return { privateKey, publicKey: sodium.crypto_scalarmult_base(privateKey) };
  } catch {
    throw new SealDamaged();
  } finally {
    sodium.memzero(key);
  }
}

function keyOf(passphrase: string, salt: Uint8Array, cost: Argon2Cost): Promise<Uint8Array> {
  const message = new TextEncoder().encode(passphrase.normalize('NFKC'));
  return deriveByArgon2({ message, salt, cost, length: 32 });
}

function boundTo(belongsTo: string): Uint8Array {
  return Buffer.from(`samleng protection worker key v1\n${belongsTo}`);
}

function coded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

const passkeyShape = /^p1\.([\w-]{32})\.([\w-]{64})$/;

/**
 * Wraps a private key under the secret of a passkey for storing: `p1.<nonce>.<key and tag>`, with HKDF-SHA-256 over the
 * secret and XChaCha20-Poly1305. The secret has 256 bits of the authenticator's own, so no stretching is needed.
 *
 * @param secret 32 bytes that only this passkey's PRF extension gives
 * @param belongsTo the account's id and the credential's: the wrapped key opens in its row only
 */
export function wrapUnderPasskey(privateKey: Uint8Array, secret: Uint8Array, belongsTo: string): string {
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const key = passkeyKeyOf(secret, belongsTo);
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    privateKey,
    boundTo(belongsTo),
    null,
    nonce,
    key,
  );
  sodium.memzero(key);
  return `p1.${[nonce, wrapped].map(coded).join('.')}`;
}

/**
 * Opens what `wrapUnderPasskey` wrapped.
 *
 * @throws SealDamaged when the secret is not the one, or the text was changed or moved
 */
export function unwrapUnderPasskey(wrapped: string, secret: Uint8Array, belongsTo: string): KeyPair {
  const [, nonce, sealed] = passkeyShape.exec(wrapped) ?? [];
  if (!nonce || !sealed) throw new SealDamaged();
  const key = passkeyKeyOf(secret, belongsTo);
  try {
    const privateKey = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      Buffer.from(sealed, 'base64url'),
      boundTo(belongsTo),
      Buffer.from(nonce, 'base64url'),
      key,
    );
    return { privateKey, publicKey: sodium.crypto_scalarmult_base(privateKey) };
  } catch {
    throw new SealDamaged();
  } finally {
    sodium.memzero(key);
  }
}

function passkeyKeyOf(secret: Uint8Array, belongsTo: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', secret, belongsTo, 'samleng protection worker key by passkey v1', 32),
  );
}
