import type { Database } from '../database.ts';

/** Counts the queries a piece of work sends, with their texts in order; transaction statements count too. */
export async function countQueries(
  database: Database,
  work: () => Promise<unknown>,
): Promise<{ count: number; queries: string[] }> {
  const queries: string[] = [];
  const stop = database.onQuery((sql) => queries.push(sql));
  try {
    await work();
  } finally {
    stop();
  }
  return { count: queries.length, queries };
}
