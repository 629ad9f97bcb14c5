import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCase, comeBack, write } from '../../testing/child.ts';
import { deed, open } from '../../testing/desk.ts';
import { aPerson, lvea, type Person } from '../../testing/people.ts';
import { aKey, startWorld, type World } from '../../testing/world.ts';

let world: World;
let phalla: Person;
let chea: Person;
beforeEach(async () => {
  world = await startWorld();
  chea = await aPerson(world, 'Chea', { role: 'SUPERVISOR' });
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
});
afterEach(() => world.end());

const damaged = [{ code: 'CASE_DAMAGED', field: null }];
type Row = { id: string; sealed: string; sequence: number };

async function rows(caseId: string): Promise<Row[]> {
  return world
    .em()
    .execute<Row[]>('select id, sealed, sequence from case_items where case_id = ? order by sequence', [
      caseId,
    ]);
}
const run = (sql: string, values: unknown[] = []) => world.em().execute(sql, values);

/** Two cases with messages; the first is tampered with by somebody who owns the database. */
async function twoCases() {
  const one = await aCase(world);
  const other = await aCase(world);
  for (const { receipt } of [one, other]) {
    await write(world, receipt, 'first');
    await write(world, receipt, 'second');
  }
  return { one, other };
}

async function isRefusedAndAlarmed(
  one: { id: string; receipt: string },
  other: { id: string; receipt: string },
) {
  expect(await open(world, phalla, one.id)).toEqual({ opened: null, problems: damaged });
  expect(await comeBack(world, one.receipt)).toEqual({ case: null, problems: damaged });
  // One alarm, not one a try; the supervisor sees it.
  const { data } = await world.ask<{ alarms: { nodes: { kind: string; caseId: string }[] } }>(
    '{ alarms { nodes { kind caseId } } }',
    {},
    chea,
  );
  expect(data.alarms.nodes).toEqual([{ kind: 'CASE_DAMAGED', caseId: one.id }]);
  // Nobody is noted as a reader of what was not shown, and other cases stay readable.
  expect(await run('select 1 from case_readers where case_id = ?', [one.id])).toEqual([]);
  expect((await open(world, phalla, other.id)).opened?.messages).toHaveLength(2);
  expect((await comeBack(world, other.receipt)).case?.messages).toHaveLength(2);
}

describe('whoever owns the database and', () => {
  it('turns one byte is found out', async () => {
    const { one, other } = await twoCases();
    const [row] = await rows(one.id);
    const bytes = Buffer.from(row!.sealed, 'base64');
    bytes[200]! ^= 1;
    await run('update case_items set sealed = ? where id = ?', [bytes.toString('base64'), row!.id]);
    await isRefusedAndAlarmed(one, other);
  });

  it('swaps two rows is found out', async () => {
    const { one, other } = await twoCases();
    const [, second, third] = await rows(one.id);
    await run('update case_items set sealed = ? where id = ?', [third!.sealed, second!.id]);
    await run('update case_items set sealed = ? where id = ?', [second!.sealed, third!.id]);
    await isRefusedAndAlarmed(one, other);
  });

  it('puts a row of another case in is found out', async () => {
    const { one, other } = await twoCases();
    const [mine] = await rows(one.id);
    const [theirs] = await rows(other.id);
    await run('update case_items set sealed = ? where id = ?', [theirs!.sealed, mine!.id]);
    await isRefusedAndAlarmed(one, other);
  });

  it('takes the last row out, and sets the case back to match, is found out by the audit', async () => {
    const one = await aCase(world);
    const before = (await run('select items_head, item_count from cases where id = ?', [one.id])) as [
      { items_head: string; item_count: number },
    ];
    await write(world, one.receipt, 'this one is to vanish');
    const other = await aCase(world);
    for (const text of ['first', 'second']) await write(world, other.receipt, text);
    await run('delete from case_items where case_id = ? and sequence = 2', [one.id]);
    await run('update cases set items_head = ?, item_count = ? where id = ?', [
      before[0].items_head,
      before[0].item_count,
      one.id,
    ]);
    await isRefusedAndAlarmed(one, other);
  });

  it('plays an old row again under a new number is found out', async () => {
    const { one, other } = await twoCases();
    await run(
      `insert into case_items (id, case_id, sequence, field, written_at, sealed)
        select ?, case_id, 4, field, written_at, sealed from case_items where case_id = ? and sequence = 3`,
      [aKey(), one.id],
    );
    await isRefusedAndAlarmed(one, other);
  });

  it('puts the key of another case in a worker’s or receipt’s row is found out', async () => {
    const { one, other } = await twoCases();
    for (const table of ['case_keys', 'receipts'])
      await run(
        `update ${table} set sealed_key = (select sealed_key from ${table} o where o.case_id = ?
          ${table === 'case_keys' ? 'and o.holder_id = case_keys.holder_id' : ''}) where case_id = ?`,
        [other.id, one.id],
      );
    await isRefusedAndAlarmed(one, other);
  });

  it('puts a public key of their own in, to read what comes, is found out before a word is written', async () => {
    const { one, other } = await twoCases();
    await run('update cases set public_key = ? where id = ?', ['ab'.repeat(32), one.id]);
    expect((await write(world, one.receipt, 'to whom do I write?')).problems).toEqual(damaged);
    expect(
      (await deed(world, phalla, 'replyToChild', { caseId: one.id, idempotencyKey: aKey(), text: 'x' }))
        .problems,
    ).toEqual(damaged);
    expect(await rows(one.id)).toHaveLength(3);
    await isRefusedAndAlarmed(one, other);
  });
});
