import type { Service } from '../../request.ts';
import type { DatabaseEntityManager } from '@samleng/server';
import { eraseAttachments } from '../attachments/index.ts';
import { daysWordsAreKept } from './concern-limits.ts';

/**
 * The clock erases the own words and recordings of concerns that were moderated over 30 days ago, with all that could tell them from
 * others: the receipt still opens what became of them. Runs daily; running it again changes nothing.
 *
 * @returns how many were erased
 */
export async function eraseModeratedTexts({
  em,
  clock,
}: Pick<Service, 'clock'> & { em: DatabaseEntityManager }): Promise<number> {
  const before = new Date(clock.now().getTime() - daysWordsAreKept * 86_400_000);
  return em.transactional(async (inside) => {
    const spoken = await inside.execute<{ voice_id: string }[]>(
      `select voice_id from concerns where voice_id is not null and moderated_at <= ?
        and state <> 'MOVED_TO_PROTECTION' for update`,
      [before],
    );
    const erased = await inside.execute<{ id: string }[]>(
      `update concerns set text = null, body_hash = '', voice_id = null where text is not null
        and moderated_at <= ? and state <> 'MOVED_TO_PROTECTION' returning id`,
      [before],
    );
    const ids = spoken.map(({ voice_id }) => voice_id);
    await eraseAttachments(inside as DatabaseEntityManager, ids);
    return erased.length;
  });
}
