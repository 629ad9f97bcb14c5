import { newId } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { AlarmKind } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { Alarm } from './alarm.entity.ts';

/**
 * Raises an alarm inside the transaction of what it is about: it is on the desk's screen at once and in the log,
 * where the machines of the operators can wake somebody.
 */
export async function raiseAlarm(
  { em, clock, log }: Pick<DeskRequest, 'em' | 'clock' | 'log'>,
  kind: AlarmKind,
  about: { caseId?: string | null; placeCode?: string | null } = {},
): Promise<void> {
  const now = clock.now();
  em.create(Alarm, {
    id: newId(now.getTime()),
    kind,
    caseId: about.caseId ?? null,
    placeCode: about.placeCode ?? '',
    raisedAt: now,
    seenAt: null,
    seenBy: null,
  });
  await em.flush();
  await appendAudit(em, {
    occurredAt: now,
    actorId: null,
    deed: 'raiseAlarm',
    subjectType: about.caseId ? 'Case' : 'Desk',
    subjectId: about.caseId ?? null,
    detail: { kind },
  });
  log.warn({ event: 'alarm', kind, caseId: about.caseId }, 'alarm');
}
