import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startRealPostgres } from '@samleng/server/testing';

// pnpm bench:places FILE
// How long `pnpm places:import FILE` takes on a PostgreSQL server and on the embedded database, from the command to its
// end, the making of the tables included; and a second time, when nothing is new.

const file = process.argv[2];
if (file === undefined) throw new Error('Name the official list: pnpm bench:places FILE');
const root = fileURLToPath(new URL('../../', import.meta.url));
const key = '5'.repeat(64);

console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
const server = await startRealPostgres();
const directory = await mkdtemp(join(tmpdir(), 'samleng-places-'));
try {
  await importTwice('PostgreSQL', { DATABASE_URL: await server.createDatabase('places') });
  await importTwice('embedded', { DATA_DIRECTORY: directory, DATABASE_URL: undefined });
} finally {
  await server.stop();
  await rm(directory, { recursive: true });
}

async function importTwice(name: string, settings: NodeJS.ProcessEnv): Promise<void> {
  const [first, second] = [await importOnce(settings), await importOnce(settings)];
  console.log(`${name.padEnd(12)} ${first.toFixed(1)} s, again ${second.toFixed(1)} s`);
}

function importOnce(settings: NodeJS.ProcessEnv): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['apps/api/src/command-line/places-import.ts', resolve(file!)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      MODE: 'demo',
      RECEIPT_PEPPER: key,
      SECRETS_KEY: key,
      DEVICE_KEY: key,
      WEB_KEY: 'the benchmark stands for the pages here',
      ...settings,
    },
  });
  return new Promise((done, fail) => {
    child.once('exit', (code) =>
      code === 0
        ? done((performance.now() - begun) / 1000)
        : fail(new Error(`The import ended with ${code}.`)),
    );
  });
}
