import { MikroORM } from '@mikro-orm/postgresql';
import type { Options } from '@mikro-orm/sql';
import pg from 'pg';
import type { DatabaseOptions, DatabaseOrm } from './database.ts';
import { openDirectLines } from './direct-lines.ts';
import { type DirectQueries, offerDirectQueries } from './direct-query.ts';
import { DatabaseClosed } from './database-closed.ts';

/** PostgreSQL's number for the type `date`: read as text, since a day has no hour and no zone. */
const dayType = 1082;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === dayType
      ? (text: string) => text
      : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
};

type Opened = { kind: 'postgres'; orm: DatabaseOrm; migrate(): Promise<string[]>; close(): Promise<void> };

/** Milliseconds a connection allows (SAFETY, "Doors and limits": Time). */
const limits = {
  statement_timeout: 2_000,
  lock_timeout: 1_000,
  idle_in_transaction_session_timeout: 5_000,
} as const;

/** Any fixed number: the key under which migrating processes wait for each other. */
const migrationLock = 7_305_120_810;

const urls = new WeakMap<DatabaseOrm, string>();

/** Where the server of an open database is, for what needs connections of its own. */
export function postgresUrl(orm: DatabaseOrm): string {
  const url = urls.get(orm);
  if (!url) throw new Error('This database is not on a PostgreSQL server.');
  return url;
}

/** A PostgreSQL server, 15 or later, through a pool. */
export async function openPostgres(
  url: string,
  shared: Partial<Options>,
  options: DatabaseOptions,
  told: (sql: string) => void,
): Promise<Opened> {
  const applicationName = options.applicationName ?? 'samleng';
  const { orm, close } = await connect(url, shared, {
    ...limits,
    // A server that neither answers nor closes would hold requests for ever.
    query_timeout: 10_000,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    max: options.poolSize ?? 10,
    application_name: applicationName,
  });
  urls.set(orm, url);
  const direct = openDirect(url, options, applicationName, told);
  offerDirectQueries(orm.em.getDriver(), direct.queries);
  return {
    kind: 'postgres',
    orm,
    migrate: () => migrateAlone(url, shared, `${applicationName} migration`),
    async close() {
      offerDirectQueries(orm.em.getDriver(), null);
      await direct.end();
      await close();
    },
  };
}

/** Lines past the entity manager: for reading half as many as it has connections, for writing two. */
function openDirect(
  url: string,
  options: DatabaseOptions,
  applicationName: string,
  told: (sql: string) => void,
): { queries: DirectQueries; end(): Promise<void> } {
  const config = {
    connectionString: url,
    ...limits,
    query_timeout: 10_000,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    types,
  };
  const readers = openDirectLines(
    { ...config, application_name: `${applicationName} reading` },
    Math.max(2, Math.ceil((options.poolSize ?? 10) / 2)),
  );
  const writers = openDirectLines({ ...config, application_name: `${applicationName} writing` }, 2);
  return {
    queries: {
      read: (statement, values) => {
        told(statement.text);
        return readers.query(statement, values);
      },
      write: (statement, values) => {
        told(statement.text);
        return writers.query(statement, values);
      },
    },
    end: async () => {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

/** Migrations have no time limits; a lock of the server keeps a second instance waiting until they are done. */
async function migrateAlone(
  url: string,
  shared: Partial<Options>,
  applicationName: string,
): Promise<string[]> {
  const turn = new pg.Client({ connectionString: url, application_name: applicationName });
  turn.on('error', () => undefined);
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [migrationLock]);
    const { orm, close } = await connect(url, shared, { max: 2, application_name: applicationName });
    try {
      return (await orm.migrator.up()).map(({ name }) => name);
    } finally {
      await close();
    }
  } finally {
    await turn.end();
  }
}

async function connect(
  url: string,
  shared: Partial<Options>,
  driverOptions: Record<string, unknown>,
): Promise<{ orm: DatabaseOrm; close(): Promise<void> }> {
  let isClosed = false;
  const orm = (await MikroORM.init({
    ...(shared as object),
    clientUrl: url,
    ensureDatabase: false,
    // A query after closing would quietly open a new pool, which nobody closes.
    driverOptions: () => {
      if (isClosed) throw new DatabaseClosed();
      return driverOptions;
    },
  })) as unknown as DatabaseOrm;
  async function close(): Promise<void> {
    if (isClosed) return;
    isClosed = true;
    await orm.close(true);
  }
  try {
    await orm.connect();
    await orm.em.fork().execute('select 1');
  } catch (error) {
    await close();
    throw error;
  }
  return { orm, close };
}
