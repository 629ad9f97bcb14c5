import { systemClock } from '@samleng/kernel';
import {
  createLog,
  type Database,
  type DatabaseEntityManager,
  DirectoryInUse,
  openDatabase,
  SettingsRefused,
} from '@samleng/server';
import { type CommandSettings, readCommandSettings } from '../config.ts';
import { entities } from '../entities.ts';
import { migrations } from '../migrations/index.ts';

export type OpenDesk = {
  readonly settings: CommandSettings;
  readonly database: Database;
  readonly em: DatabaseEntityManager;
};

/** Opens the desk's database for a command; ends the process with the reason when it cannot. */
export async function openDesk(): Promise<OpenDesk> {
  try {
    const settings = readCommandSettings(process.env);
    const database = await openDatabase({
      entities,
      migrations,
      url: settings.PROTECTION_DATABASE_URL,
      directory: settings.DATA_DIRECTORY,
      applicationName: 'samleng-protection-command',
    });
    await database.migrate();
    return { settings, database, em: database.orm.em.fork() as DatabaseEntityManager };
  } catch (error) {
    if (error instanceof DirectoryInUse || error instanceof SettingsRefused) return end(1, error.message);
    throw error;
  }
}

/** What a deed needs to know when a command does it. */
export function commandContext(em: DatabaseEntityManager) {
  return {
    em,
    clock: systemClock,
    batches: new Map(),
    log: createLog({ name: 'protection', level: 'silent' }),
  };
}

/** The lines of standard input, without empty ones; a prompt is shown at a terminal. */
export async function readLines(prompt: string, count: number): Promise<string[]> {
  if (process.stdin.isTTY) console.log(prompt);
  const { createInterface } = await import('node:readline');
  const lines: string[] = [];
  const reader = createInterface({ input: process.stdin });
  for await (const line of reader) {
    if (line.trim() !== '') lines.push(line.trim());
    if (lines.length === count) break;
  }
  reader.close();
  return lines;
}

export function end(code: number, message: string): never {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}
