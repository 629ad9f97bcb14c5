import type { DatabaseEntityManager } from '@samleng/server';

/** How often issues were shown since it was last written down, by day and issue. Lost with the process: no harm. */
const shown = new Map<string, Map<string, number>>();

/** Notes that issues stood in a child's list. Writes nothing: reading stays reading. */
export function countShown(issues: readonly { readonly id: string }[], day: string): void {
  const ofDay = shown.get(day) ?? new Map<string, number>();
  for (const { id } of issues) ofDay.set(id, (ofDay.get(id) ?? 0) + 1);
  shown.set(day, ofDay);
}

/**
 * Writes down how often issues were shown, every few minutes, and forgets what is older than the lists look back.
 *
 * @returns how many issues were written
 */
export async function writeShowings(em: DatabaseEntityManager, today: string): Promise<number> {
  const rows = [...shown].flatMap(([day, counts]) =>
    [...counts].map(([issue_id, times]) => ({ issue_id, day, times })),
  );
  shown.clear();
  await em.execute(`delete from issue_showings where day < ?::date - 30`, [today]);
  if (rows.length === 0) return 0;
  await em.execute(
    `insert into issue_showings (issue_id, day, times)
     select issue_id, day, times from jsonb_to_recordset(?::jsonb) as now (issue_id uuid, day date, times int)
      where exists (select from issues where id = issue_id) order by issue_id
     on conflict (issue_id, day) do update set times = issue_showings.times + excluded.times`,
    [JSON.stringify(rows)],
  );
  return rows.length;
}
