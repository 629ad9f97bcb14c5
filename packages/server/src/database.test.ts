import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { countQueries } from './testing/query-counter.ts';
import { startRealPostgres, type RealPostgres } from './testing/real-postgres.ts';

class AddPlaces extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(
      'create table place (code text primary key, name text not null, parent_code text references place (code))',
    );
  }
}
class AddSurvey extends Migration {
  override up(): void {
    this.addSql('create table survey (id int primary key)');
  }
}
class AddBroken extends Migration {
  override up(): void {
    this.addSql('create table half (id int primary key)');
    this.addSql('create table half (id int primary key)');
  }
}
const migrations = [
  { name: 'add-places', class: AddPlaces },
  { name: 'add-survey', class: AddSurvey },
];
const PlaceSchema = defineEntity({
  name: 'Place',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    parent: () => p.manyToOne(PlaceSchema).ref().nullable(),
  },
});
class Place extends PlaceSchema.class {}
PlaceSchema.setClass(Place);
const options = { entities: [PlaceSchema], migrations };

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.stop());

async function addThree(database: Database): Promise<void> {
  const em = database.orm.em.fork();
  const province = em.create(Place, { code: '02', name: 'បាត់ដំបង' });
  em.create(Place, { code: '0208', name: 'ថ្មគោល', parent: province });
  em.create(Place, { code: '0201', name: 'បាណន់', parent: province });
  await em.flush();
}

describe.each(['embedded', 'postgres'] as const)('a database (%s)', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(
      kind === 'embedded'
        ? { ...options, memory: true }
        : { ...options, url: await postgres.createDatabase('usual'), applicationName: 'test' },
    );
    expect(await database.migrate()).toEqual(['add-places', 'add-survey']);
    await addThree(database);
  });
  afterAll(() => database.close());

  it('migrates once', async () => {
    expect(database.kind).toBe(kind);
    expect(await database.migrate()).toEqual([]);
  });

  it('finds Khmer words by similarity', async () => {
    const found = await database.orm.em
      .fork()
      .execute(`select name from place where name % 'បាត់ដំប' order by similarity(name, 'បាត់ដំប') desc`);
    expect(found).toEqual([{ name: 'បាត់ដំបង' }]);
  });

  it('loads the relations of a list together, as the counter of queries shows', async () => {
    const em = database.orm.em.fork();
    const { count, queries } = await countQueries(database, async () => {
      const places = await em.find(Place, { parent: { $ne: null } });
      const parents = await Promise.all(places.map((place) => place.parent?.load({ dataloader: true })));
      expect(parents.map((parent) => parent?.name)).toEqual(['បាត់ដំបង', 'បាត់ដំបង']);
    });
    expect(count).toBe(2);
    expect(queries[0]).toContain('from "place"');
    expect(queries.join()).not.toContain('02');
  });

  it('rolls a transaction back whole', async () => {
    const em = database.orm.em.fork();
    await expect(
      em.transactional(async (tx) => {
        tx.create(Place, { code: '99', name: 'nowhere' });
        await tx.flush();
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await em.count(Place, { code: '99' })).toBe(0);
  });

  it('answers while it is open', async () => {
    expect(await database.answers()).toBe(true);
  });
});

