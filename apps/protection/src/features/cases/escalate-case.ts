import { refused, type Result } from '@samleng/kernel';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { CaseKey } from './case.entity.ts';
import { fromHex } from './case-seals.ts';
import { type HeldCase, keysOf } from './find-case.ts';
import { lookDueAt } from './look-due.ts';
import { supervisorsFor } from './stand-by.ts';
import { giveKey, noteDeed } from './take-in.ts';
import { asHolder, heldOk } from './write-as-worker.ts';

/** A worker calls the supervisors of the area to a case: they may open it, and must look in time. */
export async function escalateCase(
  request: DeskRequest,
  input: { caseId: string },
): Promise<Result<HeldCase, readonly Problem[]>> {
  return asHolder(request, input.caseId, async (inside, held) => {
    const { em, clock, viewer } = inside;
    const { kase } = held;
    if (kase.state === 'CLOSED') return refused([problem('WRONG_STATE')]);
    const above = (await supervisorsFor(inside, kase)).filter(
      ({ accountId }) => accountId !== viewer.accountId,
    );
    if (above.length === 0) return refused([problem('NOT_A_RECEIVER')]);
    for (const { accountId, publicKey } of above) {
      const row = await em.findOne(CaseKey, { caseId: kase.id, holderId: accountId });
      if (row) row.standing = row.standing === 'STANDBY' ? 'ESCALATED' : row.standing;
      else
        giveKey(inside, kase, keysOf(inside, held)!.privateKey, {
          holderId: accountId,
          publicKey: fromHex(publicKey),
          standing: 'ESCALATED',
        });
    }
    kase.escalatedAt = clock.now();
    kase.hasNews = true;
    kase.lookDueAt = lookDueAt(inside, kase.urgency, above);
    await noteDeed(inside, kase, 'escalateCase', { supervisors: above.length });
    return heldOk(held);
  });
}
