import { refused, type Result } from '@samleng/kernel';
import { inTransaction } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Alarm, raiseAlarm } from '../alarms/index.ts';
import { Case } from './case.entity.ts';
import { CaseDamaged } from './case-seals.ts';

/**
 * Runs a deed on a case. When what is stored of it turns out to be changed, nothing of the deed happens, the desk is
 * alarmed (once until somebody has looked), and the answer says so. Other cases go on.
 */
export async function guardDamage<Value>(
  request: DeskRequest,
  work: () => Promise<Result<Value, readonly Problem[]>>,
): Promise<Result<Value, readonly Problem[]>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CaseDamaged)) throw error;
    const { caseId } = error;
    await inTransaction(request, async (inside) => {
      const known = await inside.em.count(Alarm, { kind: 'CASE_DAMAGED', caseId, seenAt: null });
      if (known > 0) return;
      const kase = await inside.em.findOne(Case, { id: caseId }, { fields: ['communeCode'] });
      await raiseAlarm(inside, 'CASE_DAMAGED', { caseId, placeCode: kase?.communeCode ?? null });
    });
    return refused([problem('CASE_DAMAGED')]);
  }
}
