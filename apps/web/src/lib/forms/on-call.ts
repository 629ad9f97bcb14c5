import { toLatinDigits } from '@samleng/text';
import { textOf } from './read.ts';

/** A stretch of one weekday: 1 Monday … 7 Sunday, `07:30` to `17:00`. */
export interface Hours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** The same hours on several days, as a form asks for them. */
export interface Stretch {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** How many stretches the form asks for at most. */
export const mostStretches = 6;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Hours by day as stretches over days.
 *
 * @example stretchesOf([{ weekday: 1, from: '08:00', to: '17:00' }, { weekday: 2, from: '08:00', to: '17:00' }])
 *   // [{ days: [1, 2], from: '08:00', to: '17:00' }]
 */
export function stretchesOf(hours: readonly Hours[]): Stretch[] {
  const groups = Map.groupBy(hours, ({ from, to }) => `${from} ${to}`);
  return [...groups.values()].map((same) => ({
    days: same.map(({ weekday }) => weekday).sort((one, other) => one - other),
    from: same[0]!.from,
    to: same[0]!.to,
  }));
}

/**
 * Reads the stretches of a form (`days-0`, `from-0`, `to-0`, …). A stretch without a day is none; times may be typed
 * in Khmer digits, with a point, or without a leading zero.
 *
 * @returns null when a stretch with days has no times, or times that are none
 */
export function readHours(form: FormData): Hours[] | null {
  const hours: Hours[] = [];
  for (let index = 0; index < mostStretches; index += 1) {
    const days = weekdays.filter((day) => form.getAll(`days-${String(index)}`).includes(String(day)));
    if (days.length === 0) continue;
    const from = timeOf(textOf(form, `from-${String(index)}`, 20));
    const to = timeOf(textOf(form, `to-${String(index)}`, 20));
    if (from === null || to === null || from >= to) return null;
    hours.push(...days.map((weekday) => ({ weekday, from, to })));
  }
  return hours;
}

function timeOf(text: string): string | null {
  const parts = /^(\d{1,2})[:.]?(\d\d)?$/.exec(toLatinDigits(text).trim());
  if (!parts) return null;
  const [, hour = '', minute = '00'] = parts;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return time === '24:00' || (Number(hour) < 24 && Number(minute) < 60) ? time : null;
}
