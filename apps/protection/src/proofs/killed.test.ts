import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleService } from '../../../../scripts/bundle-service.ts';
import { disclosure } from '../testing/child.ts';
import { aDevice, testSettings } from '../testing/world.ts';

const rounds = 50;
/** A process that lives for a second gains nothing from compiling the database's code a second time, better. */
const frugal = ['--liftoff-only'];
const bundled = fileURLToPath(
  new URL('../../../../node_modules/.cache/samleng/desk-under-test.mjs', import.meta.url),
);
let deskProcess: string;
let directory: string;
let addresses = 0;
let standby: ChildProcess | undefined;
const all: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-killed-'));
  // Made one file once, so that none of the fifty compiles the sources again.
  deskProcess = await bundleService('apps/protection/src/testing/desk-process.ts', bundled);
});
afterAll(async () => {
  for (const child of all) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

/** A process that has loaded its code and waits for the word to open the directory. */
function loadDesk(): ChildProcess {
  const settings = Object.entries(testSettings).filter(([, value]) => value !== undefined);
  const child = spawn(process.execPath, [...frugal, deskProcess], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      ...process.env,
      ...Object.fromEntries(settings.map(([name, value]) => [name, String(value)])),
      DATA_DIRECTORY: directory,
      PORT: '0',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  all.push(child);
  return child;
}

/** Starts the desk on the directory; gives its address when it listens. The next one loads meanwhile. */
async function startDesk(): Promise<{ child: ChildProcess; address: string }> {
  const child = standby ?? loadDesk();
  standby = loadDesk();
  child.stdin!.write('go\n');
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (text: Buffer) => {
      const found = /listening (\d+)/.exec(String(text))?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('the desk ended before it listened')));
  });
  return { child, address: `http://127.0.0.1:${port}` };
}

async function ask<Data>(address: string, query: string, variables: object): Promise<Data | null> {
  addresses += 1;
  try {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-web-key': testSettings.PROTECTION_WEB_KEY,
        'x-client-address': `10.0.${addresses >> 8}.${addresses & 255}`,
        'x-device': aDevice(),
        connection: 'close',
      },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { data: Data }).data;
  } catch {
    // Killed: no answer.
    return null;
  }
}

const discloseHarm = 'mutation ($input: DiscloseHarmInput!) { discloseHarm(input: $input) { isTakenIn } }';
const caseByReceipt =
  'query ($receipt: String!) { caseByReceipt(receipt: $receipt) { case { state } problems { code } } }';

it(
  `killed in ${rounds} rounds of submissions: every acknowledged receipt opens, no case without keys, no key without case`,
  { timeout: 1_200_000 },
  async () => {
    const acknowledged: string[] = [];
    const retried: object[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { child, address } = await startDesk();
      let isOver = false;
      const senders = [0, 1, 2].map(async () => {
        while (!isOver) {
          const input = disclosure();
          const data = await ask<{ discloseHarm: { isTakenIn: boolean } }>(address, discloseHarm, { input });
          if (data?.discloseHarm?.isTakenIn) acknowledged.push(input.receipt);
          else retried.push(input);
        }
      });
      // In each round another number of answers is waited for, then another moment of the next submission.
      const enough = acknowledged.length + (round % 6);
      while (acknowledged.length < enough) await pause(5);
      await pause((round * 7) % 40);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      isOver = true;
      await Promise.all([gone, ...senders]);
    }
    const inTime = acknowledged.length;
    const { child, address } = await startDesk();
    // What a phone did not hear back is sent again: the same report, once.
    for (const input of retried) {
      const data = await ask<{ discloseHarm: { isTakenIn: boolean } }>(address, discloseHarm, { input });
      expect(data?.discloseHarm.isTakenIn).toBe(true);
      acknowledged.push((input as { receipt: string }).receipt);
    }
    for (const receipt of acknowledged) {
      const data = await ask<{ caseByReceipt: { case: object | null } }>(address, caseByReceipt, { receipt });
      expect(data?.caseByReceipt.case).toEqual({ state: 'RECEIVED' });
    }
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(inTime).toBeGreaterThan(2 * rounds);
    const orphans = await orphansIn(directory);
    console.log(`${inTime} receipts acknowledged before a kill, ${retried.length} sent again after it`);
    expect(orphans).toEqual({ withoutKeys: 0, withoutCase: 0, cases: acknowledged.length, isInOrder: true });
  },
);

async function orphansIn(at: string) {
  const { openDatabase, verifyAudit } = await import('@samleng/server');
  const { migrations } = await import('../migrations/index.ts');
  const { entities } = await import('../entities.ts');
  const database = await openDatabase({ entities, migrations, directory: at });
  const em = database.orm.em.fork();
  const count = async (sql: string) => Number((await em.execute<{ n: number }[]>(sql))[0]!.n);
  const orphans = {
    withoutKeys: await count(
      `select count(*) n from cases c where not exists (select 1 from case_keys k where k.case_id = c.id)
        or not exists (select 1 from receipts r where r.case_id = c.id)
        or not exists (select 1 from case_items i where i.case_id = c.id)`,
    ),
    withoutCase: await count(
      `select count(*) n from (select case_id from case_keys union select case_id from receipts union select case_id from case_items) k
        where not exists (select 1 from cases c where c.id = k.case_id)`,
    ),
    cases: await count('select count(*) n from cases'),
    isInOrder: (await verifyAudit(em as never)).ok,
  };
  await database.close();
  return orphans;
}
