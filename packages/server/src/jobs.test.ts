import { Migration } from '@mikro-orm/migrations';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { enqueue, startJobs, type Jobs, type JobsOptions } from './jobs.ts';
import { startRealPostgres, type RealPostgres } from './testing/real-postgres.ts';

class AddNotes extends Migration {
  override up(): void {
    this.addSql('create table note (text text primary key)');
  }
}

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.stop());

const id = '019ab2c3-0000-7000-8000-000000000001';

describe.each(['embedded', 'postgres'] as const)('jobs (%s)', (kind) => {
  let database: Database;
  let jobs: Jobs | undefined;
  beforeAll(async () => {
    const where = kind === 'embedded' ? { memory: true } : { url: await postgres.createDatabase('jobs') };
    database = await openDatabase({
      entities: [],
      migrations: [{ name: 'add-notes', class: AddNotes }],
      ...where,
    });
    await database.migrate();
  });
  afterAll(() => database.close());
  afterEach(async () => {
    await jobs?.stop();
    jobs = undefined;
  });

  const start = async (options: Partial<JobsOptions> & Pick<JobsOptions, 'handlers'>) => {
    jobs = await startJobs(database, {
      isPaused: true,
      retries: { most: 1, firstAfterSeconds: 0 },
      ...options,
    });
    return jobs;
  };
  const inTransaction = <Value>(work: Parameters<Database['orm']['em']['transactional']>[0]) =>
    database.orm.em.fork().transactional(work) as Promise<Value>;

  it('run once the transaction that handed them in is kept', async () => {
    const seen: unknown[] = [];
    const { runNow } = await start({ handlers: { tell: async (data) => void seen.push(data) } });
    await inTransaction(async (tx) => {
      await tx.execute(`insert into note values ('kept')`);
      await enqueue(tx, 'tell', { issueId: id, count: 3 });
      if (kind === 'postgres') expect(await runNow()).toEqual({ done: 0, failed: 0 });
    });
    expect(await runNow()).toEqual({ done: 1, failed: 0 });
    expect(seen).toEqual([{ issueId: id, count: 3 }]);
    expect(await runNow()).toEqual({ done: 0, failed: 0 });
  });

  it('do not exist when it is not kept', async () => {
    const { runNow } = await start({ handlers: { tell: async () => undefined } });
    await expect(
      inTransaction(async (tx) => {
        await enqueue(tx, 'tell', { issueId: id });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await runNow()).toEqual({ done: 0, failed: 0 });
  });

  it('may hand in others, and write, in a transaction of their own', async () => {
    const { runNow } = await start({
      handlers: {
        first: () =>
          inTransaction(async (tx) => {
            await tx.execute(`insert into note values ('first')`);
            await enqueue(tx, 'second', { issueId: id });
          }),
        second: () =>
          inTransaction(async (tx) => void (await tx.execute(`insert into note values ('second')`))),
      },
    });
    await inTransaction((tx) => enqueue(tx, 'first', {}));
    expect(await runNow()).toEqual({ done: 2, failed: 0 });
    expect(
      await database.orm.em.fork().execute(`select text from note where text <> 'kept' order by 1`),
    ).toEqual([{ text: 'first' }, { text: 'second' }]);
  });

  it('are tried again, then laid among the dead letters without the words of the error', async () => {
    let tries = 0;
    const started = await start({
      handlers: {
        fail: async () => {
          tries += 1;
          throw new TypeError('CANARY');
        },
      },
    });
    await inTransaction((tx) => enqueue(tx, 'fail', { issueId: id }));
    // pauses grow from a second: pg-boss takes none shorter
    await expect
      .poll(async () => (await started.runNow(), started.deadLetters()), { timeout: 20_000, interval: 300 })
      .toBe(1);
    expect(tries).toBe(2);
    const kept = await database.orm.em.fork().execute<object[]>('select * from pgboss.job');
    expect(JSON.stringify(kept)).toContain('TypeError');
    expect(JSON.stringify(kept)).not.toContain('CANARY');
  });

  it('wait until the instant they are for', async () => {
    const { runNow } = await start({ handlers: { later: async () => undefined } });
    await inTransaction((tx) => enqueue(tx, 'later', {}, { after: new Date(Date.now() + 3_600_000) }));
    expect(await runNow()).toEqual({ done: 0, failed: 0 });
  });

  it('run by themselves', async () => {
    let seen = 0;
    await start({ handlers: { alone: async () => void (seen += 1) }, isPaused: false });
    await inTransaction((tx) => enqueue(tx, 'alone', {}));
    await expect.poll(() => seen, { timeout: 15_000 }).toBe(1);
  });

  it('carry ids and codes only, and belong into a transaction', async () => {
    await start({ handlers: { tell: async () => undefined } });
    for (const words of ['ខ្ញុំខ្លាច', 'two words', '1234567890123456', 'x'.repeat(65)]) {
      await expect(inTransaction((tx) => enqueue(tx, 'tell', { words }))).rejects.toThrow('words is neither');
    }
    await expect(enqueue(database.orm.em.fork(), 'tell', {})).rejects.toThrow('transaction');
  });

  it('are refused where nobody started them', async () => {
    await expect(inTransaction((tx) => enqueue(tx, 'tell', {}))).rejects.toThrow('startJobs');
  });

  it('keep to the schedules of now', async () => {
    const handlers = { daily: async () => undefined, weekly: async () => undefined };
    await start({
      handlers,
      schedules: [
        { name: 'daily', cron: '0 6 * * *' },
        { name: 'weekly', cron: '0 6 * * 1' },
      ],
    });
    await jobs!.stop();
    await start({ handlers, schedules: [{ name: 'daily', cron: '0 7 * * *' }] });
    expect(await database.orm.em.fork().execute('select name, cron, timezone from pgboss.schedule')).toEqual([
      { name: 'daily', cron: '0 7 * * *', timezone: 'Asia/Phnom_Penh' },
    ]);
  });
});
