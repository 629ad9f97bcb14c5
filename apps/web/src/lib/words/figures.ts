import { toKhmerDigits } from '@samleng/text';
import { language, m } from './words.ts';

const known: Readonly<Record<string, string>> = { km: 'km-KH-u-nu-khmr', en: 'en-GB' };

/** How a language writes figures and days; one that was added writes them its own way. */
function manners(): string {
  const spoken: string = language();
  return known[spoken] ?? spoken;
}

/** A number in the digits of the reader's language. */
export function figure(number: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(manners(), { maximumFractionDigits: fractionDigits }).format(number);
}

/** A day (`2026-11-23`) in words: ថ្ងៃទី២៣ វិច្ឆិកា ២០២៦. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.slice(0, 10).split('-').map(Number);
  const words = new Intl.DateTimeFormat(manners(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(year ?? 0, (month ?? 1) - 1, dayOfMonth ?? 1));
  return m['common.date']({ date: words });
}

/** An amount of money in riel. */
export function riel(amount: number): string {
  return m['common.riel']({ amount: figure(amount) });
}

/** So many days, in words. */
export function days(count: number): string {
  return m['common.day']({ count, shown: figure(count) });
}

/** A share between 0 and 1 in whole percent. */
export function percent(share: number): string {
  return m['common.percent']({ amount: figure(Math.round(share * 100)) });
}

/** A name that holds digits, such as the years of a plan (`2027-2029`), in the digits of the reader's language. */
export function inOwnDigits(name: string): string {
  return language() === 'km' ? toKhmerDigits(name) : name;
}
