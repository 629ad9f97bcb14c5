import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database, type DatabaseOptions } from '../database.ts';
import { memoryDatabases } from './memory-databases.ts';
import { startRealPostgres } from './real-postgres.ts';

/** The database of the real server whose copies the tests take. */
const template = 'template';

/**
 * Migrated databases for the tests of a service, each of its own: embedded in memory, or copies of the template on
 * the real server that `startTemplateServer` gave the address of.
 *
 * @example const open = serviceDatabases({ entities, migrations }); const database = await open(inject('postgres'));
 */
export function serviceDatabases(
  options: Pick<DatabaseOptions, 'entities' | 'migrations'>,
): (server: string | null) => Promise<Database> {
  const inMemory = memoryDatabases(options);
  return async (server) => {
    if (server === null) return inMemory.open();
    const name = `world_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create database ${name} template ${template}`);
    await client.end();
    const url = new URL(server);
    url.pathname = `/${name}`;
    return openDatabase({ ...options, url: url.href, poolSize: 8 });
  };
}

/** Starts a real PostgreSQL with a migrated template in it; once per run of tests. */
export async function startTemplateServer(
  migrations: DatabaseOptions['migrations'],
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = await startRealPostgres();
  const url = await server.createDatabase(template);
  const database = await openDatabase({ entities: [], migrations, url });
  await database.migrate();
  await database.close();
  return { url: server.urlFor('postgres'), stop: () => server.stop() };
}
