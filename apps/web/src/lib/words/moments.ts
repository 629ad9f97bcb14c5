import { language } from './words.ts';

const locales = { km: 'km-KH-u-nu-khmr', en: 'en-GB' } as const;

/** An instant as day and time in Cambodia: ២៣ វិច្ឆិកា ២០២៦ ម៉ោង ១៤:៣០; 23 November 2026, 14:30. */
export function moment(instant: string, spoken: 'km' | 'en' = language()): string {
  const at = Date.parse(instant);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[spoken], { ...options, timeZone: 'Asia/Phnom_Penh' }).format(at);
  const date = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit', hour12: false });
  return spoken === 'km' ? `${date} ម៉ោង ${time}` : `${date}, ${time}`;
}

/** How far an instant lies ahead (or behind, below 0), in whole minutes. */
export function minutesUntil(instant: string, now: number): number {
  return Math.round((Date.parse(instant) - now) / 60_000);
}
