import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendAudit, verifyAudit } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../testing/world.ts';
import { watchAudit } from './watch-audit.ts';

let world: World;
let directory: string;
beforeAll(async () => {
  world = await startWorld();
  directory = await mkdtemp(join(tmpdir(), 'samleng-heads-'));
});
afterAll(async () => {
  await world.end();
  await rm(directory, { recursive: true, force: true });
});

const watch = () =>
  watchAudit({
    ...world.service,
    settings: { ...world.settings, AUDIT_HEAD_DIRECTORY: directory },
    em: world.em(),
  });

async function write(deed: string): Promise<void> {
  const occurredAt = world.clock.now();
  await world
    .em()
    .transactional((em) =>
      appendAudit(em, { occurredAt, actorId: null, deed, subjectType: 'Test', subjectId: null }),
    );
}

describe('the daily look at the audit', () => {
  it('writes the head of the day, and later ones beside it', async () => {
    await write('one');
    expect(await watch()).toMatchObject({ ok: true, entries: 1 });
    world.clock.advance(86_400_000);
    await write('two');
    expect(await watch()).toMatchObject({ ok: true, entries: 2 });
    expect(await readdir(directory)).toEqual(['audit-head-2026-11-23.json', 'audit-head-2026-11-24.json']);
    const head = JSON.parse(await readFile(join(directory, 'audit-head-2026-11-24.json'), 'utf8')) as object;
    expect(head).toEqual({
      sequence: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: expect.any(String),
    });
  });

  it('finds an audit that was cut short though it is in order by itself, and keeps the head it trusts', async () => {
    const file = join(directory, 'audit-head-2026-11-24.json');
    // As if a third entry had been there when the head was carried outside.
    const before = `${JSON.stringify({ sequence: 3, hash: 'a'.repeat(64) })}\n`;
    await writeFile(file, before);
    expect(await verifyAudit(world.em())).toMatchObject({ ok: true });
    expect(await watch()).toEqual({ ok: false, sequence: 2, reason: 'CUT_SHORT' });
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});
