import { ok, type Result } from '@samleng/kernel';
import type { Problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { findByReceipt, receiptNotRight, withReceipts } from './find-by-receipt.ts';
import { type ChildsCase, showToChild } from './show-to-child.ts';

/** The child comes back with the receipt. */
export async function openByReceipt(
  request: DeskRequest,
  receipt: string,
): Promise<Result<ChildsCase, readonly Problem[]>> {
  return withReceipts(request, { receipt }, async (keys): Promise<Result<ChildsCase, readonly Problem[]>> => {
    const found = await findByReceipt(request, keys!);
    return found === null ? receiptNotRight() : ok(await showToChild(request, found));
  });
}
