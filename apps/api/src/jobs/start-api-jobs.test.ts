import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@samleng/kernel';
import { createLog, enqueue, type Jobs } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPublishedIssue, aWaitingConcern } from '../testing/a-published-issue.ts';
import { aStaffMember } from '../testing/a-staff-member.ts';
import { seenIssue } from '../testing/an-official.ts';
import { someOffices } from '../testing/some-offices.ts';
import { lvea, somePlaces } from '../testing/some-places.ts';
import { startWorld, type World } from '../testing/world.ts';
import { Concern } from '../features/concerns/index.ts';
import { Invitation, removeEnded, SignInChallenge } from '../features/accounts/index.ts';
import { recountSupports } from '../features/issues/index.ts';
import { apiJobs, startApiJobs } from './start-api-jobs.ts';

let world: World;
const quiet = createLog({ name: 'test', level: 'silent' });
let jobs: Jobs;
let heads: string;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  await someOffices(world, lvea.village);
  heads = await mkdtemp(join(tmpdir(), 'samleng-heads-'));
  const settings = { ...world.settings, AUDIT_HEAD_DIRECTORY: heads };
  jobs = await startApiJobs({ ...world.service, settings }, world.database, { isPaused: true });
});
afterAll(async () => {
  await jobs.stop();
  await world.end();
  await rm(heads, { recursive: true, force: true });
});

async function run(...names: (keyof typeof apiJobs)[]): Promise<{ done: number; failed: number }> {
  for (const name of names) await world.em().transactional((em) => enqueue(em, name, {}));
  return jobs.runNow();
}

describe('the jobs of the service', () => {
  it('are planned, each at its time in Cambodia', async () => {
    const planned = await world
      .em()
      .execute<{ name: string; cron: string; timezone: string }[]>(
        'select name, cron, timezone from pgboss.schedule order by name',
      );
    expect(planned).toEqual(
      Object.entries(apiJobs)
        .map(([name, { cron }]) => ({ name, cron, timezone: 'Asia/Phnom_Penh' }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    );
  });

  it('escalate with the clock of the service, and twice is once', async () => {
    const facilitator = await aStaffMember(world, 'Sokha', [
      { role: 'FACILITATOR', placeCode: lvea.commune },
    ]);
    const id = await aPublishedIssue(world, facilitator);
    expect(await run('escalate-unanswered')).toEqual({ done: 1, failed: 0 });
    expect((await seenIssue(world, id, {})).currentAssignment?.office.kind).toBe('SCHOOL');
    world.clock.advance(30 * 86_400_000);
    expect(await run('escalate-unanswered', 'escalate-unanswered')).toEqual({ done: 2, failed: 0 });
    expect((await seenIssue(world, id, {})).currentAssignment?.office.kind).toBe('COMMUNE_COUNCIL');
    expect(await world.em().execute('select count(*)::int as turns from assignments')).toEqual([
      { turns: 2 },
    ]);
  });

  it('all run on what is there, and on nothing', async () => {
    const id = await aWaitingConcern(world);
    await world.em().nativeUpdate(Concern, { id }, { moderatedAt: world.clock.now(), state: 'RETURNED' });
    const names = Object.keys(apiJobs) as (keyof typeof apiJobs)[];
    expect(await run(...names)).toEqual({ done: names.length, failed: 0 });
    expect((await world.em().findOneOrFail(Concern, { id })).text).not.toBeNull();
    world.clock.advance(31 * 86_400_000);
    expect(await run(...names)).toEqual({ done: names.length, failed: 0 });
    expect((await world.em().findOneOrFail(Concern, { id })).text).toBeNull();
    expect(await jobs.deadLetters()).toBe(0);
  });

  it('put a count of supports right that was not, and have its commune ranked anew', async () => {
    const [issue] = await world
      .em()
      .execute<{ id: string; support_count: number }[]>(
        'update issues set support_count = support_count + 7 returning id, support_count',
      );
    const put = await recountSupports({ ...world.service, log: quiet, em: world.em() });
    expect(put).toEqual([
      { issueId: issue!.id, kept: issue!.support_count, counted: issue!.support_count - 7 },
    ]);
    expect(await world.em().execute('select commune_code from rankings_due')).toEqual([
      { commune_code: lvea.commune },
    ]);
    expect(await recountSupports({ ...world.service, log: quiet, em: world.em() })).toEqual([]);
  });

  it('remove sessions, challenges and invitations a day after their end, and nothing that lives', async () => {
    await aStaffMember(world, 'Bora', [{ role: 'ADMINISTRATOR' }]);
    const [account] = await world
      .em()
      .execute<{ id: string }[]>(`select id from accounts where name = 'Bora'`);
    await world.em().insert(SignInChallenge, {
      tokenHash: 'c'.repeat(64),
      accountId: account!.id,
      purpose: 'SIGN_IN',
      triesLeft: 3,
      expiresAt: new Date(world.clock.now().getTime() + 300_000),
    });
    await world.em().insert(Invitation, {
      id: newId(),
      accountId: account!.id,
      tokenHash: 'd'.repeat(64),
      sealedTotpSecret: '',
      expiresAt: new Date(world.clock.now().getTime() + 300_000),
    });
    const kept = async () =>
      (
        await world.em().execute<{ n: number }[]>(
          `select (select count(*) from sessions where account_id = ?) + (select count(*) from sign_in_challenges)
             + (select count(*) from invitations) as n`,
          [account!.id],
        )
      )[0]?.n;
    await removeEnded({ clock: world.clock, em: world.em() });
    expect(Number(await kept())).toBe(3);
    world.clock.advance(86_400_000 + 301_000);
    await removeEnded({ clock: world.clock, em: world.em() });
    expect(Number(await kept())).toBe(1);
    world.clock.advance(8 * 3_600_000);
    await removeEnded({ clock: world.clock, em: world.em() });
    expect(Number(await kept())).toBe(0);
  });
});
