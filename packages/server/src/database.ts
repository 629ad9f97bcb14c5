import type { MigrationObject } from '@mikro-orm/core';
import type {
  AbstractSqlDriver,
  BasePostgreSqlEntityManager,
  Constructor,
  MikroORM,
  Options,
} from '@mikro-orm/sql';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { openEmbedded } from './database-embedded.ts';
import { openPostgres } from './database-postgres.ts';
import { quietQueryLog, type QueryListener } from './query-log.ts';

/** The entity manager of both databases. */
export type DatabaseEntityManager = BasePostgreSqlEntityManager<AbstractSqlDriver>;
export type DatabaseOrm = MikroORM<AbstractSqlDriver, DatabaseEntityManager>;

export type Database = {
  readonly kind: 'embedded' | 'postgres';
  readonly orm: DatabaseOrm;
  /**
   * Brings the tables to the newest state. All pending migrations succeed together or not at all; two
   * processes migrating at once wait for each other. Gives the names of those it ran, in order.
   */
  migrate(): Promise<string[]>;
  /** Whether the database answers now; never throws. */
  answers(): Promise<boolean>;
  /** Calls the listener with the text (never the values) of every query until the given function is called. */
  onQuery(listener: QueryListener): () => void;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** What `defineEntity` gave, or the classes set on it. */
  entities: NonNullable<Options['entities']>;
  /** Named by effect, oldest first; a list of classes, so that bundling works. */
  migrations: Array<MigrationObject | { name: string; class: Constructor<Migration> }>;
  /** `postgres://…`: a server. Without it the embedded database is used. */
  url?: string;
  /** Where the embedded database keeps its files. It is locked: a second process is refused. */
  directory?: string;
  /** The embedded database without files, for tests. */
  memory?: boolean;
  /** Called with the text of every query, without its values. */
  debug?: (sql: string) => void;
  /** How this service shows in `pg_stat_activity`. */
  applicationName?: string;
  /** Connections to a PostgreSQL server (default 10). */
  poolSize?: number;
  /** The files of an embedded database in memory, as `dumpDataDir` gives them: starts from there. */
  startFrom?: Blob;
};

/** The database cannot serve this product, and why. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';
}

/**
 * Opens the embedded database or a PostgreSQL server, whichever the options name.
 *
 * A server gets limits on every connection: statement 2 s, waiting for a lock 1 s, idle inside a transaction
 * 5 s. Migrations are exempt. The embedded database ignores these and has one connection.
 *
 * @throws DirectoryInUse when another process holds the embedded directory
 * @throws DatabaseUnfit when searching by similarity finds nothing for Khmer (a database made with lc_ctype C)
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const queries = quietQueryLog();
  if (options.debug) queries.listen(options.debug);
  const shared: Partial<Options> = {
    entities: options.entities,
    dataloader: true,
    extensions: [Migrator],
    loggerFactory: () => queries.logger,
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: options.migrations as MigrationObject[],
      tableName: 'migrations',
      allOrNothing: true,
      transactional: true,
      disableForeignKeys: false,
      snapshot: false,
      silent: true,
    },
  };
  const opened = options.url
    ? await openPostgres(options.url, shared, options, queries.tell)
    : await openEmbedded(shared, options);
  const database: Database = {
    ...opened,
    async migrate() {
      const names = await opened.migrate();
      await refuseWithoutKhmerSearch(opened.orm);
      return names;
    },
    answers: () => answers(opened.orm),
    onQuery: queries.listen,
  };
  try {
    await refuseWithoutKhmerSearch(database.orm);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function answers(orm: DatabaseOrm): Promise<boolean> {
  try {
    await orm.em.fork().execute('select 1');
    return true;
  } catch {
    return false;
  }
}

/** A word against itself is alike by 1, unless the database knows no Khmer letter: then by 0. */
async function refuseWithoutKhmerSearch(orm: DatabaseOrm): Promise<void> {
  const em = orm.em.fork();
  const [installed] = await em.execute(`select 1 from pg_extension where extname = 'pg_trgm'`);
  if (!installed) return;
  const [row] = await em.execute<Array<{ alike: number }>>(
    `select similarity('សាលារៀន', 'សាលារៀន')::float8 as alike`,
  );
  if (row?.alike === 1) return;
  throw new DatabaseUnfit(
    'This database does not recognise Khmer letters, so searching would find nothing. ' +
      'Its character type (lc_ctype) is probably "C". Create it again with a UTF-8 locale, for example: ' +
      `create database samleng template template0 encoding 'UTF8' locale 'C.UTF-8'`,
  );
}
