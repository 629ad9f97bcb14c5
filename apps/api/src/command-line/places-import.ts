import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '@samleng/kernel';
import { dayInCambodia, isIsoDay } from '@samleng/routing';
import { DirectoryInUse, openDatabase, SettingsRefused } from '@samleng/server';
import { readDatabaseSettings } from '../config.ts';
import { comparePlaces, type PlaceChanges, writePlaceChanges } from '../features/places/import-places.ts';
import { Place } from '../features/places/place.entity.ts';
import { readPlaceList } from '../features/places/read-place-list.ts';
import { migrations } from '../migrations/index.ts';

const help = `pnpm places:import FILE [--dry-run] [--end-missing] [--as-of DAY]

Brings the official list of places in: JSON { "columns", "rows" } or CSV with the columns
code, type_latin, name_km, name_en and, if wanted, valid_from, valid_to, replaced_by.

  --dry-run       prints what would change and changes nothing
  --end-missing   the list is complete: places that are not in it end
  --as-of DAY     the day from which added places exist and on which missing ones end (default: today;
                  without it the beginning of added places stays open)

DATABASE_URL names a PostgreSQL server; without it the embedded database in DATA_DIRECTORY is used.
Exit: 0 done, 1 the database could not be used, 2 the list or the command was refused.`;

const { values, positionals } = readArguments();
const file = positionals[0];
if (values.help || file === undefined || positionals.length > 1) end(values.help ? 0 : 2, help);
if (values['as-of'] !== undefined && !isIsoDay(values['as-of']))
  end(2, `--as-of takes a day like 2026-11-23.`);

const text = await readFile(file, 'utf8').catch(() => end(2, `The file ${file} cannot be read.`));
const today = dayInCambodia(systemClock.now());
const database = await open();
try {
  const em = database.orm.em.fork();
  const standing = await em.find(Place, {}, { fields: ['code'] });
  const list = readPlaceList(text, new Set(standing.map((place) => place.code)));
  if (!list.ok) {
    for (const { line, reason } of list.problem.slice(0, 20)) console.error(`line ${line}: ${reason}`);
    if (list.problem.length > 20) console.error(`… and ${list.problem.length - 20} more`);
    console.error('Nothing was imported.');
    process.exitCode = 2;
  } else {
    em.clear();
    const changes = await comparePlaces(em, list.value, values['end-missing']);
    if (values['dry-run']) printChanges(changes);
    else {
      await writePlaceChanges(em, changes, values['as-of'] ?? null, values['as-of'] ?? today, showProgress);
      if (process.stdout.isTTY) process.stdout.write('\n');
    }
    console.log(summaryOf(changes, values['dry-run']));
  }
} finally {
  await database.close();
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'end-missing': { type: 'boolean', default: false },
        'as-of': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return end(2, `${error instanceof Error ? error.message : 'The command is not right.'}\n\n${help}`);
  }
}

async function open() {
  try {
    const settings = readDatabaseSettings(process.env);
    const opened = await openDatabase({
      entities: [Place],
      migrations,
      url: settings.DATABASE_URL,
      directory: settings.DATA_DIRECTORY,
      applicationName: 'samleng-places-import',
    });
    await opened.migrate();
    return opened;
  } catch (error) {
    if (error instanceof DirectoryInUse || error instanceof SettingsRefused) return end(1, error.message);
    throw error;
  }
}

function showProgress(written: number, all: number): void {
  const filled = Math.round((written / all) * 30);
  const line = `${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${written.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else if (written === all) console.log(line);
}

function printChanges(changes: PlaceChanges): void {
  for (const row of changes.added) console.log(`+ ${row.code} ${row.nameKm} (${row.nameEn})`);
  for (const { listed, fields } of changes.changed)
    console.log(`~ ${listed.code} ${listed.nameKm} (${listed.nameEn}): ${fields.join(', ')}`);
  for (const place of changes.ended) console.log(`- ${place.code} ${place.nameKm} (${place.nameEn})`);
}

function summaryOf(changes: PlaceChanges, isDryRun: boolean): string {
  const counts = `${changes.added.length} added, ${changes.changed.length} changed, ${changes.ended.length} ended, ${changes.unchanged} unchanged`;
  const left = changes.missing > 0 ? `, ${changes.missing} not in the list and left as they are` : '';
  return `${isDryRun ? 'Would be: ' : ''}${counts}${left}.`;
}

function end(code: number, message: string): never {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}
