import { ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { eraseCase } from './erase-case.ts';
import { findByReceipt, receiptNotRight, withReceipts } from './find-by-receipt.ts';

/**
 * The child asks that everything be erased, and it is, at once. Not when a duty to protect is recorded: by a worker,
 * or because the child's own words were of danger; then somebody else may be holding the phone.
 */
export async function eraseMyCase(
  request: DeskRequest,
  input: { receipt: string },
): Promise<Result<null, readonly Problem[]>> {
  return withReceipts(request, { receipt: input.receipt }, (keys) =>
    inTransaction(request, async (inside): Promise<Result<null, readonly Problem[]>> => {
      const found = await findByReceipt(inside, keys!);
      if (found === null) return receiptNotRight();
      if (found.kase.hasDuty) return refused([problem('DUTY_TO_PROTECT')]);
      await eraseCase(inside, { caseId: found.kase.id }, 'CHILD_ASKED');
      return ok(null);
    }),
  );
}
