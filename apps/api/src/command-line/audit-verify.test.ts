import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { appendAudit, openDatabase } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../migrations/index.ts';

const run = promisify(execFile);
const command = fileURLToPath(new URL('./audit-verify.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-audit-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

type Ended = { code: number; out: string; err: string };

async function verify(...options: string[]): Promise<Ended> {
  const environment: NodeJS.ProcessEnv = { ...process.env, DATA_DIRECTORY: join(directory, 'data') };
  delete environment['DATABASE_URL'];
  try {
    const { stdout, stderr } = await run(
      process.execPath,
      ['--import', '@oxc-node/core/register', command, ...options],
      { cwd: root, env: environment },
    );
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** Works on the database the command reads; it is closed in between, for one process has it at a time. */
async function inDatabase(work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>) {
  const database = await openDatabase({ entities: [], migrations, directory: join(directory, 'data') });
  await database.migrate();
  await work(database);
  await database.close();
}

describe('pnpm audit:verify', () => {
  it('prints the head, and tells a changed entry and a head that is no more', async () => {
    await inDatabase(async ({ orm }) => {
      for (const subjectId of ['one', 'two'])
        await orm.em.fork().transactional((em) =>
          appendAudit(em, {
            occurredAt: new Date('2026-11-23T01:30:00Z'),
            actorId: null,
            deed: 'routeIssue',
            subjectType: 'Issue',
            subjectId,
          }),
        );
    });
    const fine = await verify();
    expect([fine.code, fine.err]).toEqual([0, '']);
    const head = /^The audit is in order: 2 entries\.\nHead: (2:[0-9a-f]{64})\n$/.exec(fine.out)?.[1];
    expect(head).toBeDefined();
    expect((await verify('--head', head!)).code).toBe(0);
    expect(await verify('--head', `2:${'0'.repeat(64)}`)).toMatchObject({
      code: 1,
      err: 'The audit is NOT in order: entry 2 is another one than the given head names.\n',
    });
    expect((await verify('--head', 'the last one')).code).toBe(2);

    await inDatabase(async ({ orm }) => {
      const em = orm.em.fork();
      await em.execute('alter table audit_entries disable trigger all');
      await em.execute(`update audit_entries set subject_id = 'three' where sequence = 1`);
      await em.execute('alter table audit_entries enable trigger all');
    });
    expect(await verify()).toEqual({
      code: 1,
      out: '',
      err: 'The audit is NOT in order: entry 1 is not what was written.\n',
    });
  });
});
