import type { SqlEntityManager } from '@mikro-orm/sql';
import { fromKysely, fromPglite, PgBoss, type Job, type QueueOptions } from 'pg-boss';
import { embeddedClient } from './database-embedded.ts';
import { postgresUrl } from './database-postgres.ts';
import type { Database } from './database.ts';
import { errorFacts } from './error-facts.ts';
import { checkPayload, type JobPayload } from './job-payload.ts';
import type { Log } from './logs.ts';

export type JobHandler = (data: JobPayload) => Promise<void>;

export type JobSchedule = {
  /** A job that has a handler. */
  name: string;
  /** Minute, hour, day, month, weekday: `0 6 * * 1`. */
  cron: string;
  data?: JobPayload;
  /** Default: Asia/Phnom_Penh. */
  timeZone?: string;
};

export type JobsOptions = {
  /** What each job does. It may run twice (a process killed after the deed, before its note): make it harmless. */
  handlers: Record<string, JobHandler>;
  schedules?: readonly JobSchedule[];
  /** Jobs this process hands in without doing them. */
  alsoEnqueued?: readonly string[];
  /** Jobs wait until `runNow` is called, so that tests decide when. */
  isPaused?: boolean;
  log?: Log;
  /** Tries after the first, and seconds before the second (doubling from there, at most an hour). */
  retries?: { most: number; firstAfterSeconds: number };
};

export type Jobs = {
  /** Does all jobs that are due, also those they hand in; gives how many ended well and how many failed. */
  runNow(): Promise<{ done: number; failed: number }>;
  /** How many jobs failed for good and wait for somebody to look. */
  deadLetters(): Promise<number>;
  /** Stops taking jobs, lets running ones end. */
  stop(): Promise<void>;
};

const deadLetterQueue = 'dead_letters';
/** Each running service's queue, found by the driver that all its entity managers share. */
const running = new WeakMap<object, PgBoss>();

/**
 * Starts the jobs of a service in its own database (pg-boss, schema `pgboss`). A job that fails is tried again
 * five times with growing pauses, then laid among the dead letters. What is kept of an error is its type and
 * place, not its words.
 */
export async function startJobs(database: Database, options: JobsOptions): Promise<Jobs> {
  const boss = await createBoss(database);
  boss.on('error', (error: unknown) => options.log?.error({ err: error }, 'jobs failed'));
  await boss.start();
  const names = [...new Set([...Object.keys(options.handlers), ...(options.alsoEnqueued ?? [])])];
  try {
    await prepareQueues(boss, names, options.retries ?? { most: 5, firstAfterSeconds: 5 });
    await prepareSchedules(boss, options.schedules ?? []);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const driver = database.orm.em.getDriver();
  running.set(driver, boss);

  async function work(job: Job<JobPayload>): Promise<void> {
    try {
      await options.handlers[job.name]!(job.data ?? {});
    } catch (error) {
      options.log?.error(
        { err: error, job: job.name, jobId: job.id, attempt: job.retryCount + 1 },
        'job failed',
      );
      throw withoutWords(error);
    }
  }
  if (!options.isPaused) {
    for (const name of Object.keys(options.handlers)) {
      await boss.work<JobPayload>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job) await work(job);
      });
    }
  }

  return {
    async runNow() {
      const count = { done: 0, failed: 0 };
      for (let ran = true; ran;) {
        ran = false;
        for (const name of Object.keys(options.handlers)) {
          for (const job of await boss.fetch<JobPayload>(name, { batchSize: 100 })) {
            ran = true;
            try {
              await work(job);
              await boss.complete(name, job.id);
              count.done += 1;
            } catch (error) {
              await boss.fail(name, job.id, error as object);
              count.failed += 1;
            }
          }
        }
      }
      return count;
    },
    async deadLetters() {
      return (await boss.findJobs(deadLetterQueue, {})).length;
    },
    async stop() {
      if (running.get(driver) === boss) running.delete(driver);
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/**
 * Hands in a job inside the caller's transaction: it exists when the transaction is kept, and not otherwise.
 *
 * @param data ids, codes and numbers: the job reads the rest when it runs
 * @param options.after not before this instant
 * @throws Error when called outside a transaction, or with words in the data
 */
export async function enqueue(
  em: SqlEntityManager,
  name: string,
  data: JobPayload,
  options: { after?: Date } = {},
): Promise<void> {
  if (!em.isInTransaction()) throw new Error('enqueue belongs into the transaction of its deed.');
  const boss = running.get(em.getDriver());
  if (!boss) throw new Error('enqueue needs startJobs on this database.');
  checkPayload(name, data);
  await boss.send(name, data, {
    db: fromKysely(em.getKysely()),
    ...(options.after ? { startAfter: options.after } : {}),
  });
}

async function createBoss(database: Database): Promise<PgBoss> {
  if (database.kind === 'embedded') {
    return new PgBoss({ db: fromPglite(await embeddedClient(database.orm)), backend: 'pglite' });
  }
  return new PgBoss({
    connectionString: postgresUrl(database.orm),
    application_name: 'samleng jobs',
    max: 3,
    options: '-c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=30000',
  });
}

async function prepareQueues(
  boss: PgBoss,
  names: readonly string[],
  retries: { most: number; firstAfterSeconds: number },
): Promise<void> {
  const queue: QueueOptions & { deadLetter: string } = {
    deadLetter: deadLetterQueue,
    retryLimit: retries.most,
    retryDelay: retries.firstAfterSeconds,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: 300,
    deleteAfterSeconds: 7 * 86_400,
  };
  await boss.createQueue(deadLetterQueue, { retryLimit: 0, retentionSeconds: 90 * 86_400 });
  for (const name of names) {
    await boss.createQueue(name, queue);
    await boss.updateQueue(name, queue);
  }
  // Asked about once now, a queue is known: inside a transaction on the one embedded connection the question
  // would wait for the transaction, and the transaction for its answer.
  for (const name of [deadLetterQueue, ...names]) await boss.findJobs(name, { id: nobody });
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function prepareSchedules(boss: PgBoss, schedules: readonly JobSchedule[]): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!schedules.some((schedule) => schedule.name === name)) await boss.unschedule(name);
  }
  for (const { name, cron, data, timeZone } of schedules) {
    checkPayload(name, data ?? {});
    await boss.schedule(name, cron, data ?? {}, { tz: timeZone ?? 'Asia/Phnom_Penh' });
  }
}

/** pg-boss stores the error with the job: it gets one without its message. */
function withoutWords(error: unknown): Error {
  const { type, code, frames } = errorFacts(error);
  const bare = new Error(code ? `${type} ${code}` : type);
  bare.stack = frames.join('\n');
  return bare;
}
