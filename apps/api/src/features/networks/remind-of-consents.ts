import { addDays, dayInCambodia } from '@samleng/routing';
import type { Clock } from '@samleng/kernel';
import type { DatabaseEntityManager } from '@samleng/server';
import { consentReminderDays, memberKeptDays } from '@samleng/vocabulary';

/**
 * Runs daily. Tells each club's facilitator how many consents end within 30 days and how many have ended; erases
 * members who left, or whose consent ended, more than 90 days ago. Twice a day is harmless.
 */
export async function remindOfConsents(part: {
  readonly em: DatabaseEntityManager;
  readonly clock: Clock;
}): Promise<void> {
  const { em, clock } = part;
  const today = dayInCambodia(clock.now());
  await em.transactional(async (inside) => {
    await inside.execute('delete from club_members where least(consent_until, left_on) < ?', [
      addDays(today, -memberKeptDays),
    ]);
    await inside.execute('delete from consent_reminders where true');
    await inside.execute(
      `insert into consent_reminders (club_id, told_on, ending, ended)
       select club_id, ?::date, count(*) filter (where consent_until >= ?)::int,
              count(*) filter (where consent_until < ?)::int
         from club_members where left_on is null and consent_until < ? group by club_id`,
      [today, today, today, addDays(today, consentReminderDays)],
    );
  });
}
