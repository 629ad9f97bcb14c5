import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@samleng/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../entities.ts';
import { migrations } from '../migrations/index.ts';
import {
  aClub,
  anOpenPoll,
  closeByTwo,
  pollRefusals,
  someCards,
  twoFacilitators,
} from '../testing/a-poll.ts';
import { somePlaces } from '../testing/some-places.ts';
import { aDevice, startWorld, type World } from '../testing/world.ts';

const run = promisify(execFile);
const command = fileURLToPath(new URL('./poll-audit.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-polls-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function audit(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  const environment: NodeJS.ProcessEnv = { ...process.env, DATA_DIRECTORY: join(directory, 'data') };
  delete environment['DATABASE_URL'];
  try {
    const { stdout, stderr } = await run(
      process.execPath,
      ['--import', '@oxc-node/core/register', command, ...options],
      { cwd: root, env: environment },
    );
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** Works on the database the command reads; it is closed in between, for one process has it at a time. */
async function inWorld<Value>(work: (world: World) => Promise<Value>): Promise<Value> {
  const database = await openDatabase({ entities, migrations, directory: join(directory, 'data') });
  await database.migrate();
  const world = await startWorld(database);
  try {
    return await work(world);
  } finally {
    await world.end();
  }
}

describe('pnpm poll:audit', () => {
  it('counts closed polls again, and fails once one row is changed', async () => {
    const pollId = await inWorld(async (world) => {
      await somePlaces(world);
      const two = await twoFacilitators(world);
      const made = await anOpenPoll(world, two[0]);
      const clubId = await aClub(world, 5, 5);
      const { codes } = await someCards(world, two[0], { pollId: made, clubId });
      for (const card of codes)
        await pollRefusals(
          world,
          'castBallot',
          { pollId: made, card, ballot: { ranking: ['o2', 'o1'] } },
          { device: aDevice() },
        );
      await closeByTwo(world, made, two);
      return made;
    });
    const fine = `${pollId} agrees\n1 closed polls counted again, 0 differ.\n`;
    expect(await audit()).toEqual({ code: 0, out: fine, err: '' });
    expect(await audit(pollId)).toEqual({ code: 0, out: fine, err: '' });
    expect((await audit('not-an-id')).code).toBe(2);
    expect((await audit('00000000-0000-7000-8000-000000000000')).code).toBe(1);

    await inWorld((world) =>
      world
        .em()
        .execute(
          `update counted_ballots set choice = '{"ranking":["o3"]}' where poll_id = ? and number = 4`,
          [pollId],
        ),
    );
    const tampered = await audit();
    expect(tampered.code).toBe(1);
    expect(tampered.err).toContain(
      `${pollId} DIFFERS: ballots, papers or poll are not those that were counted`,
    );
    expect(tampered.out).toBe('1 closed polls counted again, 1 differ.\n');
  });
});
