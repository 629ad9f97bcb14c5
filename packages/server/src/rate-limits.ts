import { createHmac, randomBytes } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import { CompiledQuery } from 'kysely';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DatabaseOrm } from './database.ts';

export type RateLimit = { points: number; seconds: number };
export type RateAnswer = { allowed: boolean; retryAfterSeconds: number };

export type RateLimits = {
  /**
   * Takes one of the points a key has in a time; refused when none is left. Call it before a transaction, not
   * inside one: the embedded database has one connection, and a count must stay when the transaction does not.
   *
   * @param name what is limited, for example `concerns-by-device`
   * @param key who is counted; only its hash is stored
   * @param limit.points so many in `limit.seconds`, counted from the first
   */
  take(name: string, key: string, limit: RateLimit): Promise<RateAnswer>;
  /** Gives one point back, for example of a try that turned out right: only wrong ones stay counted. */
  giveBack(name: string, key: string, limit: RateLimit): Promise<void>;
  /** Forgets what a key has taken, for example the wrong tries once the right one came. */
  forget(name: string, key: string, limit: RateLimit): Promise<void>;
};

const table = 'rate_limits';

class CountRateLimits extends Migration {
  override up(): void {
    // Unlogged: counts may be lost in a crash of the server, and are written at every request.
    this.addSql(`create unlogged table ${table} (
      key varchar(255) primary key, points integer not null default 0, expire bigint)`);
    this.addSql(`create index ${table}_expire on ${table} (expire)`);
  }

  override down(): void {
    this.addSql(`drop table ${table}`);
  }
}

/** The table of rate limits; put it into the service's list of migrations. */
export const rateLimitMigration = { name: 'count-rate-limits', class: CountRateLimits };

/**
 * Limits shared by all instances of a service through its database; while the database is away, each instance
 * counts in its own memory.
 *
 * @param options.secret under which keys are hashed: without it an address could be found by trying all. The
 *   same for every instance; when absent it is drawn, and instances count apart
 */
export function createRateLimits(
  orm: DatabaseOrm,
  options: { secret?: Uint8Array | string } = {},
): RateLimits {
  const secret = options.secret ?? randomBytes(32);
  const limiters = new Map<string, RateLimiterPostgres>();

  function limiterFor(name: string, { points, seconds }: RateLimit): RateLimiterPostgres {
    const rule = `${name}:${points}:${seconds}`;
    const before = limiters.get(rule);
    if (before) return before;
    const limiter = new RateLimiterPostgres({
      storeClient: storeOf(orm),
      storeType: 'client',
      tableName: table,
      tableCreated: true,
      // One of them clears for all.
      clearExpiredByTimeout: limiters.size === 0,
      keyPrefix: '',
      points,
      duration: seconds,
      // Whoever is over the limit is refused without asking the database again.
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: new RateLimiterMemory({ points, duration: seconds, keyPrefix: '' }),
    });
    limiters.set(rule, limiter);
    return limiter;
  }

  const hashed = (name: string, key: string) =>
    createHmac('sha256', secret).update(`${name}\u0000${key}`).digest('base64url');

  return {
    async take(name, key, limit) {
      try {
        await limiterFor(name, limit).consume(hashed(name, key));
        return { allowed: true, retryAfterSeconds: 0 };
      } catch (answer) {
        if (!(answer instanceof RateLimiterRes)) throw answer;
        return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(answer.msBeforeNext / 1_000)) };
      }
    },
    async giveBack(name, key, limit) {
      await limiterFor(name, limit).reward(hashed(name, key), 1);
    },
    async forget(name, key, limit) {
      await limiterFor(name, limit).delete(hashed(name, key));
    },
  };
}

/** The one method of a PostgreSQL client the library calls, on either database. */
function storeOf(orm: DatabaseOrm) {
  return {
    async query({ text, values = [] }: { text: string; values?: unknown[] }) {
      const { rows } = await orm.em.fork().getKysely().executeQuery(CompiledQuery.raw(text, values));
      return { rows, rowCount: rows.length };
    },
  };
}
