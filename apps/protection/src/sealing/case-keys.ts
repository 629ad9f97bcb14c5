import { type KeyPair, SealDamaged } from './seal-item.ts';
import { sodium } from './sodium.ts';

const keyLength = 32;

/** A new X25519 key pair for a case. Its private key is handed on sealed and never stored. */
export function newCaseKeys(): KeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey, privateKey };
}

/** A case's private key, readable to the holder of another key pair: a worker, the break-glass key, a receipt. */
export function sealKeyTo(casePrivateKey: Uint8Array, holderPublicKey: Uint8Array): Uint8Array {
  return sodium.crypto_box_seal(casePrivateKey, holderPublicKey);
}

/**
 * Opens a case's private key with a holder's key pair.
 *
 * @param casePublicKey what the opened key must belong to: a row of another case put in its place is refused
 * @throws SealDamaged
 */
export function openSealedKey(sealed: Uint8Array, holder: KeyPair, casePublicKey: Uint8Array): KeyPair {
  return belonging(
    casePublicKey,
    tried(() => sodium.crypto_box_seal_open(sealed, holder.publicKey, holder.privateKey)),
  );
}

/** A case's private key under a symmetric key: the child's receipt. Layout: nonce (24) ‖ ciphertext. */
export function sealKeyUnder(
  casePrivateKey: Uint8Array,
  key: Uint8Array,
  place: { caseId: string; lookupId: string },
): Uint8Array {
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    casePrivateKey,
    boundTo(place),
    null,
    nonce,
    key,
  );
  return new Uint8Array(Buffer.concat([nonce, sealed]));
}

/**
 * Opens what `sealKeyUnder` sealed.
 *
 * @throws SealDamaged
 */
export function openKeyUnder(
  sealed: Uint8Array,
  key: Uint8Array,
  place: { caseId: string; lookupId: string },
  casePublicKey: Uint8Array,
): KeyPair {
  const nonceLength = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  return belonging(
    casePublicKey,
    tried(() =>
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        sealed.subarray(nonceLength),
        boundTo(place),
        sealed.subarray(0, nonceLength),
        key,
      ),
    ),
  );
}

function boundTo({ caseId, lookupId }: { caseId: string; lookupId: string }): Uint8Array {
  return Buffer.from(`samleng protection receipt v1\n${caseId}\n${lookupId}`);
}

function tried(open: () => Uint8Array): Uint8Array {
  try {
    return open();
  } catch {
    throw new SealDamaged();
  }
}

function belonging(publicKey: Uint8Array, privateKey: Uint8Array): KeyPair {
  if (privateKey.length !== keyLength) throw new SealDamaged();
  const own = sodium.crypto_scalarmult_base(privateKey);
  if (!sodium.memcmp(own, publicKey)) throw new SealDamaged();
  return { publicKey, privateKey };
}
