import type { Urgency } from '../../lists.ts';
import type { DeskRequest } from '../../request.ts';
import { type Candidate, staffedMinutesAfter } from '../roster/index.ts';
import { hour, otherLookHours, urgentLookMinutes } from './case-limits.ts';

/**
 * Until when a person must look: urgent within one hour in which somebody of these people is on call, all else
 * within 24 hours.
 */
export function lookDueAt(
  { clock, holidays }: Pick<DeskRequest, 'clock' | 'holidays'>,
  urgency: Urgency,
  people: readonly Pick<Candidate, 'hours' | 'worksOnHolidays'>[],
): Date {
  const now = clock.now();
  return urgency === 'URGENT'
    ? staffedMinutesAfter(people, now, urgentLookMinutes, holidays)
    : new Date(now.getTime() + otherLookHours * hour);
}
