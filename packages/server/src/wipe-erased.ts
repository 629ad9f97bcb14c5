import type { Database } from './database.ts';

/**
 * Takes what was erased out of the files of the embedded database, too: erased rows stay in a table's file until it is
 * written anew, and in the log of changes until its parts are removed. A server's files are its operator's: there, old
 * rows go with its own vacuum and old parts of the log with its archive, so nothing is done.
 *
 * Must not run inside a transaction. Takes some tenths of a second, in which nothing else is answered.
 *
 * @param tables names of tables, as this code knows them: never anything from outside
 * @returns whether the files were written anew
 */
export async function wipeErased({ kind, orm }: Database, tables: readonly string[]): Promise<boolean> {
  if (kind !== 'embedded') return false;
  const em = orm.em.fork();
  for (const table of tables) await em.execute(`vacuum full ${table}`);
  // Parts of the log are removed, not written over later, once a new one has begun and all is in the tables.
  for (const step of ['set wal_recycle = off', 'checkpoint', 'select pg_switch_wal()', 'checkpoint'])
    await em.execute(step);
  return true;
}
