import 'reflect-metadata';
import { systemClock } from '@samleng/kernel';
import { createLog, type DatabaseEntityManager, openDatabase, shutdownOnSignals } from '@samleng/server';
import { readApiSettings } from './config.ts';
import { entities } from './entities.ts';
import { startApiJobs } from './jobs/start-api-jobs.ts';
import { watchAudit } from './jobs/watch-audit.ts';
import { migrations } from './migrations/index.ts';
import { ensureFoundations, seedDemoWorld } from './seeds/demo/index.ts';
import { createServer } from './server.ts';

const settings = readApiSettings(process.env);
const log = createLog({ name: 'api', level: settings.LOG_LEVEL });
const database = await openDatabase({
  entities,
  migrations,
  url: settings.DATABASE_URL,
  directory: settings.DATA_DIRECTORY,
  applicationName: 'samleng-api',
});
await database.migrate();
const { http, service } = await createServer({ database, clock: systemClock, settings, log });
await ensureFoundations(service, database);
if (settings.MODE === 'demo') await seedDemoWorld(service, database);
await watchAudit({ ...service, em: database.orm.em.fork() as DatabaseEntityManager });
const jobs = await startApiJobs(service, database);
shutdownOnSignals(async () => {
  await jobs.stop();
  await http.close();
}, log);
await http.listen();
