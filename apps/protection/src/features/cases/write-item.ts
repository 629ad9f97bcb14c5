import { newId } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { ItemField } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { chainItem } from '../../sealing/item-chain.ts';
import { sealItem } from '../../sealing/seal-item.ts';
import { type Case, CaseItem } from './case.entity.ts';
import { fromHex, stored } from './case-seals.ts';

export type NewItem = {
  readonly field: ItemField;
  readonly content: Uint8Array;
  /** Who of the desk writes; null: the child. */
  readonly authorId: string | null;
  /** The deed as the audit names it. */
  readonly deed: string;
  readonly idempotencyKey?: string;
  readonly contentCheck?: string;
  /** Codes and ids for the audit; never words. */
  readonly detail?: { readonly [key: string]: string | number | boolean | null };
};

/**
 * Seals one more item to a case, inside the transaction of its deed. The new head of the chain goes into the case
 * and into the audit; so does the public key, that nobody can quietly put another in its place.
 *
 * @param kase locked by the caller
 */
export async function writeItem({ em, clock }: DeskRequest, kase: Case, item: NewItem): Promise<CaseItem> {
  const now = clock.now();
  const place = {
    caseId: kase.id,
    itemId: newId(now.getTime()),
    sequence: kase.itemCount + 1,
    field: item.field,
  };
  const sealed = sealItem(item.content, place, fromHex(kase.publicKey));
  kase.itemCount = place.sequence;
  kase.itemsHead = chainItem(kase.itemsHead, { id: place.itemId, sealed, ...place });
  const row = em.create(CaseItem, {
    id: place.itemId,
    caseId: kase.id,
    sequence: place.sequence,
    field: item.field,
    authorId: item.authorId,
    idempotencyKey: item.idempotencyKey ?? null,
    contentCheck: item.contentCheck ?? null,
    writtenAt: now,
    sealed: stored(sealed),
  });
  await em.flush();
  await appendAudit(em, {
    occurredAt: now,
    actorId: item.authorId,
    deed: item.deed,
    subjectType: 'Case',
    subjectId: kase.id,
    detail: {
      ...item.detail,
      itemId: row.id,
      field: item.field,
      itemsHead: kase.itemsHead,
      publicKey: kase.publicKey,
    },
  });
  return row;
}
