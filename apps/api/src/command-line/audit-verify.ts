import { parseArgs } from 'node:util';
import {
  type AuditFault,
  type AuditHead,
  type DatabaseEntityManager,
  DirectoryInUse,
  openDatabase,
  SettingsRefused,
  verifyAudit,
} from '@samleng/server';
import { readDatabaseSettings } from '../config.ts';

const help = `pnpm audit:verify [--head NUMBER:HASH]

Reads the whole audit and checks that nothing in it was changed, removed, exchanged or written anew.
Prints its head, to be kept outside: what stands up to a kept head can no longer be rewritten unnoticed.

  --head NUMBER:HASH   also checks that the audit still holds this head, as an earlier run printed it

DATABASE_URL names a PostgreSQL server; without it the embedded database in DATA_DIRECTORY is read.
Exit: 0 in order, 1 not in order, 2 the command or the database was refused.`;

const faults: Readonly<Record<AuditFault, string>> = {
  MISSING: 'is missing',
  CHANGED: 'is not what was written',
  BROKEN_LINK: 'does not follow the one before it',
  HEAD_DIFFERS: 'is not what the head names',
  CUT_SHORT: 'is the last one, but there were more when the given head was kept',
  REWRITTEN: 'is another one than the given head names',
};

const { values } = readArguments();
if (values.help) end(0, help);
const exportedHead = readHead(values.head);
const database = await open();
try {
  const em = database.orm.em.fork() as DatabaseEntityManager;
  const [table] = await em.execute<{ name: string | null }[]>(
    `select to_regclass('audit_entries')::text as name`,
  );
  if (!table?.name) {
    console.error('This database has no audit yet: the service has not been started on it.');
    process.exitCode = 2;
  } else {
    const verdict = await verifyAudit(em, exportedHead === null ? {} : { exportedHead });
    if (verdict.ok) {
      console.log(`The audit is in order: ${verdict.entries.toLocaleString('en')} entries.`);
      console.log(`Head: ${verdict.head.sequence}:${verdict.head.hash}`);
    } else {
      console.error(`The audit is NOT in order: entry ${verdict.sequence} ${faults[verdict.reason]}.`);
      process.exitCode = 1;
    }
  }
} finally {
  await database.close();
}

function readArguments() {
  try {
    return parseArgs({
      options: { head: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    return end(2, `${error instanceof Error ? error.message : 'The command is not right.'}\n\n${help}`);
  }
}

function readHead(text: string | undefined): AuditHead | null {
  if (text === undefined) return null;
  const parts = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (parts === null)
    return end(2, '--head takes a number and a hash of 64 digits, as this command prints it.');
  return { sequence: Number(parts[1]), hash: parts[2]! };
}

/** Opens without migrating: a check changes nothing. */
async function open() {
  try {
    const settings = readDatabaseSettings(process.env);
    return await openDatabase({
      entities: [],
      migrations: [],
      url: settings.DATABASE_URL,
      directory: settings.DATA_DIRECTORY,
      applicationName: 'samleng-audit-verify',
    });
  } catch (error) {
    if (error instanceof DirectoryInUse || error instanceof SettingsRefused) return end(2, error.message);
    throw error;
  }
}

function end(code: number, message: string): never {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}
