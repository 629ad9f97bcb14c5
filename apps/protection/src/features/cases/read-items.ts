import type { DeskRequest } from '../../request.ts';
import { headOfItems } from '../../sealing/item-chain.ts';
import { type KeyPair, openItem } from '../../sealing/seal-item.ts';
import { type Case, CaseItem } from './case.entity.ts';
import { CaseDamaged, fromStored, whole } from './case-seals.ts';

export type OpenedItem = Pick<CaseItem, 'id' | 'sequence' | 'field' | 'writtenAt'> & {
  readonly authorId: string | null;
  readonly bytes: Uint8Array;
};

/**
 * Opens all items of a case, in order. Before anything is shown, the items must be exactly those that were written:
 * their chain ends in the head the case names, and that is the head of the last writing in the audit.
 *
 * @throws CaseDamaged
 */
export async function readItems(
  { em }: Pick<DeskRequest, 'em'>,
  kase: Case,
  caseKeys: KeyPair,
): Promise<OpenedItem[]> {
  const rows = await em.find(CaseItem, { caseId: kase.id }, { orderBy: { sequence: 'asc' } });
  const items = rows.map((row) => ({ row, sealed: fromStored(row.sealed) }));
  const head = headOfItems(
    items.map(({ row, sealed }) => ({ id: row.id, sequence: row.sequence, field: row.field, sealed })),
  );
  const written = await lastWriting(em, kase.id);
  const isWhole =
    head === kase.itemsHead &&
    items.length === kase.itemCount &&
    written?.items_head === head &&
    written.public_key === kase.publicKey;
  if (!isWhole) throw new CaseDamaged(kase.id);
  return whole(kase, () =>
    items.map(({ row, sealed }) => ({
      id: row.id,
      sequence: row.sequence,
      field: row.field,
      writtenAt: row.writtenAt,
      authorId: row.authorId ?? null,
      bytes: openItem(
        sealed,
        { caseId: kase.id, itemId: row.id, sequence: row.sequence, field: row.field },
        caseKeys,
      ),
    })),
  );
}

async function lastWriting(
  em: DeskRequest['em'],
  caseId: string,
): Promise<{ items_head: string; public_key: string } | undefined> {
  const [entry] = await em.execute<{ items_head: string; public_key: string }[]>(
    `select detail->>'itemsHead' as items_head, detail->>'publicKey' as public_key from audit_entries
      where subject_type = 'Case' and subject_id = ? and detail->>'itemsHead' is not null
      order by sequence desc limit 1`,
    [caseId],
  );
  return entry;
}
