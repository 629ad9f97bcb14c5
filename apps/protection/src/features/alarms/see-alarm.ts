import { isId, ok, refused, type Result } from '@samleng/kernel';
import {
  appendAudit,
  BadCursor,
  inTransaction,
  type Page,
  pageOf,
  pageSize,
  readCursor,
} from '@samleng/server';
import { type Problem, problem } from '../../problems.ts';
import type { DeskRequest } from '../../request.ts';
import { Alarm } from './alarm.entity.ts';

/** Alarms the viewer may know of, the newest first. */
export async function listAlarms(
  request: DeskRequest,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Alarm>> {
  const first = Math.max(1, pageSize(args.first));
  const after = readCursor<[string]>(args.after, ['string']);
  if (after && !isId(after[0])) throw new BadCursor();
  const ids = await visibleIds(request, { before: after?.[0] ?? null, most: first + 1 });
  const alarms = await request.em.find(Alarm, { id: { $in: ids } }, { orderBy: { id: 'desc' } });
  return pageOf(alarms, first, (alarm) => [alarm.id]);
}

/**
 * Alarms of the viewer's area, but those about a case that must not reach them. Cases stand to the right of alarms:
 * their tables are asked by name, not by import.
 */
async function visibleIds(
  { em, viewer }: DeskRequest,
  which: { before?: string | null; only?: string; most: number },
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select a.id from alarms a left join cases c on c.id = a.case_id
      where starts_with(a.place_code, ?)
        and (c.id is null or not (c.excluded_affiliations @> to_jsonb(?::text)))
        and not exists (select 1 from case_exclusions e where e.case_id = a.case_id and e.account_id = ?)
        ${which.before ? 'and a.id < ?::uuid' : ''} ${which.only ? 'and a.id::text = ?' : ''}
      order by a.id desc limit ${which.most}`,
    [
      viewer.placeCode,
      viewer.affiliation,
      viewer.accountId,
      ...[which.before, which.only].filter((value) => value !== null && value !== undefined),
    ],
  );
  return rows.map(({ id }) => id);
}

/** A supervisor or the lead has looked into an alarm. */
export async function seeAlarm(
  request: DeskRequest,
  input: { alarmId: string },
): Promise<Result<Alarm, readonly Problem[]>> {
  const { viewer, clock } = request;
  return inTransaction(request, async (inside): Promise<Result<Alarm, readonly Problem[]>> => {
    const { em } = inside;
    const [id] = await visibleIds(inside, { only: input.alarmId, most: 1 });
    const alarm = id ? await em.findOne(Alarm, { id }) : null;
    if (alarm === null) return refused([problem('NOT_FOUND', 'alarmId')]);
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
