import type { DatabaseEntityManager } from '@samleng/server';
import type { Service } from '../../request.ts';
import { hoursUntaken } from './attachment-limits.ts';

/** Erases recordings with all their parts. */
export async function eraseAttachments(em: DatabaseEntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map(() => '?').join(', ');
  await em.execute(`delete from attachment_parts where attachment_id in (${marks})`, [...ids]);
  await em.execute(`delete from attachments where id in (${marks})`, [...ids]);
}

/**
 * The clock erases recordings that no concern and no answer took within two days, whole or not. Runs hourly; running
 * it again changes nothing.
 *
 * @returns how many were erased
 */
export async function eraseUntaken({
  em,
  clock,
}: Pick<Service, 'clock'> & { em: DatabaseEntityManager }): Promise<number> {
  const before = new Date(clock.now().getTime() - hoursUntaken * 3_600_000);
  return em.transactional(async (inside) => {
    const rows = await inside.execute<{ id: string }[]>(
      'select id from attachments where taken_at is null and begun_at <= ? for update',
      [before],
    );
    await eraseAttachments(
      inside as DatabaseEntityManager,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}
