import 'reflect-metadata';
import { createServer as createHttpServer } from 'node:http';
import { movableClock } from '@samleng/kernel';
import { createLog, embeddedClient, openDatabase } from '@samleng/server';
import { readApiSettings } from '../../apps/api/src/config.ts';
import { entities } from '../../apps/api/src/entities.ts';
import { escalateUnanswered } from '../../apps/api/src/features/assignments/index.ts';
import { recountPolls } from '../../apps/api/src/features/polls/index.ts';
import { apiJobs } from '../../apps/api/src/jobs/start-api-jobs.ts';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { ensureFoundations, seedDemoWorld } from '../../apps/api/src/seeds/demo/index.ts';
import { createServer } from '../../apps/api/src/server.ts';
import { tracesIn } from '../../apps/protection/src/testing/traces.ts';
import { keepWorld } from './world.ts';

// The participation service with the demo world and a clock that journeys can move: the same parts as main.ts, and a
// second port on this machine only, for moving it. Nothing of the kind exists in the product.

const settings = readApiSettings(process.env);
const clock = movableClock(new Date());
const database = await openDatabase({ entities, migrations, memory: true });
await database.migrate();
const log = createLog({ name: 'api', level: settings.LOG_LEVEL, withErrorMessages: true });
const { http, service } = await createServer({ database, clock, settings, log });
await ensureFoundations(service, database);
await seedDemoWorld(service, database);
const putBack = await keepWorld(database);
const { port } = await http.listen();

/** What `pnpm poll:audit` finds of a poll; where tampered, with one of its ballots changed, and then put back. */
async function recount(pollId: string, isTampered: boolean) {
  const em = database.orm.em.fork();
  await em.begin();
  try {
    if (isTampered)
      await em.execute(
        `update counted_ballots set choice = (select max(choice) from counted_ballots where poll_id = ?)
          where ctid = (select ctid from counted_ballots where poll_id = ? order by choice limit 1)`,
        [pollId, pollId],
      );
    return await recountPolls({ em: em as never }, pollId);
  } finally {
    await em.rollback();
  }
}

/** Where words stand in this service's database after the night's wiping: in its rows, and in its directory as a backup takes it. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const em = database.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public'`,
  );
  await apiJobs['wipe-erased'].work({ ...service, em: em as never }, database);
  let rows = '';
  for (const { name } of tables) rows += JSON.stringify(await em.execute(`select * from ${name}`));
  const directory = await (await embeddedClient(database.orm)).dumpDataDir('none');
  return [
    ...tracesIn('the rows', Buffer.from(rows), words),
    ...tracesIn('the directory', Buffer.from(await directory.arrayBuffer()), words),
  ];
}

const control = createHttpServer((request, response) => {
  void (async () => {
    const { pathname, searchParams: wanted } = new URL(request.url ?? '/', 'http://here');
    if (pathname === '/begin') {
      await putBack();
      clock.moveTo(new Date());
    }
    const milliseconds =
      Number(wanted.get('days') ?? 0) * 86_400_000 + Number(wanted.get('seconds') ?? 0) * 1000;
    clock.advance(milliseconds);
    const em = database.orm.em.fork();
    // Limits count by the machine's own time: for them, too, so much has passed.
    if (milliseconds > 0)
      await em.execute('update rate_limits set expire = expire - ? where expire is not null', [milliseconds]);
    const went = request.url?.startsWith('/escalate')
      ? await escalateUnanswered({ ...service, em: em as never })
      : null;
    const poll = request.url?.startsWith('/recount') ? wanted.get('poll') : null;
    const recounted = poll ? await recount(poll, wanted.has('tampered')) : null;
    const traces = request.url?.startsWith('/traces') ? await tracesOf(wanted.getAll('of')) : null;
    response.end(JSON.stringify({ now: clock.now().toISOString(), went, recounted, traces }));
  })().catch((error: unknown) => {
    response.statusCode = 500;
    response.end(String(error));
  });
});
control.listen(0, '127.0.0.1', () => {
  process.send?.({ port, control: (control.address() as { port: number }).port });
});

process.on('SIGTERM', () => {
  control.close();
  void http.close().then(() => process.exit(0));
});
