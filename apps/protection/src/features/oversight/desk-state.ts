import { auditHead } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { Alarm } from '../alarms/index.ts';

export type DeskState = {
  readonly auditEntries: number;
  readonly auditHead: string;
  readonly isAuditInOrder: boolean;
  readonly breakGlassKey: string;
  readonly drill: { readonly at: Date; readonly cases: number; readonly opened: number } | null;
  readonly brokenAt: Date | null;
};

/**
 * How the desk stands, for those who watch over it: the head of the audit, to be compared with the one that was
 * carried outside, and the break-glass key with its last drill. It names no case.
 */
export async function deskState({ em, breakGlassPublicKey }: DeskRequest): Promise<DeskState> {
  const head = await auditHead(em);
  const [drill] = await em.execute<
    { occurred_at: Date | string; detail: { cases: number; opened: number } }[]
  >(
    "select occurred_at, detail from audit_entries where deed = 'drillBreakGlass' order by sequence desc limit 1",
  );
  const broken = await em.findOne(Alarm, { kind: 'BREAK_GLASS_USED' }, { orderBy: { id: 'desc' } });
  return {
    auditEntries: head.sequence,
    auditHead: head.hash,
    isAuditInOrder: (await em.count(Alarm, { kind: 'AUDIT_BROKEN', seenAt: null })) === 0,
    breakGlassKey: Buffer.from(breakGlassPublicKey).toString('hex'),
    drill: drill
      ? { at: new Date(drill.occurred_at), cases: drill.detail.cases, opened: drill.detail.opened }
      : null,
    brokenAt: broken?.raisedAt ?? null,
  };
}
