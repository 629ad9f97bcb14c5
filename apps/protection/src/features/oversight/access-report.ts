import { addDays, dayInCambodia, type IsoDay } from '@samleng/routing';
import { appendAudit, inTransaction } from '@samleng/server';
import type { DeskRequest } from '../../request.ts';
import { type AccessLine, AccessReport } from './access-report.entity.ts';

const hoursAhead = 7;
/** Hours of the day in Cambodia in which people are expected to read. */
const dayBegins = 6;
const dayEnds = 20;

/** The Monday of the week a day lies in. */
export function mondayOf(day: IsoDay): IsoDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, 1 - weekday);
}

/**
 * The safeguarding lead's report on a week: who opened how many cases, how often at night, how often somebody was
 * referred. It is drawn from the audit and names no case. Making it again replaces it.
 */
export async function makeAccessReport(request: DeskRequest, weekOf: IsoDay): Promise<readonly AccessLine[]> {
  const now = request.clock.now();
  return inTransaction(request, async ({ em }) => {
    const lines = await em.execute<AccessLine[]>(
      `select actor_id as "accountId",
          (count(*) filter (where deed in ('openCase', 'openVoice')))::int as openings,
          (count(distinct subject_id) filter (where deed in ('openCase', 'openVoice')))::int as cases,
          (count(*) filter (where deed in ('openCase', 'openVoice')
            and (extract(hour from occurred_at at time zone 'UTC' + interval '${hoursAhead} hours') < ${dayBegins}
              or extract(hour from occurred_at at time zone 'UTC' + interval '${hoursAhead} hours') >= ${dayEnds})))::int
            as "atNight",
          (count(*) filter (where deed = 'referCase'))::int as referrals
        from audit_entries
        where actor_id is not null and deed in ('openCase', 'openVoice', 'referCase')
          and occurred_at >= ? and occurred_at < ?
        group by actor_id order by openings desc, actor_id`,
      [startOf(weekOf), startOf(addDays(weekOf, 7))],
    );
    await em.nativeDelete(AccessReport, { weekOf });
    em.create(AccessReport, { weekOf, madeAt: now, lines });
    await em.flush();
    await appendAudit(em, {
      occurredAt: now,
      actorId: null,
      deed: 'makeAccessReport',
      subjectType: 'Desk',
      subjectId: null,
      detail: { weekOf, people: lines.length },
    });
    return lines;
  });
}

/** The report on the week before this one, as the job of Monday morning makes it. */
export function makeLastWeeksReport(request: DeskRequest): Promise<readonly AccessLine[]> {
  return makeAccessReport(request, addDays(mondayOf(dayInCambodia(request.clock.now())), -7));
}

/** The latest reports, the newest first. */
export async function listAccessReports({ em }: DeskRequest): Promise<AccessReport[]> {
  return em.find(AccessReport, {}, { orderBy: { weekOf: 'desc' }, limit: 20 });
}

function startOf(day: IsoDay): string {
  return `${day}T00:00:00+07:00`;
}
