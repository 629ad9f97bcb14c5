import { createHash } from 'node:crypto';

/** The items of a case as they stand in their table. */
export type ChainedItem = {
  readonly id: string;
  readonly sequence: number;
  readonly field: string;
  readonly sealed: Uint8Array;
};

/** The head of a case without items. */
export const emptyChain = '0'.repeat(64);

/**
 * The head after one more item: SHA-256 over the head before, the item's id, sequence and field, and the SHA-256 of
 * its sealed bytes. The head stands in the case and in the audit entry of each writing, so an item that is taken
 * out, put in, put back or changed shows, even when nobody can open it.
 */
export function chainItem(head: string, item: ChainedItem): string {
  const digest = createHash('sha256').update(item.sealed).digest('hex');
  const line = `samleng protection chain v1\n${head}\n${item.id}\n${item.sequence}\n${item.field}\n${digest}`;
  return createHash('sha256').update(line).digest('hex');
}

/**
 * The head of all items of a case, or null when their numbers do not run from 1 without a gap.
 *
 * @param items in the order of their numbers
 */
export function headOfItems(items: readonly ChainedItem[]): string | null {
  let head = emptyChain;
  for (const [index, item] of items.entries()) {
    if (item.sequence !== index + 1) return null;
    head = chainItem(head, item);
  }
  return head;
}
