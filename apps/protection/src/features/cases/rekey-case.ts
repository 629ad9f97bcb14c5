import type { DeskRequest } from '../../request.ts';
import { newCaseKeys, sealKeyTo } from '../../sealing/case-keys.ts';
import { chainItem, emptyChain } from '../../sealing/item-chain.ts';
import { type KeyPair, sealItem } from '../../sealing/seal-item.ts';
import { sodium } from '../../sealing/sodium.ts';
import { Account } from '../accounts/index.ts';
import { type Case, CaseItem, CaseKey, Receipt } from './case.entity.ts';
import { breakGlassId, fromHex, stored, toHex } from './case-seals.ts';
import type { OpenedItem } from './read-items.ts';
import { noteDeed } from './take-in.ts';

/**
 * Seals a case to a new key pair after somebody who held its key has left: every item anew, the key to those who
 * hold one now, to break-glass, and to the public key of the child's receipt. What the one who left may have kept
 * opens nothing that is stored from now on.
 *
 * @param items all of them, opened
 * @returns the new keys
 */
export async function rekeyCase(
  inside: DeskRequest,
  kase: Case,
  old: KeyPair,
  items: readonly OpenedItem[],
): Promise<KeyPair> {
  const { em, clock } = inside;
  const fresh = newCaseKeys();
  let head = emptyChain;
  for (const { id, sequence, field, bytes } of items) {
    const sealed = sealItem(bytes, { caseId: kase.id, itemId: id, sequence, field }, fresh.publicKey);
    head = chainItem(head, { id, sequence, field, sealed });
    const row = await em.findOneOrFail(CaseItem, { id });
    row.sealed = stored(sealed);
  }
  const rows = await em.find(CaseKey, { caseId: kase.id });
  const accounts = await em.find(Account, { id: { $in: rows.map(({ holderId }) => holderId) } });
  const publicKeys = new Map(accounts.map(({ id, publicKey }) => [id, publicKey]));
  for (const row of rows) {
    const digits = publicKeys.get(row.holderId);
    const publicKey = row.holderId === breakGlassId ? inside.breakGlassPublicKey : digits && fromHex(digits);
    if (!publicKey) {
      em.remove(row);
      continue;
    }
    row.sealedKey = stored(sealKeyTo(fresh.privateKey, publicKey));
    row.sealedAt = clock.now();
  }
  const receipt = await em.findOneOrFail(Receipt, { caseId: kase.id });
  receipt.way = 'TO_PUBLIC_KEY';
  receipt.sealedKey = stored(sealKeyTo(fresh.privateKey, fromHex(receipt.publicKey)));
  kase.publicKey = toHex(fresh.publicKey);
  kase.itemsHead = head;
  kase.isRekeyDue = false;
  await noteDeed(inside, kase, 'rekeyCase', { itemsHead: head, publicKey: kase.publicKey });
  sodium.memzero(old.privateKey);
  return fresh;
}
