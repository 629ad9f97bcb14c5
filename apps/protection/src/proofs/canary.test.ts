import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '@samleng/kernel';
import {
  createLog,
  type DatabaseEntityManager,
  embeddedClient,
  openDatabase,
  sealEnvelope,
} from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../entities.ts';
import { phonePurpose } from '../features/cases/index.ts';
import { makeLastWeeksReport } from '../features/oversight/access-report.ts';
import { exportAuditHead } from '../features/oversight/audit-heads.ts';
import { migrations } from '../migrations/index.ts';
import { newBreakGlass } from '../sealing/break-glass.ts';
import { createServer, requestOfService } from '../server.ts';
import { aCase, comeBack, disclosure, takeNewCode, write } from '../testing/child.ts';
import { deed, open } from '../testing/desk.ts';
import { aPerson, lvea } from '../testing/people.ts';
import { spellings, tracesIn } from '../testing/traces.ts';
import { quickStretch } from '../testing/quick-stretch.ts';
import { aDevice, aKey, fridayMorning, testSettings, type World } from '../testing/world.ts';

/** Put into every input; found nowhere. Twice, since what stands once could be cut apart by a block's edge. */
const canary = 'ទន្លេខៀវ៧១kingfisher71';
const receiptCanary = '7171717171710001';
const freshReceipt = '7171717171710002';
const passphrase = 'a kingfisher71 over the blue river';

let directory: string;
let world: World;
const logged: string[] = [];

// The files of the embedded database are what somebody finds who takes the disk.
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-canary-'));
  const clock = movableClock(fridayMorning);
  const log = createLog({
    name: 'protection',
    level: 'debug',
    destination: { write: (line: string) => void logged.push(line) },
  });
  const database = await openDatabase({ entities, migrations, directory: join(directory, 'desk') });
  await database.migrate();
  const breakGlass = newBreakGlass();
  const { http, service } = await createServer({
    database,
    clock,
    settings: testSettings,
    log,
    breakGlassPublicKey: breakGlass.publicKey,
    stretchReceipt: quickStretch,
  });
  const { port } = await http.listen();
  const address = `http://127.0.0.1:${port}`;
  world = {
    database,
    clock,
    settings: testSettings,
    service,
    address,
    logged,
    breakGlassLines: breakGlass.lines,
    em: () => database.orm.em.fork() as DatabaseEntityManager,
    request: () => requestOfService(service, database),
    async ask(query, variables = {}, as = {}) {
      const response = await fetch(`${address}/graphql?${as.address ?? ''}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'kingfisher71',
          ...(as.session && { authorization: `Session ${as.session}` }),
          ...(as.device && { 'x-device': as.device }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const body = JSON.parse(text) as { data: never; errors?: never };
      return { status: response.status, data: body.data ?? (null as never), errors: body.errors ?? [], text };
    },
    end: () => http.close(),
  };
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe('what a child wrote', () => {
  it(
    'is found nowhere: not in the files, a dump, the log or an exported head',
    { timeout: 300_000 },
    async () => {
      const phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
      const { id } = await aCase(world, {
        receipt: receiptCanary,
        text: `${canary} hits me ${canary}`,
        alias: canary,
        callback: canary,
        villageCode: lvea.village,
      });
      const sealed = Buffer.from(
        sealEnvelope(
          Buffer.from(JSON.stringify(disclosure({ text: canary }))),
          world.service.deskKeys.publicKey,
          phonePurpose,
        ),
      ).toString('base64');
      await world.ask(
        'mutation ($input: SealedInput!) { discloseSealed(input: $input) { isTakenIn } }',
        { input: { sealed } },
        { device: aDevice() },
      );
      await write(world, receiptCanary, canary);
      await open(world, phalla, id);
      await deed(world, phalla, 'triageCase', {
        caseId: id,
        urgency: 'HIGH',
        danger: 'NO',
        kind: 'OTHER',
        note: canary,
      });
      await deed(world, phalla, 'replyToChild', { caseId: id, idempotencyKey: aKey(), text: canary });
      await deed(world, phalla, 'addNote', { caseId: id, idempotencyKey: aKey(), text: canary });
      await world.ask(
        `mutation ($input: ReferCaseInput!) { referCase(input: $input) { file { name } problems { code } } }`,
        { input: { caseId: id, receiver: 'HEALTH', summary: canary, handsOnWords: true, hasAssent: true } },
        phalla,
      );
      expect((await takeNewCode(world, receiptCanary, freshReceipt)).case?.messages).toHaveLength(2);
      // Wrong ways in: a broken operation, a wrong type, an unknown field, a wrong passphrase, a body too large.
      await world.ask(`{ ${canary} }`, {}, { address: canary });
      await world.ask('mutation ($input: DiscloseHarmInput!) { discloseHarm(input: $input) { isTakenIn } }', {
        input: { text: canary, receipt: [canary], [canary]: canary },
      });
      await world.ask('mutation ($input: SignInInput!) { signIn(input: $input) { problems { code } } }', {
        input: { name: canary, passphrase },
      });
      await world.ask('mutation { discloseHarm }', { text: canary.repeat(5_000) }).catch(() => undefined);
      await deed(world, phalla, 'closeCase', { caseId: id, closing: 'HELPED', note: canary });
      expect((await comeBack(world, freshReceipt)).case?.state).toBe('CLOSED');
      await makeLastWeeksReport(world.request());
      await exportAuditHead(world.request(), join(directory, 'heads'));

      const dump = await dumpOf(world);
      expect(dump.length).toBeGreaterThan(1_000);
      const archive = Buffer.from(
        await (await (await embeddedClient(world.database.orm)).dumpDataDir('none')).arrayBuffer(),
      );
      await world.end();
      const phrases = [canary, 'kingfisher71', receiptCanary, freshReceipt, passphrase];
      const traces = [
        ...tracesIn('the dump', Buffer.from(dump), phrases),
        ...tracesIn('the backup of the directory', archive, phrases),
        ...tracesIn('the log', Buffer.from(logged.join('')), phrases),
      ];
      let files = 0;
      for (const entry of await readdir(directory, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) {
          files += 1;
          traces.push(...tracesIn(entry.name, await readFile(join(entry.parentPath, entry.name)), phrases));
        }
      expect(files).toBeGreaterThan(100);
      expect(logged.length).toBeGreaterThan(10);
      expect(traces).toEqual([]);
    },
  );

  it('would be found, were it there', () => {
    for (const { bytes } of spellings(canary)) {
      const somewhere = Buffer.concat([Buffer.alloc(1_000, 'x'), bytes, Buffer.alloc(10)]);
      expect(tracesIn('here', somewhere, [canary]).length).toBeGreaterThan(0);
    }
    const line = Buffer.from(Buffer.from(`xx${canary}yy`).toString('base64'));
    expect(tracesIn('here', line, [canary])).toHaveLength(1);
  });
});

/** Every row of every table, as text. */
async function dumpOf({ em }: World): Promise<string> {
  const tables = await em().execute<{ name: string }[]>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await em().execute<{ row: string }[]>(`select to_jsonb(t)::text as row from ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join('\n');
}
