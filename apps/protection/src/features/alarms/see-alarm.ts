import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit, inTransaction, type Page, pageOf, pageSize, readCursor } from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Alarm } from './alarm.entity.ts';

/** Alarms of the viewer's area, the newest first. */
export async function listAlarms(
  { em, viewer }: DeskRequest,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Alarm>> {
  const first = Math.max(1, pageSize(args.first));
  const after = readCursor<[string]>(args.after, ['string']);
  const alarms = await em.find(
    Alarm,
    { placeCode: { $like: `${viewer.placeCode}%` }, ...(after && { id: { $lt: after[0] } }) },
    { orderBy: { id: 'desc' }, limit: first + 1 },
  );
  return pageOf(alarms, first, (alarm) => [alarm.id]);
}

/** A supervisor or the lead has looked into an alarm of their area. */
export async function seeAlarm(
  request: DeskRequest,
  input: { alarmId: string },
): Promise<Result<Alarm, readonly Problem[]>> {
  const { viewer, clock } = request;
  return inTransaction(request, async ({ em }): Promise<Result<Alarm, readonly Problem[]>> => {
    const alarm = await em.findOne(Alarm, { id: input.alarmId });
    if (alarm === null || !alarm.placeCode.startsWith(viewer.placeCode))
      return refused([problem('NOT_FOUND', 'alarmId')]);
    if (alarm.seenAt !== null && alarm.seenAt !== undefined) return ok(alarm);
    alarm.seenAt = clock.now();
    alarm.seenBy = viewer.accountId;
    await em.flush();
    await appendAudit(em, {
      occurredAt: clock.now(),
      actorId: viewer.accountId,
      deed: 'seeAlarm',
      subjectType: 'Alarm',
      subjectId: alarm.id,
      detail: { kind: alarm.kind },
    });
    return ok(alarm);
  });
}
