import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, auditHead, verifyAudit, type AuditEntry } from './audit-chain.ts';
import { auditMigration } from './audit-migration.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { openDatabase, type Database } from './database.ts';
import { memoryDatabases } from './testing/memory-databases.ts';
import { startRealPostgres, type RealPostgres } from './testing/real-postgres.ts';

let postgres: RealPostgres;
beforeAll(async () => {
  postgres = await startRealPostgres();
});
afterAll(() => postgres.stop());

const options = { entities: [], migrations: [auditMigration] };
const inMemory = memoryDatabases(options);

const read = (subjectId: string): AuditEntry => ({
  occurredAt: new Date('2026-11-23T10:00:00.123Z'),
  actorId: 'worker-1',
  deed: 'case.read',
  subjectType: 'case',
  subjectId,
  detail: { z: 1, a: ['ក', null, 0.1, true], 'ä"': { inner: 1e21 }, marks: "? ?? $1 \\ ' :a" },
});

describe.each(['embedded', 'postgres'] as const)('the audit (%s)', (kind) => {
  let database: Database;
  let number = 0;
  beforeEach(async () => {
    number += 1;
    if (kind === 'embedded') {
      database = await inMemory.open();
    } else {
      const url = await postgres.createDatabase(`audit${number}`);
      database = await openDatabase({ ...options, url, poolSize: 8 });
      await database.migrate();
    }
    return () => database.close();
  });

  const append = (entry: AuditEntry) => database.orm.em.fork().transactional((tx) => appendAudit(tx, entry));
  const verify = (exportedHead?: { sequence: number; hash: string }) =>
    verifyAudit(database.orm.em.fork(), exportedHead ? { exportedHead } : {});
  const run = (sql: string) => database.orm.em.fork().execute(sql);
  /** What somebody who owns the database could do. */
  async function tamper(...statements: string[]) {
    for (const table of ['audit_entries', 'audit_head'])
      await run(`alter table ${table} disable trigger all`);
    for (const statement of statements) await run(statement);
    for (const table of ['audit_entries', 'audit_head']) await run(`alter table ${table} enable trigger all`);
  }

  it('is in order when empty, and after entries of every kind', async () => {
    expect(await verify()).toEqual({ ok: true, entries: 0, head: { sequence: 0, hash: '0'.repeat(64) } });
    const first = await append(read('case-1'));
    expect(first).toEqual({
      sequence: 1,
      // sha256sum of: [1,1,"2026-11-23T10:00:00.123Z","worker-1","case.read","case","case-1",{"a":["ក",null,0.1,true],
      // "marks":"? ?? $1 \\ ' :a","z":1,"ä\"":{"inner":1e+21}},"000…"] without the line break
      hash: '9a575715e031312f2610de5a1638c5f525fb6f8bad7f16b069e5fbe4a11d31d7',
    });
    const second = await append({ ...read('case-2'), actorId: null, subjectId: null, detail: {} });
    expect(await verify()).toEqual({ ok: true, entries: 2, head: second });
    expect(await auditHead(database.orm.em.fork())).toEqual(second);
  });

  it('belongs into a transaction, and leaves with it', async () => {
    const em = database.orm.em.fork();
    await expect(appendAudit(em, read('case-1'))).rejects.toThrow('transaction');
    await expect(
      em.transactional(async (tx) => {
        await appendAudit(tx, read('case-1'));
        throw new Error('the deed failed');
      }),
    ).rejects.toThrow('the deed failed');
    expect(await verify()).toMatchObject({ ok: true, entries: 0 });
  });

  it('refuses to change, remove or go back', async () => {
    await append(read('case-1'));
    for (const statement of [
      `update audit_entries set deed = 'nothing'`,
      'delete from audit_entries',
      'truncate audit_entries',
      'delete from audit_head',
      'update audit_head set sequence = 0',
    ]) {
      await expect(run(statement)).rejects.toThrow('only ever added to');
    }
    expect(await verify()).toMatchObject({ ok: true, entries: 1 });
  });

  it.each<[string, string[], object]>([
    [
      'a changed word',
      [`update audit_entries set deed = 'case.close' where sequence = 2`],
      { sequence: 2, reason: 'CHANGED' },
    ],
    [
      'a changed time',
      [`update audit_entries set occurred_at = now() where sequence = 3`],
      { sequence: 3, reason: 'CHANGED' },
    ],
    [
      'a changed detail',
      [`update audit_entries set detail = '{"z":2}' where sequence = 1`],
      { sequence: 1, reason: 'CHANGED' },
    ],
    [
      'a changed hash',
      [`update audit_entries set hash = repeat('f', 64) where sequence = 1`],
      { sequence: 1, reason: 'CHANGED' },
    ],
    [
      'a changed link',
      [`update audit_entries set previous_hash = repeat('f', 64) where sequence = 2`],
      { sequence: 2, reason: 'BROKEN_LINK' },
    ],
    ['a removed entry', ['delete from audit_entries where sequence = 2'], { sequence: 2, reason: 'MISSING' }],
    [
      'a removed last entry',
      ['delete from audit_entries where sequence = 4'],
      { sequence: 4, reason: 'MISSING' },
    ],
    [
      'a head set back',
      [`update audit_head set sequence = 3, hash = (select hash from audit_entries where sequence = 3)`],
      { sequence: 4, reason: 'HEAD_DIFFERS' },
    ],
    [
      'a head of another chain',
      [`update audit_head set hash = repeat('f', 64)`],
      { sequence: 4, reason: 'HEAD_DIFFERS' },
    ],
    [
      'exchanged entries',
      [
        'update audit_entries set sequence = -1 where sequence = 1',
        'update audit_entries set sequence = 1 where sequence = 2',
        'update audit_entries set sequence = 2 where sequence = -1',
      ],
      { sequence: 1, reason: 'BROKEN_LINK' },
    ],
  ])('tells %s', async (_what, statements, expected) => {
    for (const number of [1, 2, 3, 4]) await append(read(`case-${number}`));
    await tamper(...statements);
    expect(await verify()).toEqual({ ok: false, ...expected });
  });

  it('tells by a published head when it was cut or written anew', async () => {
    await append(read('case-1'));
    const published = await append(read('case-2'));
    await append(read('case-3'));
    expect(await verify(published)).toMatchObject({ ok: true, entries: 3 });
    await tamper(
      'delete from audit_entries where sequence > 1',
      `update audit_head set sequence = 1, hash = (select hash from audit_entries)`,
    );
    expect(await verify()).toMatchObject({ ok: true, entries: 1 });
    expect(await verify(published)).toEqual({ ok: false, sequence: 1, reason: 'CUT_SHORT' });
    await append(read('case-9'));
    expect(await verify()).toMatchObject({ ok: true, entries: 2 });
    expect(await verify(published)).toEqual({ ok: false, sequence: 2, reason: 'REWRITTEN' });
  });

  it('stays one chain when many append at once', async () => {
    const heads = await Promise.all(Array.from({ length: 60 }, (_, index) => append(read(`case-${index}`))));
    expect(new Set(heads.map(({ sequence }) => sequence)).size).toBe(60);
    expect(await verify()).toMatchObject({ ok: true, entries: 60 });
  });
});

describe('canonical JSON', () => {
  it('sorts keys and writes as ECMAScript does', () => {
    // the example of RFC 8785, section 3.2.2, but for its lone control characters
    expect(
      canonicalJson({
        // eslint-disable-next-line no-loss-of-precision -- the standard's own example (RFC 8785) is a number that is rounded
        numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
        string: '€$\u000f\nA\'B"\\\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('is the same for the same value, and reads back as it', () => {
    fc.assert(
      fc.property(
        fc.json().map((text) => JSON.parse(text) as Json),
        (value) => {
          expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
          expect(canonicalJson(JSON.parse(canonicalJson(value)) as Json)).toBe(canonicalJson(value));
        },
      ),
    );
  });

  it.each([Number.NaN, Infinity, 'a\u0000', '\ud800', { ['\u0000']: 1 }])(
    'refuses what cannot be kept: %j',
    (value) => {
      expect(() => canonicalJson(value as Json)).toThrow(RangeError);
    },
  );
});
