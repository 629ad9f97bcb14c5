import type { Database } from '@samleng/server';

// Each file of journeys finds the world as the seed left it. Making it anew would take seconds a file; the rows are
// kept beside the tables instead and put back.

type Statements = { execute(sql: string): Promise<unknown> };

/** Keeps a copy of every row. Gives what puts all of them back, in one transaction. */
export async function keepWorld(database: Database): Promise<() => Promise<void>> {
  const em = () => database.orm.em.fork();
  const tables = (await em().execute(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )) as { name: string }[];
  const counters = (await em().execute(
    `select format('%I', sequencename) as name, coalesce(last_value, start_value) as value, last_value is not null as used
       from pg_sequences where schemaname = 'public'`,
  )) as { name: string; value: string; used: boolean }[];
  const columns = (await em().execute(
    `select format('%I', table_name) as table, string_agg(format('%I', column_name), ', ') as names
       from information_schema.columns
      where table_schema = 'public' and is_generated = 'NEVER' group by table_name`,
  )) as { table: string; names: string }[];
  await em().execute('create schema kept');
  for (const { name } of tables) await em().execute(`create table kept.${name} as table ${name}`);

  return async () => {
    await em().transactional(async (inside) => {
      const run = inside as unknown as Statements;
      // Neither foreign keys nor the guards of what may only be added to look at rows that are put back.
      await run.execute(`set local session_replication_role = replica`);
      for (const { name } of tables) await run.execute(`truncate ${name} cascade`);
      for (const { table, names } of columns) {
        if (!tables.some(({ name }) => name === table)) continue;
        await run.execute(
          `insert into ${table} (${names}) overriding system value select ${names} from kept.${table}`,
        );
      }
      for (const { name, value, used } of counters)
        await run.execute(`select setval('${name}', ${value}, ${used})`);
    });
  };
}
