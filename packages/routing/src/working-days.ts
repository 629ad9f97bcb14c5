import { addDays, type IsoDay, weekday } from './days.ts';

/** Whether offices work on a day: Monday to Friday and no public holiday. */
export function isWorkingDay(day: IsoDay, holidays: ReadonlySet<IsoDay>): boolean {
  const dayOfWeek = weekday(day);
  return dayOfWeek !== 0 && dayOfWeek !== 6 && !holidays.has(day);
}

/**
 * The n-th working day after a day; the day itself is not counted.
 *
 * @param days a whole number from 0; 0 gives the day itself, working or not
 * @throws RangeError for anything else
 * @example addWorkingDays('2026-11-20', 3, holidays) // Friday → '2026-11-30': the Water Festival is 23–25 November
 */
export function addWorkingDays(day: IsoDay, days: number, holidays: ReadonlySet<IsoDay>): IsoDay {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of working days: ${days}`);
  let reached = day;
  for (let left = days; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/**
 * Working days after `from` up to and with `to`; negative when `to` is earlier. Undoes `addWorkingDays`.
 *
 * @example workingDaysBetween('2026-11-20', '2026-11-26', holidays) // 1: only Thursday the 26th
 */
export function workingDaysBetween(from: IsoDay, to: IsoDay, holidays: ReadonlySet<IsoDay>): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) count += 1;
  }
  return count;
}
