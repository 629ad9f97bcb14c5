import type { DatabaseEntityManager } from '@samleng/server';
import type { Service } from '../../request.ts';
import { markRankingDue } from './rank-commune.ts';

/** Issues compared in one statement: well within the time a statement has. */
const atOnce = 500;

/**
 * The clock compares the count kept with each issue with its supports, and puts right what differs. Every deed changes
 * both in one statement, so a difference is a fault of ours or somebody's hand in the database: it is reported.
 *
 * @returns the issues that were put right, with what was kept and what is
 */
export async function recountSupports(
  part: Pick<Service, 'clock' | 'log'> & { readonly em: DatabaseEntityManager },
): Promise<{ issueId: string; kept: number; counted: number }[]> {
  const mended: { issueId: string; kept: number; counted: number }[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await part.em.execute<{ id: string; differs: boolean }[]>(
      `select i.id, i.support_count <> (select count(*) from supports where issue_id = i.id) differs
         from issues i where i.id > ? order by i.id limit ${atOnce}`,
      [after],
    );
    for (const { id } of rows.filter(({ differs }) => differs)) {
      const mending = await mend(part, id);
      if (mending !== null) mended.push(mending);
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < atOnce) break;
  }
  for (const { issueId, kept, counted } of mended)
    part.log.error({ issueId, kept, counted }, 'a count of supports was not right');
  return mended;
}

/** With the row locked first: a support that is being given is then either counted here or adds itself afterwards. */
function mend(part: Pick<Service, 'clock'> & { readonly em: DatabaseEntityManager }, issueId: string) {
  return part.em.fork({ clear: true }).transactional(async (inside) => {
    const em = inside as DatabaseEntityManager;
    const [issue] = await em.execute<{ support_count: number; commune_code: string }[]>(
      'select support_count, commune_code from issues where id = ? for update',
      [issueId],
    );
    const [row] = await em.execute<{ counted: number }[]>(
      'select count(*)::int counted from supports where issue_id = ?',
      [issueId],
    );
    if (!issue || !row || issue.support_count === row.counted) return null;
    await em.execute('update issues set support_count = ? where id = ?', [row.counted, issueId]);
    await markRankingDue({ em, clock: part.clock }, issue.commune_code);
    return { issueId, kept: issue.support_count, counted: row.counted };
  });
}
