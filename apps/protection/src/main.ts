import 'reflect-metadata';
import { join } from 'node:path';
import { systemClock } from '@samleng/kernel';
import { createLog, openDatabase, shutdownOnSignals } from '@samleng/server';
import { openBreakGlassKey } from './break-glass-key.ts';
import { readProtectionSettings } from './config.ts';
import { entities } from './entities.ts';
import { requireReceivers } from './features/roster/index.ts';
import { watchAudit } from './features/oversight/index.ts';
import { startDeskJobs } from './jobs/start-desk-jobs.ts';
import { migrations } from './migrations/index.ts';
import { seedDemoDesk } from './seeds/demo-desk.ts';
import { createServer, requestOfService } from './server.ts';

const settings = readProtectionSettings(process.env);
const log = createLog({ name: 'protection', level: settings.LOG_LEVEL });
const database = await openDatabase({
  entities,
  migrations,
  url: settings.PROTECTION_DATABASE_URL,
  directory: settings.DATA_DIRECTORY,
  applicationName: 'samleng-protection',
});
await database.migrate();
const breakGlassPublicKey = await openBreakGlassKey(settings);
const { http, service } = await createServer({
  database,
  clock: systemClock,
  settings,
  log,
  breakGlassPublicKey,
});
if (settings.MODE === 'demo') await seedDemoDesk(requestOfService(service, database));
else
  await requireReceivers(requestOfService(service, database)).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
if (service.stretchReceipt === null)
  log.warn({ event: 'intake closed', reason: 'RECEIPT_PEPPER is missing' });
const headDirectory = settings.AUDIT_HEAD_DIRECTORY ?? join(settings.DATA_DIRECTORY, 'audit-heads');
await watchAudit(requestOfService(service, database), headDirectory);
const jobs = await startDeskJobs(service, database, headDirectory);
shutdownOnSignals(async () => {
  await jobs.stop();
  await http.close();
}, log);
await http.listen();
