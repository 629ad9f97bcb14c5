import { openKeyUnder, openSealedKey } from '../../sealing/case-keys.ts';
import { type KeyPair, SealDamaged } from '../../sealing/seal-item.ts';
import type { Case, CaseKey, Receipt } from './case.entity.ts';

/** What is stored of a case was changed by somebody. The case is not shown, and the desk is alarmed. */
export class CaseDamaged extends Error {
  override readonly name = 'CaseDamaged';
  readonly caseId: string;

  constructor(caseId: string) {
    super('What is stored of a case was changed.');
    this.caseId = caseId;
  }
}

/** The break-glass key's own id among the holders of keys. */
export const breakGlassId = '00000000-0000-4000-8000-0000000b6a55';

/** Bytes as they stand in the database, and back. */
export const stored = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const fromStored = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
export const fromHex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * A case's keys by those of somebody who holds one.
 *
 * @throws CaseDamaged
 */
export function openForHolder(kase: Case, row: CaseKey, holder: KeyPair): KeyPair {
  return whole(kase, () => openSealedKey(fromStored(row.sealedKey), holder, fromHex(kase.publicKey)));
}

/**
 * A case's keys by the child's receipt.
 *
 * @throws CaseDamaged
 */
export function openForReceipt(
  kase: Case,
  receipt: Receipt,
  keys: { key: Uint8Array; publicKey: Uint8Array },
): KeyPair {
  const sealed = fromStored(receipt.sealedKey);
  const casePublicKey = fromHex(kase.publicKey);
  return whole(kase, () =>
    receipt.way === 'UNDER_KEY'
      ? openKeyUnder(sealed, keys.key, { caseId: kase.id, lookupId: receipt.lookupId }, casePublicKey)
      : openSealedKey(sealed, { publicKey: keys.publicKey, privateKey: keys.key }, casePublicKey),
  );
}

/** Says of which case a seal is broken. */
export function whole<Value>({ id }: Pick<Case, 'id'>, open: () => Value): Value {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealDamaged) throw new CaseDamaged(id);
    throw error;
  }
}
