import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { isId } from '@samleng/kernel';
import { type DatabaseEntityManager, DirectoryInUse, openDatabase, SettingsRefused } from '@samleng/server';
import { readDatabaseSettings } from '../config.ts';
import { entities } from '../entities.ts';
import { recountPolls } from '../features/polls/index.ts';

const help = `pnpm poll:audit [POLL]

Counts every closed poll again from its ballots and papers, or the one with this id, and holds it against
the results shown and against the audit. Changes nothing.

DATABASE_URL names a PostgreSQL server; without it the embedded database in DATA_DIRECTORY is used.
Exit: 0 all agree, 1 something differs or the database could not be used, 2 the command was refused.`;

const { values, positionals } = readArguments();
const pollId = positionals[0];
if (values.help) end(0, help);
if (positionals.length > 1 || (pollId !== undefined && !isId(pollId))) end(2, help);

const database = await open();
try {
  const em = database.orm.em.fork() as DatabaseEntityManager;
  const [table] = await em.execute<{ name: string | null }[]>(
    `select to_regclass('counted_ballots')::text as name`,
  );
  if (!table?.name) end(1, 'This database has no polls yet: the service has not been started on it.');
  const { audit, polls } = await recountPolls({ em }, pollId);
  if (audit !== null) console.error(`AUDIT BROKEN: ${audit}`);
  for (const { pollId: id, differences } of polls)
    if (differences.length === 0) console.log(`${id} agrees`);
    else for (const difference of differences) console.error(`${id} DIFFERS: ${difference}`);
  const isUnknown = pollId !== undefined && polls.length === 0;
  if (isUnknown) console.error(`There is no closed poll ${pollId}.`);
  const wrong = polls.filter(({ differences }) => differences.length > 0).length;
  console.log(`${polls.length} closed polls counted again, ${wrong} differ.`);
  if (audit !== null || wrong > 0 || isUnknown) process.exitCode = 1;
} finally {
  await database.close();
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    return end(2, `${error instanceof Error ? error.message : 'The command is not right.'}\n\n${help}`);
  }
}

async function open() {
  try {
    const settings = readDatabaseSettings(process.env);
    const opened = await openDatabase({
      entities,
      migrations: [],
      url: settings.DATABASE_URL,
      directory: settings.DATA_DIRECTORY,
      applicationName: 'samleng-poll-audit',
    });
    return opened;
  } catch (error) {
    if (error instanceof DirectoryInUse || error instanceof SettingsRefused) return end(1, error.message);
    throw error;
  }
}

function end(code: number, message: string): never {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}
