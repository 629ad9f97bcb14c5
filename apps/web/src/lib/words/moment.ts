import { language } from './words.ts';

const locales = { km: 'km-KH-u-nu-khmr', en: 'en-GB' } as const;

/** A moment as people in Cambodia say it: the weekday, the day and the hour there. */
export function moment(at: string): string {
  return new Intl.DateTimeFormat(locales[language()], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Phnom_Penh',
  }).format(new Date(at));
}
