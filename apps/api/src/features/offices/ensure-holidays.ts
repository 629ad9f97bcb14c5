import { holidays } from '@samleng/routing';
import type { DatabaseEntityManager } from '@samleng/server';
import { Holiday } from './office.entity.ts';

/**
 * Gives the calendar the holidays the product knows, for years of which it has no day yet: what an administrator
 * removed from a year does not come back.
 */
export async function ensureHolidays(em: DatabaseEntityManager): Promise<void> {
  const yearsThere = new Set((await em.find(Holiday, {})).map(({ day }) => day.slice(0, 4)));
  const byDay = Map.groupBy(
    holidays.filter(({ on }) => !yearsThere.has(on.slice(0, 4))),
    ({ on }) => on,
  );
  if (byDay.size === 0) return;
  await em.insertMany(
    Holiday,
    [...byDay].map(([day, onIt]) => ({
      day,
      nameKm: onIt.map(({ km }) => km).join(' · '),
      nameEn: onIt.map(({ en }) => en).join(' · '),
      isConfirmed: onIt.every(({ isConfirmed }) => isConfirmed),
    })),
  );
}
