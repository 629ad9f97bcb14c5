import { ok, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import type { Problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Receipt } from './case.entity.ts';
import { findByReceipt, receiptNotRight, withReceipts } from './find-by-receipt.ts';
import { type ChildsCase, showToChild } from './show-to-child.ts';
import { keepReceipt, noteDeed } from './take-in.ts';

/**
 * The child takes a new code, because somebody may have seen the old one. The page made the new digits and shows
 * them; the old ones open nothing from now on. The same request again finds it done.
 */
export async function changeReceipt(
  request: DeskRequest,
  input: { receipt: string; newReceipt: string },
): Promise<Result<ChildsCase, readonly Problem[]>> {
  const { receipt, newReceipt } = input;
  return withReceipts(request, { receipt, newReceipt }, (old, fresh) =>
    inTransaction(request, async (inside): Promise<Result<ChildsCase, readonly Problem[]>> => {
      const found = await findByReceipt(inside, old!);
      if (found === null) {
        // A retry after a lost reply: the new code is the one that opens it.
        const already = await findByReceipt(inside, fresh!);
        return already === null ? receiptNotRight() : ok(await showToChild(inside, already));
      }
      if ((await inside.em.count(Receipt, { lookupId: fresh!.lookupId })) > 0)
        return receiptNotRight('newReceipt');
      const shown = await showToChild(inside, found);
      inside.em.remove(found.receipt);
      await inside.em.flush();
      keepReceipt(inside, found.kase, found.caseKeys.privateKey, fresh!);
      await noteDeed(inside, found.kase, 'changeReceipt');
      return ok(shown);
    }),
  );
}
