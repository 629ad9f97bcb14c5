import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '@samleng/server';
import { memoryDatabases } from '@samleng/server/testing';
import pg from 'pg';
import { inject } from 'vitest';
import { entities } from '../entities.ts';
import { migrations } from '../migrations/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a real PostgreSQL listens whose database `template` is migrated; null: the embedded one is used. */
    postgres: string | null;
  }
}

const inMemory = memoryDatabases({ entities, migrations });

/** A migrated database of its own: embedded in memory, or on the real PostgreSQL of this run. */
export async function openTestDatabase(): Promise<Database> {
  const server = inject('postgres');
  if (server === null) return inMemory.open();
  const name = `world_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template template`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openDatabase({ entities, migrations, url: url.href, poolSize: 8 });
}
