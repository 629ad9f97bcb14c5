import { toLatinDigits } from '@samleng/text';
import {
  type AttendanceRole,
  attendanceRoles,
  type CountedAge,
  countedAges,
  type CountedDisability,
  countedDisabilities,
  type CountedSex,
  countedSexes,
} from '@samleng/vocabulary';
import { memberOf } from './read.ts';

export interface Head {
  readonly role: AttendanceRole;
  readonly sex: CountedSex;
  readonly ageBand: CountedAge;
  readonly disability: CountedDisability;
  readonly count: number;
}

/** The counts a form of Headcounts.svelte sends (`heads.CHILD.FEMALE.AGE_10_13.NO`); what is no number is -1. */
export function headsOf(form: FormData): Head[] {
  const heads: Head[] = [];
  for (const [name, value] of form) {
    const [what, ...parts] = name.split('.');
    if (what !== 'heads' || typeof value !== 'string' || value.trim() === '') continue;
    const role = memberOf(attendanceRoles, parts[0]);
    const sex = memberOf(countedSexes, parts[1]);
    const ageBand = memberOf(countedAges, parts[2]);
    const disability = memberOf(countedDisabilities, parts[3]);
    if (role && sex && ageBand && disability)
      heads.push({ role, sex, ageBand, disability, count: wholeOf(value) });
  }
  return heads;
}

/** A whole number in any digits; empty is 0, anything else -1, which the service refuses. */
export function wholeOf(value: unknown): number {
  const text = toLatinDigits(typeof value === 'string' ? value : '').trim();
  if (text === '') return 0;
  return /^\d{1,5}$/.test(text) ? Number(text) : -1;
}
