import { addDays, dayInCambodia, type IsoDay } from '@samleng/routing';

/** A stretch of a weekday on which somebody is on call, in Cambodian time. */
export type OnCallHours = {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** `07:30` */
  readonly from: string;
  /** `17:00`; `24:00` is the end of the day. Later than `from`. */
  readonly to: string;
};

export type OnCallPerson = { readonly hours: readonly OnCallHours[]; readonly worksOnHolidays: boolean };

const minute = 60_000;
/** As far as a staffed minute is looked for. */
const daysAhead = 31;

/** Whether hours are written as they must be; minutes of a day, `from` before `to`. */
export function areHours({ weekday, from, to }: OnCallHours): boolean {
  const shape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  return (
    Number.isInteger(weekday) &&
    weekday >= 1 &&
    weekday <= 7 &&
    shape.test(from) &&
    (to === '24:00' || shape.test(to)) &&
    from < to
  );
}

/** Whether somebody is on call at an instant. */
export function isOnCall(person: OnCallPerson, at: Date, holidays: ReadonlySet<IsoDay>): boolean {
  return stretchesOf(person, dayInCambodia(at), holidays).some(
    ({ from, to }) => at.getTime() >= from && at.getTime() < to,
  );
}

/**
 * The first instant from `at` on at which one of several people is on call, or null when there is none within a month.
 */
export function nextOnCall(
  people: readonly OnCallPerson[],
  at: Date,
  holidays: ReadonlySet<IsoDay>,
): Date | null {
  for (const { from, to } of staffedStretches(people, at, holidays))
    if (to > at.getTime()) return new Date(Math.max(from, at.getTime()));
  return null;
}

/**
 * The instant at which so many staffed minutes are over: minutes in which at least one of the people is on call.
 * Where nobody is on call within a month, the minutes run on the wall clock: nobody being there is no reason to wait.
 *
 * @example one person, Monday to Friday 08:00–17:00; 60 minutes from Friday 16:30 are over on Monday at 08:30
 */
export function staffedMinutesAfter(
  people: readonly OnCallPerson[],
  at: Date,
  minutes: number,
  holidays: ReadonlySet<IsoDay>,
): Date {
  let left = minutes * minute;
  for (const { from, to } of staffedStretches(people, at, holidays)) {
    const begins = Math.max(from, at.getTime());
    if (to - begins >= left) return new Date(begins + left);
    left -= Math.max(0, to - begins);
  }
  return new Date(at.getTime() + minutes * minute);
}

type Stretch = { from: number; to: number };

/** When at least one is on call, from the day of `at` on: in order, without overlaps. */
function* staffedStretches(
  people: readonly OnCallPerson[],
  at: Date,
  holidays: ReadonlySet<IsoDay>,
): Generator<Stretch> {
  const first = dayInCambodia(at);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addDays(first, ahead);
    const all = people
      .flatMap((person) => stretchesOf(person, day, holidays))
      .sort((one, other) => one.from - other.from);
    let open: Stretch | undefined;
    for (const stretch of all) {
      if (open && stretch.from <= open.to) open.to = Math.max(open.to, stretch.to);
      else {
        if (open && open.to > at.getTime()) yield open;
        open = { ...stretch };
      }
    }
    if (open && open.to > at.getTime()) yield open;
  }
}

function stretchesOf(
  { hours, worksOnHolidays }: OnCallPerson,
  day: IsoDay,
  holidays: ReadonlySet<IsoDay>,
): Stretch[] {
  if (holidays.has(day) && !worksOnHolidays) return [];
  const start = Date.parse(`${day}T00:00:00+07:00`);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return hours
    .filter((each) => each.weekday === weekday)
    .map(({ from, to }) => ({ from: start + minutesOf(from) * minute, to: start + minutesOf(to) * minute }));
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
