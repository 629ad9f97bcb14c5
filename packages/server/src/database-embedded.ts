import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { MikroORM, type PgliteConnection } from '@mikro-orm/pglite';
import type { Options } from '@mikro-orm/sql';
import type { DatabaseOptions, DatabaseOrm } from './database.ts';
import { DatabaseClosed } from './database-closed.ts';
import { lockDirectory } from './directory-lock.ts';

type Opened = { kind: 'embedded'; orm: DatabaseOrm; migrate(): Promise<string[]>; close(): Promise<void> };

/**
 * PostgreSQL inside this process. One connection, no sync to disk on power loss, and no lock of its own: hence
 * ours around the directory.
 */
export async function openEmbedded(shared: Partial<Options>, options: DatabaseOptions): Promise<Opened> {
  const directory = options.memory ? undefined : options.directory;
  if (!directory && !options.memory) {
    throw new Error('openDatabase needs a url, a directory, or memory: true');
  }
  if (directory) await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = directory ? await lockDirectory(directory) : undefined;
  let isClosed = false;
  try {
    const orm = (await MikroORM.init({
      ...(shared as object),
      dbName: directory ? join(directory, 'database') : 'memory://',
      // A query after closing would quietly open the directory again, without its lock.
      driverOptions: () => {
        if (isClosed) throw new DatabaseClosed();
        return {
          extensions: { pg_trgm },
          startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
          ...(options.startFrom ? { loadDataDir: options.startFrom } : {}),
        };
      },
    })) as unknown as DatabaseOrm;
    await orm.connect();
    return {
      kind: 'embedded',
      orm,
      async migrate() {
        return (await orm.migrator.up()).map(({ name }) => name);
      },
      async close() {
        if (isClosed) return;
        isClosed = true;
        await orm.close(true);
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** The embedded database itself, for what the entity manager does not offer. */
export async function embeddedClient(orm: DatabaseOrm): Promise<PGlite> {
  return (orm.em.getConnection() as unknown as PgliteConnection).getNativeClient();
}
