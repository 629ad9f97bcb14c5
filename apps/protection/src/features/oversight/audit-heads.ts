import { dayInCambodia } from '@samleng/routing';
import {
  type AuditHead,
  auditHead,
  type AuditVerdict,
  inTransaction,
  lastAuditHead,
  readAuditHead,
  verifyAudit,
  writeAuditHead,
} from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { Alarm, raiseAlarm } from '../alarms/index.ts';

export { lastAuditHead as lastExportedHead, readAuditHead as readHead };

/**
 * Writes the head of the audit into a file of the day, to be carried outside: whoever owns the database can then no
 * longer cut the chain or write it anew without being found out.
 */
export async function exportAuditHead(
  { em, clock }: Pick<DeskRequest, 'em' | 'clock'>,
  directory: string,
): Promise<string> {
  const at = clock.now();
  return writeAuditHead(directory, await auditHead(em), { day: dayInCambodia(at), at });
}

export type DeskVerdict = AuditVerdict | { ok: false; sequence: number; reason: 'PUBLIC_KEY_CHANGED' };

/**
 * Checks the audit, against a head that was exported when one is given, and that the public keys cases and people are
 * sealed to are those the audit has seen: nobody has quietly put a key of their own in.
 */
export async function verifyDesk(
  { em }: Pick<DeskRequest, 'em'>,
  exportedHead: AuditHead | undefined,
): Promise<DeskVerdict> {
  const verdict = await verifyAudit(em, exportedHead ? { exportedHead } : {});
  if (!verdict.ok) return verdict;
  const [changed] = await em.execute<{ sequence: string | number }[]>(
    `select seen.sequence from (
        select distinct on (subject_type, subject_id) subject_type, subject_id, sequence, detail->>'publicKey' as key
          from audit_entries where detail->>'publicKey' is not null
          order by subject_type, subject_id, sequence desc) as seen
      left join accounts a on seen.subject_type = 'Account' and a.id::text = seen.subject_id and a.state = 'ACTIVE'
      left join cases c on seen.subject_type = 'Case' and c.id::text = seen.subject_id
      where coalesce(a.public_key, c.public_key) is not null and coalesce(a.public_key, c.public_key) <> seen.key
      limit 1`,
  );
  return changed ? { ok: false, sequence: Number(changed.sequence), reason: 'PUBLIC_KEY_CHANGED' } : verdict;
}

/** Checks at start and every day; what is wrong raises an alarm. The desk goes on: children must be heard. */
export async function watchAudit(request: DeskRequest, directory: string): Promise<DeskVerdict> {
  const verdict = await verifyDesk(request, await lastAuditHead(directory));
  if (verdict.ok) return verdict;
  request.log.error({ reason: verdict.reason, sequence: verdict.sequence }, 'the audit is not in order');
  await inTransaction(request, async (inside) => {
    const known = await inside.em.count(Alarm, { kind: 'AUDIT_BROKEN', seenAt: null });
    if (known === 0) await raiseAlarm(inside, 'AUDIT_BROKEN');
  });
  return verdict;
}
