/** A calendar day as text, `YYYY-MM-DD`. Compares and sorts as text. */
export type IsoDay = string;

const millisecondsADay = 86_400_000;
const cambodiaAheadOfUtc = 7 * 3_600_000;

/** The day it is in Cambodia at an instant. Cambodia is seven hours ahead of UTC all year. */
export function dayInCambodia(instant: Date): IsoDay {
  return new Date(instant.getTime() + cambodiaAheadOfUtc).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The day so many calendar days later (earlier when negative).
 *
 * @throws RangeError when `day` is not a day that exists
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(day: IsoDay, days: number): IsoDay {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: IsoDay): number {
  // 1970-01-01, day 0, was a Thursday.
  return (((numberOfDay(day) + 4) % 7) + 7) % 7;
}

function numberOfDay(day: IsoDay): number {
  if (!isIsoDay(day)) throw new RangeError(`Not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`) / millisecondsADay;
}

function dayOfNumber(number: number): IsoDay {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}
