import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { createRateLimits, rateLimitMigration } from './rate-limits.ts';
import { startRealPostgres, type RealPostgres } from './testing/real-postgres.ts';

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.stop());

const limit = { points: 5, seconds: 3_600 };

describe.each(['embedded', 'postgres'] as const)('rate limits (%s)', (kind) => {
  let database: Database;
  beforeAll(async () => {
    const where = kind === 'embedded' ? { memory: true } : { url: await postgres.createDatabase('rates') };
    database = await openDatabase({ entities: [], migrations: [rateLimitMigration], ...where });
    await database.migrate();
  });
  afterAll(() => database.close());

  const taken = async (times: number, take: () => Promise<{ allowed: boolean }>) => {
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push((await take()).allowed);
    return answers;
  };

  it('allow so many and no more, each key for itself', async () => {
    const limits = createRateLimits(database.orm, { secret: 'a' });
    const answers = await taken(7, () => limits.take('concerns', 'device 1', limit));
    expect(answers).toEqual([true, true, true, true, true, false, false]);
    const { retryAfterSeconds } = await limits.take('concerns', 'device 1', limit);
    expect(retryAfterSeconds).toBeGreaterThan(3_500);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3_600);
    expect(await limits.take('concerns', 'device 2', limit)).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await limits.take('receipts', 'device 1', limit)).toEqual({ allowed: true, retryAfterSeconds: 0 });
  });

  it('are shared by instances', async () => {
    const [one, two] = [
      createRateLimits(database.orm, { secret: 'a' }),
      createRateLimits(database.orm, { secret: 'a' }),
    ];
    expect(await taken(3, () => one.take('shared', 'device', limit))).toEqual([true, true, true]);
    expect(await taken(3, () => two.take('shared', 'device', limit))).toEqual([true, true, false]);
  });

  it('let no more than the limit through at once', async () => {
    const limits = createRateLimits(database.orm, { secret: 'a' });
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => limits.take('burst', 'device', limit)),
    );
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(5);
  });

  it('begin again when forgotten', async () => {
    const limits = createRateLimits(database.orm, { secret: 'a' });
    await taken(6, () => limits.take('sign-ins', 'account', limit));
    await limits.forget('sign-ins', 'account', limit);
    expect((await limits.take('sign-ins', 'account', limit)).allowed).toBe(true);
  });

  it('begin again when the time is over', async () => {
    const limits = createRateLimits(database.orm, { secret: 'a' });
    const short = { points: 1, seconds: 1 };
    expect(await taken(2, () => limits.take('short', 'device', short))).toEqual([true, false]);
    await expect
      .poll(async () => (await limits.take('short', 'device', short)).allowed, {
        timeout: 5_000,
        interval: 200,
      })
      .toBe(true);
  });

  it('store no key that can be read', async () => {
    const limits = createRateLimits(database.orm, { secret: 'a' });
    await limits.take('addresses', '203.0.113.7', limit);
    const rows = await database.orm.em.fork().execute<Array<{ key: string }>>('select key from rate_limits');
    expect(rows.every(({ key }) => /^[\w-]{43}$/.test(key))).toBe(true);
  });
});

it('rate limits hold in memory while the database is away', async () => {
  const database = await openDatabase({ entities: [], migrations: [], memory: true });
  // the table was never made: every question to the store fails
  const limits = createRateLimits(database.orm);
  const answers = await Promise.all(Array.from({ length: 7 }, () => limits.take('away', 'device', limit)));
  expect(answers.filter(({ allowed }) => allowed)).toHaveLength(5);
  await database.close();
  expect((await limits.take('away', 'device', limit)).allowed).toBe(false);
});
