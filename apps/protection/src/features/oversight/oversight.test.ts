import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditHead } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCase } from '../../testing/child.ts';
import { deed, open } from '../../testing/desk.ts';
import { aPerson, lvea, type Person, refresh } from '../../testing/people.ts';
import { startWorld, type World } from '../../testing/world.ts';
import { makeAccessReport, makeLastWeeksReport, mondayOf } from './access-report.ts';
import { exportAuditHead, lastExportedHead, verifyDesk, watchAudit } from './audit-heads.ts';
import { drillBreakGlass, giveByBreakGlass } from './break-glass.ts';

let world: World;
let phalla: Person;
let chea: Person;
let lead: Person;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-heads-'));
  world = await startWorld();
  chea = await aPerson(world, 'Chea', { role: 'SUPERVISOR', placeCode: '17' });
  lead = await aPerson(world, 'Sreymom', { role: 'LEAD' });
  phalla = await aPerson(world, 'Phalla', { receivesIn: lvea.commune });
});
afterAll(async () => {
  await world.end();
  await rm(directory, { recursive: true });
});

describe('the weekly access report', () => {
  it('begins on Mondays', () => {
    expect(['2026-11-16', '2026-11-20', '2026-11-22'].map(mondayOf)).toEqual(Array(3).fill('2026-11-16'));
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });

  it('tells the lead who read how much, by day and by night, and names no case', async () => {
    const one = await aCase(world);
    const other = await aCase(world);
    await open(world, phalla, one.id);
    await open(world, phalla, other.id);
    world.clock.moveTo(new Date('2026-11-20T14:00:00Z'));
    await refresh(world, phalla, lead, chea);
    await open(world, phalla, one.id, 'FOLLOW_UP');
    world.clock.moveTo(new Date('2026-11-23T00:00:00Z'));
    await makeLastWeeksReport(world.request());
    await makeLastWeeksReport(world.request());
    expect(await makeAccessReport(world.request(), '2026-11-23')).toEqual([]);
    await refresh(world, phalla, lead, chea);
    const { data } = await world.ask<{ accessReports: object[] }>(
      '{ accessReports { weekOf lines { person { name } openings cases atNight referrals } } }',
      {},
      lead,
    );
    expect(data.accessReports).toEqual([
      { weekOf: '2026-11-23', lines: [] },
      {
        weekOf: '2026-11-16',
        lines: [{ person: { name: 'Phalla' }, openings: 3, cases: 2, atNight: 1, referrals: 0 }],
      },
    ]);
    expect(JSON.stringify(await world.em().execute('select lines from access_reports'))).not.toContain(
      one.id,
    );
  });
});

describe('figures about cases', () => {
  it('are by province and quarter, and hidden below ten', async () => {
    const counts = async () =>
      (
        await world.ask<{ caseCounts: object[] }>(
          '{ caseCounts { provinceCode quarter received } }',
          {},
          lead,
        )
      ).data.caseCounts;
    expect(await counts()).toEqual([{ provinceCode: '14', quarter: '2026-Q4', received: null }]);
    for (let more = 0; more < 8; more += 1) await aCase(world);
    expect(await counts()).toEqual([{ provinceCode: '14', quarter: '2026-Q4', received: 10 }]);
  });
});

describe('the audit', () => {
  it('is in order, also against the head exported yesterday', async () => {
    await exportAuditHead(world.request(), directory);
    await aCase(world);
    expect(await lastExportedHead(directory)).toBeDefined();
    expect(await watchAudit(world.request(), directory)).toMatchObject({ ok: true });
  });

  it('says so, and alarms once, when its tail was cut off: the exported head tells', async () => {
    const own = await startWorld();
    const heads = await mkdtemp(join(tmpdir(), 'samleng-heads-'));
    await aPerson(own, 'Phalla', { receivesIn: lvea.commune });
    await aCase(own);
    const earlier = await auditHead(own.em());
    await aCase(own);
    await exportAuditHead(own.request(), heads);
    for (const statement of [
      'alter table audit_entries disable trigger all',
      'alter table audit_head disable trigger all',
      `delete from audit_entries where sequence > ${earlier.sequence}`,
      `update audit_head set sequence = ${earlier.sequence}, hash = '${earlier.hash}'`,
    ])
      await own.em().execute(statement);
    // The chain alone is in order; only what was carried outside tells.
    expect((await verifyDesk(own.request(), undefined)).ok).toBe(true);
    const found = { ok: false, reason: 'CUT_SHORT', sequence: earlier.sequence };
    expect(await watchAudit(own.request(), heads)).toEqual(found);
    expect(await watchAudit(own.request(), heads)).toMatchObject({ ok: false });
    expect(await own.em().execute(`select 1 from alarms where kind = 'AUDIT_BROKEN'`)).toHaveLength(1);
    await own.end();
    await rm(heads, { recursive: true });
  });

  it('finds a public key that was put in its place behind its back', async () => {
    const own = await startWorld();
    await aPerson(own, 'Phalla', { receivesIn: lvea.commune });
    const { id } = await aCase(own);
    expect((await verifyDesk(own.request(), undefined)).ok).toBe(true);
    await own.em().execute('update cases set public_key = ? where id = ?', ['ab'.repeat(32), id]);
    expect(await verifyDesk(own.request(), undefined)).toMatchObject({
      ok: false,
      reason: 'PUBLIC_KEY_CHANGED',
    });
    await own.end();
  });
});

