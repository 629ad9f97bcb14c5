import 'reflect-metadata';
import { createServer as createHttpServer } from 'node:http';
import { movableClock } from '@samleng/kernel';
import { createLog, openDatabase } from '@samleng/server';
import { openBreakGlassKey } from '../../apps/protection/src/break-glass-key.ts';
import { readProtectionSettings } from '../../apps/protection/src/config.ts';
import { entities } from '../../apps/protection/src/entities.ts';
import { runTimers } from '../../apps/protection/src/features/cases/index.ts';
import { makeLastWeeksReport } from '../../apps/protection/src/features/oversight/index.ts';
import { openReferralDoors } from '../../apps/protection/src/features/referrals/index.ts';
import { migrations } from '../../apps/protection/src/migrations/index.ts';
import { seedDemoDesk } from '../../apps/protection/src/seeds/demo-desk.ts';
import { createServer, requestOfService } from '../../apps/protection/src/server.ts';
import { keepWorld } from './world.ts';

// The protection desk with the people of the demo and a clock that journeys can move: the same parts as main.ts, and
// a second port on this machine only. Nothing of the kind exists in the product.
//
//   /?seconds=31&days=7   moves the clock forward; backwards with a minus
//   /?at=2026-11-20T02:00:00Z   sets it
//   /begin                puts the rows of the demo back, and the clock
//   /timers, /report      also runs the timers, or makes last week's access report
//   /damage?case=…        turns one byte of what is stored of a case
//   /connect?PRIMERO_URL=…   connects national case systems as these settings say; none without

const settings = readProtectionSettings(process.env);
const clock = movableClock(new Date());
const database = await openDatabase({ entities, migrations, memory: true });
await database.migrate();
const { http, service } = await createServer({
  database,
  clock,
  settings,
  log: createLog({ name: 'protection', level: settings.LOG_LEVEL, withErrorMessages: true }),
  breakGlassPublicKey: await openBreakGlassKey(settings),
});
const request = () => requestOfService(service, database);
await seedDemoDesk(request());
const putBack = await keepWorld(database);
const { port } = await http.listen();

/** Turns one bit of the first thing stored of a case, as whoever owns the disk could. */
async function turnByte(caseId: string): Promise<void> {
  const em = database.orm.em.fork();
  const [item] = await em.execute<{ id: string; sealed: string }[]>(
    'select id, sealed from case_items where case_id = ? order by sequence limit 1',
    [caseId],
  );
  const bytes = Buffer.from(item!.sealed, 'base64');
  bytes[200]! ^= 1;
  await em.execute('update case_items set sealed = ? where id = ?', [bytes.toString('base64'), item!.id]);
}

const control = createHttpServer((incoming, response) => {
  void (async () => {
    const { pathname, searchParams: wanted } = new URL(incoming.url ?? '/', 'http://here');
    if (pathname === '/begin') {
      await putBack();
      clock.moveTo(new Date());
    }
    const at = wanted.get('at');
    if (at !== null) clock.moveTo(new Date(at));
    const milliseconds =
      Number(wanted.get('days') ?? 0) * 86_400_000 + Number(wanted.get('seconds') ?? 0) * 1000;
    clock.advance(milliseconds);
    // Limits count by the machine's own time: for them, too, so much has passed.
    if (milliseconds > 0)
      await database.orm.em
        .fork()
        .execute('update rate_limits set expire = expire - ? where expire is not null', [milliseconds]);
    if (pathname === '/timers') await runTimers(request());
    if (pathname === '/report') await makeLastWeeksReport(request());
    if (pathname === '/damage') await turnByte(wanted.get('case') ?? '');
    if (pathname === '/connect')
      Object.assign(service, { doors: openReferralDoors({ ...settings, ...Object.fromEntries(wanted) }) });
    response.end(JSON.stringify({ now: clock.now().toISOString() }));
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
