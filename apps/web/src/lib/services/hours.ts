/** Cambodia is seven hours ahead all year. */
const ahead = 7 * 3_600_000;

/** An instant as a field of day and hour takes it, in the time of Cambodia: `2026-11-24T19:30`. */
export function hourInCambodia(instant: number): string {
  return new Date(instant + ahead).toISOString().slice(0, 16);
}

/** The instant of a day and hour in Cambodia; null for what is none. */
export function instantOfHour(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const at = Date.parse(`${text}:00Z`);
  return Number.isNaN(at) ? null : new Date(at - ahead).toISOString();
}
