import type { Service } from '../../request.ts';
import type { DatabaseEntityManager } from '@samleng/server';
import { daysWordsAreKept } from './concern-limits.ts';

/**
 * The clock erases the own words of concerns that were moderated over 30 days ago, with all that could tell them from
 * others: the receipt still opens what became of them. Runs daily; running it again changes nothing.
 *
 * @returns how many were erased
 */
export async function eraseModeratedTexts({
  em,
  clock,
}: Pick<Service, 'clock'> & { em: DatabaseEntityManager }): Promise<number> {
  const before = new Date(clock.now().getTime() - daysWordsAreKept * 86_400_000);
  const erased = await em.execute<{ id: string }[]>(
    `update concerns set text = null, body_hash = '' where text is not null and moderated_at <= ?
      and state <> 'MOVED_TO_PROTECTION' returning id`,
    [before],
  );
  return erased.length;
}
