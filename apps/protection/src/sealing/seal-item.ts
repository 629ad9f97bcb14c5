import { sodium } from './sodium.ts';

/** A sealed thing cannot be opened: it was changed, moved, or belongs to another key. */
export class SealDamaged extends Error {
  override readonly name = 'SealDamaged';

  constructor() {
    super('A sealed item cannot be opened: it was changed, moved, or sealed to another key.');
  }
}

/** Where an item stands. It opens there only. */
export type ItemPlace = {
  readonly caseId: string;
  readonly itemId: string;
  /** Its number within the case, from 1. */
  readonly sequence: number;
  /** What it is: REPORT, MESSAGE … */
  readonly field: string;
};

export type KeyPair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

/** Every length is rounded up to these steps, so that a length does not tell a short cry from a long story. */
export const paddingStep = 1_024;

const version = 1;
const keyLength = sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
const nonceLength = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
const sealedKeyLength = keyLength + sodium.crypto_box_SEALBYTES;
const headLength = 1 + sealedKeyLength + nonceLength;

/**
 * Seals bytes to a case: whoever holds the case's private key reads them, writing needs the public key only.
 *
 * The layout is version (1 byte) ‖ content key sealed to the case (crypto_box_seal, 80) ‖ nonce (24) ‖ ciphertext of
 * the padded bytes (XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03). The associated data binds version, case, item,
 * sequence and field: a row copied elsewhere does not open.
 *
 * @param chance the content key and the nonce (default: from the library's secure source); fixed in tests only
 */
export function sealItem(
  bytes: Uint8Array,
  place: ItemPlace,
  casePublicKey: Uint8Array,
  chance: { contentKey: Uint8Array; nonce: Uint8Array } = {
    contentKey: sodium.crypto_aead_xchacha20poly1305_ietf_keygen(),
    nonce: sodium.randombytes_buf(nonceLength),
  },
): Uint8Array {
  const padded = sodium.pad(bytes, paddingStep);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    padded,
    boundTo(place),
    null,
    chance.nonce,
    chance.contentKey,
  );
  const sealedKey = sodium.crypto_box_seal(chance.contentKey, casePublicKey);
  sodium.memzero(padded);
  return new Uint8Array(Buffer.concat([Buffer.from([version]), sealedKey, chance.nonce, sealed]));
}

/**
 * Opens what `sealItem` sealed.
 *
 * @throws SealDamaged
 */
export function openItem(sealed: Uint8Array, place: ItemPlace, caseKeys: KeyPair): Uint8Array {
  if (sealed.length < headLength || sealed[0] !== version) throw new SealDamaged();
  try {
    const contentKey = sodium.crypto_box_seal_open(
      sealed.subarray(1, 1 + sealedKeyLength),
      caseKeys.publicKey,
      caseKeys.privateKey,
    );
    const padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(headLength),
      boundTo(place),
      sealed.subarray(1 + sealedKeyLength, headLength),
      contentKey,
    );
    sodium.memzero(contentKey);
    return sodium.unpad(padded, paddingStep);
  } catch {
    throw new SealDamaged();
  }
}

/** The associated data. Ids and fields hold no line ends, so the parts cannot be shifted into each other. */
function boundTo({ caseId, itemId, sequence, field }: ItemPlace): Uint8Array {
  return Buffer.from(`samleng protection item v${version}\n${caseId}\n${itemId}\n${sequence}\n${field}`);
}
