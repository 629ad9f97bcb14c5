import 'reflect-metadata';
import { systemClock } from '@samleng/kernel';
import { type DatabaseEntityManager, DirectoryInUse, openDatabase, SettingsRefused } from '@samleng/server';
import { readDatabaseSettings } from '../config.ts';
import { entities } from '../entities.ts';
import { clearDemo } from '../seeds/demo/clear-demo.ts';

const help = `pnpm demo:clear

Empties a demo: concerns, issues, polls, clubs, meetings and all else that was invented. Places, offices,
routing, help numbers and the demo's accounts stay, so that one can begin. It is not filled again.

Stop the product first. DATABASE_URL names a PostgreSQL server; without it the embedded database in
DATA_DIRECTORY is used. Refused with MODE=live, and on a database where anybody else has an account.
Exit: 0 emptied, 1 the database could not be used, 2 refused.`;

if (process.argv.length > 2) end(process.argv[2] === '--help' ? 0 : 2, help);
if (process.env['MODE'] === 'live' || process.env['SAMLENG_MODE'] === 'live')
  end(2, 'This is no demo: MODE is live. Nothing was changed.');
const database = await open();
try {
  const emptied = await clearDemo(database.orm.em.fork() as DatabaseEntityManager, systemClock);
  if (emptied === null) {
    console.error('This is no demo: others than the people of the demo have accounts. Nothing was changed.');
    process.exitCode = 2;
  } else console.log(`The demo is empty: ${emptied} tables.`);
} finally {
  await database.close();
}

async function open() {
  try {
    const settings = readDatabaseSettings(process.env);
    return await openDatabase({
      entities,
      migrations: [],
      url: settings.DATABASE_URL,
      directory: settings.DATA_DIRECTORY,
      applicationName: 'samleng-demo-clear',
    });
  } catch (error) {
    if (error instanceof DirectoryInUse || error instanceof SettingsRefused) return end(1, error.message);
    throw error;
  }
}

function end(code: number, message: string): never {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}
