import type { Emergency } from './service.entity.ts';

/** Whether an emergency is on: it has begun, its time is not over, and nobody ended it. */
export function isRunning(
  { startsAt, endsAt, endedAt }: Pick<Emergency, 'startsAt' | 'endsAt' | 'endedAt'>,
  now: Date,
): boolean {
  return startsAt <= now && now < endsAt && !endedAt;
}
