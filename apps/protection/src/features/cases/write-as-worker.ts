import { ok, refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { findOpenableCase, type HeldCase, keysOf } from './find-case.ts';
import { guardDamage } from './guard-damage.ts';

/**
 * Runs a deed of somebody who may open a case, in one transaction, with the case locked and its key proved to be the
 * one its items are sealed to. For everybody else there is no such case.
 */
export async function asHolder<Value>(
  request: DeskRequest,
  caseId: string,
  work: (inside: DeskRequest, held: HeldCase) => Promise<Result<Value, readonly Problem[]>>,
): Promise<Result<Value, readonly Problem[]>> {
  return guardDamage(request, () =>
    inTransaction(request, async (inside): Promise<Result<Value, readonly Problem[]>> => {
      const held = await findOpenableCase(inside, caseId);
      if (held === null) return refused([problem('NOT_FOUND', 'caseId')]);
      if (keysOf(inside, held) === null) return refused([problem('SIGN_IN_AGAIN')]);
      return work(inside, held);
    }),
  );
}

/** What a deed on a case gives: the case as the viewer holds it. */
export const heldOk = (held: HeldCase): Result<HeldCase, readonly Problem[]> => ok(held);
