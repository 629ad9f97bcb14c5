import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeBackLater } from './come-back-later.ts';
import { openDatabase } from './database.ts';
import { type DirectLines, openDirectLines } from './direct-lines.ts';
import { queryDirectly, writeDirectly } from './direct-query.ts';
import { startRealPostgres, type RealPostgres } from './testing/real-postgres.ts';

let postgres: RealPostgres;
let url: string;
beforeAll(async () => {
  postgres = await startRealPostgres();
  url = await postgres.createDatabase('lines');
});
afterAll(() => postgres.stop());

const asked = (lines: DirectLines, text: string, values: readonly unknown[] = []) =>
  lines.query({ name: createHash('sha1').update(text).digest('hex'), text }, values);
const codeOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'fulfilled' ? 'done' : String((outcome.reason as { code?: unknown }).code);

describe('direct lines', () => {
  it('do each statement for itself: of many sent together only the failing one fails', async () => {
    const lines = openDirectLines({ connectionString: url }, 1);
    await asked(lines, 'create table kept (id int primary key)');
    const outcomes = await Promise.allSettled(
      [1, 2, 2, 3].map((id) => asked(lines, 'insert into kept values ($1) returning id', [id])),
    );
    expect(outcomes.map(codeOf)).toEqual(['done', 'done', '23505', 'done']);
    expect(await asked(lines, 'select id from kept order by id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    await lines.end();
  });

  it('end a statement at its time, and do the next one', async () => {
    const lines = openDirectLines({ connectionString: url, statement_timeout: 200 }, 1);
    const outcomes = await Promise.allSettled([
      asked(lines, 'select pg_sleep(5)'),
      asked(lines, 'select 1 as one'),
    ]);
    expect(outcomes.map(codeOf)).toEqual(['57014', 'done']);
    expect(comeBackLater((outcomes[0] as PromiseRejectedResult).reason)?.code).toBe('TOO_BUSY');
    await lines.end();
  });

  it('refuse what comes when a hundred wait already, and then go on', async () => {
    const lines = openDirectLines({ connectionString: url, statement_timeout: 500 }, 1);
    const outcomes = await Promise.allSettled([
      asked(lines, 'select pg_sleep(5)'),
      ...Array.from({ length: 100 }, () => asked(lines, 'select 1 as one')),
    ]);
    expect(outcomes.slice(1, 100).map(codeOf)).toEqual(Array(99).fill('done'));
    const last = outcomes[100] as PromiseRejectedResult;
    expect(last.reason).toMatchObject({ name: 'TooBusy' });
    expect(comeBackLater(last.reason)?.code).toBe('TOO_BUSY');
    expect(await asked(lines, 'select 1 as one')).toEqual([{ one: 1 }]);
    await lines.end();
  });

  it('tell all whose line breaks in the middle to come back, and open another', async () => {
    const lines = openDirectLines({ connectionString: url }, 1);
    const [{ pid }] = (await asked(lines, 'select pg_backend_pid() as pid')) as [{ pid: number }];
    const under = Promise.allSettled([
      asked(lines, 'select pg_sleep(5)'),
      asked(lines, 'insert into kept values (100)'),
    ]);
    const other = openDirectLines({ connectionString: url }, 1);
    await expect
      .poll(() =>
        asked(other, `select count(*)::int as n from pg_stat_activity where pid = $1 and state = 'active'`, [
          pid,
        ]),
      )
      .toEqual([{ n: 1 }]);
    await asked(other, 'select pg_terminate_backend($1)', [pid]);
    for (const outcome of await under)
      expect(comeBackLater((outcome as PromiseRejectedResult).reason)?.code).toBe('UNAVAILABLE');
    expect(await asked(lines, 'select count(*)::int as n from kept where id = 100')).toEqual([{ n: 0 }]);
    await Promise.all([lines.end(), other.end()]);
  });

  it('leave a line whose prepared statements no longer fit the tables', async () => {
    const lines = openDirectLines({ connectionString: url }, 1);
    await asked(lines, 'create table changing (id int)');
    await asked(lines, 'select * from changing');
    await asked(lines, 'alter table changing add more int');
    await expect(asked(lines, 'select * from changing')).rejects.toMatchObject({ code: '0A000' });
    expect(await asked(lines, 'select * from changing')).toEqual([]);
    await lines.end();
  });

  it('are gone when the database is closed', async () => {
    const lines = openDirectLines({ connectionString: url }, 1);
    await asked(lines, 'select 1 as one');
    await lines.end();
    await expect(asked(lines, 'select 1 as one')).rejects.toMatchObject({ name: 'DatabaseClosed' });
  });
});

describe('asking directly', () => {
  it('inside a transaction goes the transaction’s way: seen there, gone when it is rolled back', async () => {
    const database = await openDatabase({ entities: [], migrations: [], url });
    const em = database.orm.em.fork();
    const count = 'select count(*)::int as n from kept where id >= ?';
    const work = em.transactional(async (inside) => {
      await writeDirectly(inside as typeof em, 'insert into kept values (?)', [1000]);
      expect(await queryDirectly(inside as typeof em, count, [1000])).toEqual([{ n: 1 }]);
      expect(await queryDirectly(em, count, [1000])).toEqual([{ n: 0 }]);
      throw new Error('not after all');
    });
    await expect(work).rejects.toThrow('not after all');
    expect(await queryDirectly(em, count, [1000])).toEqual([{ n: 0 }]);
    await writeDirectly(em, 'insert into kept values (?)', [1000]);
    expect(await queryDirectly(em, count, [1000])).toEqual([{ n: 1 }]);
    await database.close();
  });
});