describe('break-glass', () => {
  it('is practised: two people’s shares would open every case, and nothing is read', async () => {
    const { breakGlassPublicKey } = world.service;
    const lines = [world.breakGlassLines[2]!, world.breakGlassLines[0]!];
    const [{ n }] = (await world.em().execute('select count(*)::int n from cases')) as [{ n: number }];
    expect(await drillBreakGlass(world.request(), breakGlassPublicKey, lines)).toEqual({
      ok: true,
      value: { cases: n, opened: n },
    });
    expect(await drillBreakGlass(world.request(), breakGlassPublicKey, lines.slice(1))).toEqual({
      ok: false,
      problem: 'TOO_FEW',
    });
    expect(
      await world.em().execute(`select detail from audit_entries where deed = 'drillBreakGlass'`),
    ).toEqual([{ detail: { cases: n, opened: n } }]);
  });

  it('gives a case that reached nobody to a named person, who opens it as any other, with an alarm', async () => {
    const { id } = await aCase(world, { communeCode: '020808' });
    expect(await open(world, chea, id)).toMatchObject({ opened: null });
    const give = (lines: readonly string[], to: { caseId: string; name: string }) =>
      giveByBreakGlass(world.request(), world.service.breakGlassPublicKey, lines, to);
    const nameOf = async (accountId: string) =>
      (
        await world
          .em()
          .execute<{ name_key: string }[]>('select name_key from accounts where id = ?', [accountId])
      )[0]!.name_key;
    const name = await nameOf(chea.accountId);
    const two = world.breakGlassLines.slice(0, 2);
    expect(await give(two, { caseId: id, name: 'Nobody' })).toEqual({ ok: false, problem: 'NO_SUCH_PERSON' });
    expect(await give(two, { caseId: id, name: await nameOf(lead.accountId) })).toEqual({
      ok: false,
      problem: 'NO_SUCH_PERSON',
    });
    expect(await give(two, { caseId: id, name })).toEqual({ ok: true, value: null });
    expect((await open(world, chea, id)).opened?.report.text).toContain('[TEST]');
    expect(await world.em().execute(`select case_id from alarms where kind = 'BREAK_GLASS_USED'`)).toEqual([
      { case_id: id },
    ]);
    expect((await deed(world, chea, 'closeCase', { caseId: id, closing: 'HELPED' })).problems).toEqual([]);
  });
});

describe('alarms', () => {
  it('about a case do not reach those it must not reach', async () => {
    const own = await startWorld();
    const boss = await aPerson(own, 'Boss', { role: 'SUPERVISOR', placeCode: '14' });
    const watcher = await aPerson(own, 'Lead', { role: 'LEAD' });
    const { id } = await aCase(own, { notReadBy: [boss.accountId] });
    type Alarms = { alarms: { nodes: { id: string; caseId: string | null }[] } };
    const seenBy = async (person: Person) =>
      (await own.ask<Alarms>('{ alarms { nodes { id caseId } } }', {}, person)).data.alarms.nodes;
    expect(await seenBy(boss)).toEqual([]);
    const [alarm] = await seenBy(watcher);
    expect(alarm?.caseId).toBe(id);
    const see = async (person: Person) =>
      (
        await own.ask<{ seeAlarm: { alarm: { seenAt: string } | null; problems: object[] } }>(
          `mutation ($input: SeeAlarmInput!) { seeAlarm(input: $input) { alarm { seenAt } problems { code } } }`,
          { input: { alarmId: alarm!.id } },
          person,
        )
      ).data.seeAlarm;
    expect(await see(boss)).toEqual({ alarm: null, problems: [{ code: 'NOT_FOUND' }] });
    expect((await see(watcher)).alarm?.seenAt).toBe('2026-11-20T02:00:00.000Z');
    await own.end();
  });
});
