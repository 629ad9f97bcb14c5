import type { World } from './world.ts';

/** How many rows tables have: a refusal must leave all of them as they were, the audit too. */
export async function countRows(world: World, ...tables: string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['audit_entries', ...tables]) {
    const [row] = await world.em().execute<{ count: string }[]>(`select count(*) as count from ${table}`);
    counts[table] = Number(row!.count);
  }
  return counts;
}

/** The deeds in the audit, oldest first, with what they were done to. */
export async function auditOf(
  world: World,
  subjectId?: string,
): Promise<{ deed: string; actor_id: string | null }[]> {
  const entries = await world
    .em()
    .execute<{ deed: string; actor_id: string | null; subject_id: string }[]>(
      'select deed, actor_id, subject_id from audit_entries order by sequence',
    );
  return entries
    .filter((entry) => subjectId === undefined || entry.subject_id === subjectId)
    .map(({ deed, actor_id }) => ({ deed, actor_id }));
}
