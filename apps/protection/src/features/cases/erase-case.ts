import { appendAudit } from '@samleng/server';
import type { Erasure } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { Alarm } from '../alarms/index.ts';
import { Case, type CaseKey, Tombstone } from './case.entity.ts';

/**
 * Erases a case inside the caller's transaction: keys, receipt, items and all rows that hang on it. What stays is a
 * stone with the day and the reason, and the audit, which never held a word.
 */
export async function eraseCase(
  { em, clock, viewer }: DeskRequest,
  kase: Pick<CaseKey, 'caseId'>,
  why: Erasure,
): Promise<void> {
  const now = clock.now();
  await em.nativeDelete(Case, { id: kase.caseId });
  await em.nativeUpdate(Alarm, { caseId: kase.caseId }, { placeCode: '' });
  em.clear();
  em.create(Tombstone, { caseId: kase.caseId, erasedAt: now, why });
  await em.flush();
  await appendAudit(em, {
    occurredAt: now,
    actorId: viewer.accountId,
    deed: 'eraseCase',
    subjectType: 'Case',
    subjectId: kase.caseId,
    detail: { why },
  });
}
