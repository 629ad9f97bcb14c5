import { staffSession } from '@samleng/server';
import type { Service } from '../../request.ts';
import type { DatabaseEntityManager } from '@samleng/server';

/** How long what has ended is kept, in days: the audit tells of it for good. */
const daysKept = 1;

/**
 * The clock removes what nobody can use any more: sessions that ended, challenges of sign-ins that were not finished,
 * invitations that were used or ran out (they hold a second step's sealed secret), and counts of rates whose time is
 * over. Runs daily; running it again changes nothing.
 *
 * @returns how many rows went
 */
export async function removeEnded({
  em,
  clock,
}: Pick<Service, 'clock'> & { em: DatabaseEntityManager }): Promise<number> {
  const now = clock.now().getTime();
  const before = new Date(now - daysKept * 86_400_000);
  const removals: [string, unknown[]][] = [
    [
      'delete from sessions where revoked_at < ? or created_at < ? or last_seen_at < ? returning 1',
      [
        before,
        new Date(before.getTime() - staffSession.absoluteHours * 3_600_000),
        new Date(before.getTime() - staffSession.idleMinutes * 60_000),
      ],
    ],
    ['delete from sign_in_challenges where expires_at < ? returning 1', [before]],
    ['delete from invitations where expires_at < ? or used_at < ? returning 1', [before, before]],
    // Rates are counted by the machine's own clock, in milliseconds.
    ['delete from rate_limits where expire < ? returning 1', [Date.now() - daysKept * 86_400_000]],
  ];
  let removed = 0;
  for (const [statement, values] of removals)
    removed += (await em.execute<unknown[]>(statement, values)).length;
  return removed;
}