describe('the embedded database', () => {
  it('keeps its rows, and its directory for itself', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'samleng-data-'));
    const first = await openDatabase({ ...options, directory });
    await first.migrate();
    await addThree(first);
    await expect(openDatabase({ ...options, directory })).rejects.toMatchObject({
      name: 'DirectoryInUse',
      holder: { pid: process.pid },
    });
    await first.close();
    await first.close();
    expect(await first.answers()).toBe(false);
    const second = await openDatabase({ ...options, directory });
    expect(await second.migrate()).toEqual([]);
    expect(await second.orm.em.fork().count(Place)).toBe(3);
    await second.close();
    await rm(directory, { recursive: true });
  });

  it('keeps what was committed when its process is killed, and is free at once', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'samleng-killed-'));
    const first = await openDatabase({ ...options, directory });
    await first.migrate();
    await first.close();
    const code = `
      import { openDatabase } from ${JSON.stringify(new URL('./database.ts', import.meta.url).href)};
      const { orm } = await openDatabase({ entities: [], migrations: [], directory: ${JSON.stringify(directory)} });
      for (let number = 1; ; number += 1) {
        await orm.em.fork().transactional((tx) => tx.execute('insert into survey values (' + number + ')'));
        console.log(number);
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = 0;
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      told = Number(line);
      if (told === 50) child.kill('SIGKILL');
    });
    await Promise.all([once(child, 'exit'), once(lines, 'close')]);
    const second = await openDatabase({ ...options, directory });
    const [row] = await second.orm.em
      .fork()
      .execute<Array<{ count: string; most: number }>>('select count(*), max(id) as most from survey');
    expect(Number(row?.count)).toBe(row?.most);
    expect(Number(row?.most)).toBeGreaterThanOrEqual(told);
    expect(told).toBeGreaterThanOrEqual(50);
    await second.close();
    await rm(directory, { recursive: true });
  });

  it('leaves nothing of migrations of which one fails', async () => {
    const database = await openDatabase({
      ...options,
      memory: true,
      migrations: [...migrations, { name: 'add-broken', class: AddBroken }],
    });
    await expect(database.migrate()).rejects.toThrow('half');
    expect(await database.orm.em.fork().execute(`select to_regclass('place') as place`)).toEqual([
      { place: null },
    ]);
    await database.close();
  });
});

describe('a PostgreSQL server', () => {
  it('gives every connection its limits, and migrations none', async () => {
    const url = await postgres.createDatabase('limits');
    class Slow extends Migration {
      override up(): void {
        this.addSql(`create table told as select current_setting('statement_timeout') as statement,
          current_setting('lock_timeout') as lock`);
      }
    }
    const database = await openDatabase({
      entities: [],
      migrations: [{ name: 'slow', class: Slow }],
      url,
      applicationName: 'limits test',
    });
    await database.migrate();
    const em = database.orm.em.fork();
    expect(await em.execute('select * from told')).toEqual([{ statement: '0', lock: '0' }]);
    expect(
      await em.execute(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle, current_setting('application_name') as name`),
    ).toEqual([{ statement: '2s', lock: '1s', idle: '5s', name: 'limits test' }]);
    await expect(em.execute('select pg_sleep(3)')).rejects.toMatchObject({ code: '57014' });
    await database.close();
  });

  it('lets two instances migrate at once: one does it, the other waits', async () => {
    const url = await postgres.createDatabase('two_at_once');
    const both = await Promise.all([openDatabase({ ...options, url }), openDatabase({ ...options, url })]);
    const ran = await Promise.all(both.map((database) => database.migrate()));
    expect(ran.toSorted((a, b) => b.length - a.length)).toEqual([['add-places', 'add-survey'], []]);
    await Promise.all(both.map((database) => database.close()));
  });

  it('is refused when it does not know Khmer letters', async () => {
    const url = await postgres.createUnfitDatabase('unfit');
    const database = await openDatabase({ ...options, url });
    await expect(database.migrate()).rejects.toThrow('lc_ctype');
    await database.close();
    await expect(openDatabase({ ...options, url })).rejects.toMatchObject({ name: 'DatabaseUnfit' });
  });

  it('answers again by itself after its connections were cut', async () => {
    const url = await postgres.createDatabase('cut');
    const database = await openDatabase({ ...options, url });
    const other = await openDatabase({ ...options, url: postgres.urlFor('postgres') });
    await other.orm.em
      .fork()
      .execute(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'cut'`);
    await expect.poll(() => database.answers()).toBe(true);
    await Promise.all([database.close(), other.close()]);
  });
});
