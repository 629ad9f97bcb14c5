import { join } from 'node:path';
import { dayInCambodia } from '@samleng/routing';
import {
  type AuditVerdict,
  type DatabaseEntityManager,
  lastAuditHead,
  verifyAudit,
  writeAuditHead,
} from '@samleng/server';
import type { Service } from '../request.ts';

/**
 * At every start and every morning the whole audit is checked, against the head that was written last. When it is in
 * order its present head is written for the day; when not, the log says so and the earlier heads stay as they are: a
 * broken chain's head must not become the one to trust. The service goes on either way: children must be heard.
 */
export async function watchAudit({
  em,
  clock,
  log,
  settings,
}: Pick<Service, 'clock' | 'log' | 'settings'> & {
  readonly em: DatabaseEntityManager;
}): Promise<AuditVerdict> {
  const directory = settings.AUDIT_HEAD_DIRECTORY ?? join(settings.DATA_DIRECTORY, 'audit-heads');
  const exportedHead = await lastAuditHead(directory);
  const verdict = await verifyAudit(em, exportedHead ? { exportedHead } : {});
  if (!verdict.ok) {
    log.error({ reason: verdict.reason, sequence: verdict.sequence }, 'the audit is not in order');
    return verdict;
  }
  log.info({ entries: verdict.entries, ...verdict.head }, 'the audit is in order');
  const at = clock.now();
  await writeAuditHead(directory, verdict.head, { day: dayInCambodia(at), at });
  return verdict;
}
