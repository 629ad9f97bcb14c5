import { enqueue, type Jobs } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPublishedIssue, aWaitingConcern } from '../testing/a-published-issue.ts';
import { aStaffMember } from '../testing/a-staff-member.ts';
import { seenIssue } from '../testing/an-official.ts';
import { someOffices } from '../testing/some-offices.ts';
import { lvea, somePlaces } from '../testing/some-places.ts';
import { startWorld, type World } from '../testing/world.ts';
import { Concern } from '../features/concerns/index.ts';
import { apiJobs, startApiJobs } from './start-api-jobs.ts';

let world: World;
let jobs: Jobs;
beforeAll(async () => {
  world = await startWorld();
  await somePlaces(world);
  await someOffices(world, lvea.village);
  jobs = await startApiJobs(world.service, world.database, { isPaused: true });
});
afterAll(async () => {
  await jobs.stop();
  await world.end();
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
});
