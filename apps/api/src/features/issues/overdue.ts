import { addDays, addWorkingDays, clockFigures, dayInCambodia, type IsoDay } from '@samleng/routing';
import type { ApiRequest } from '../../request.ts';
import { holidayDaysOf } from '../offices/index.ts';

/**
 * The condition under which the office whose turn it is with issue `i` is late: with saying that it has received it, or
 * with its answer. The same days as the clock shows (`clockOf`), as a condition a list can be filtered by.
 *
 * It reads the table of a feature to the right: the list is one statement, and lateness is computed, never stored.
 */
export async function overdueCondition(
  request: ApiRequest,
): Promise<{ readonly sql: string; readonly values: readonly unknown[] }> {
  const now = request.clock.now();
  const lastLateDay = lastDayLate(dayInCambodia(now), await holidayDaysOf(request));
  return {
    sql: `exists (select from assignments a
            where a.issue_id = i.id and a.ended_at is null and a.answered_at is null
              and (a.assigned_at <= ? or (a.acknowledged_at is null and a.assigned_at < ?)))`,
    values: [
      new Date(now.getTime() - clockFigures.answerInDays * 86_400_000),
      new Date(`${addDays(lastLateDay, 1)}T00:00:00+07:00`),
    ],
  };
}

/** The last day of assignment for which the day to acknowledge by is over today. */
export function lastDayLate(today: IsoDay, holidays: ReadonlySet<IsoDay>): IsoDay {
  let day = addDays(today, -1);
  while (addWorkingDays(day, clockFigures.acknowledgeInWorkingDays, holidays) >= today)
    day = addDays(day, -1);
  return day;
}
