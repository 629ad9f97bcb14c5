import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryInUse, lockDirectory } from './directory-lock.ts';

let directory: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-lock-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(end));
  await rm(directory, { recursive: true, force: true });
});

/** A process that tries the lock at a given moment, says how it went, and stays. */
function rival(startAt = 0): { process: ChildProcess; said: Promise<string> } {
  const code = `
    import { lockDirectory } from ${JSON.stringify(new URL('./directory-lock.ts', import.meta.url).href)};
    while (Date.now() < ${startAt});
    try { await lockDirectory(${JSON.stringify(directory)}); console.log('won'); }
    catch (error) { console.log(error.name + ' ' + error.holder?.pid); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  return { process: child, said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function refusal(): Promise<DirectoryInUse> {
  return lockDirectory(directory).then(
    () => Promise.reject(new Error('the lock was given')),
    (error: DirectoryInUse) => error,
  );
}

describe('the lock of a directory', () => {
  it('is given once, also within one process, and again after release', async () => {
    const lock = await lockDirectory(directory);
    expect((await refusal()).holder).toMatchObject({ pid: process.pid, host: hostname() });
    await lock.release();
    await lock.release();
    await (await lockDirectory(directory)).release();
  });

  it('names the process that holds it', async () => {
    const holder = rival();
    expect(await holder.said).toBe('won');
    const error = await refusal();
    expect(error).toBeInstanceOf(DirectoryInUse);
    expect(error.holder?.pid).toBe(holder.process.pid);
    expect(error.message).toContain(`process ${holder.process.pid}`);
  });

  it('is free the moment its holder is killed', async () => {
    const holder = rival();
    expect(await holder.said).toBe('won');
    await end(holder.process);
    // what the dead holder wrote is still there
    expect(JSON.parse(await readFile(join(directory, 'lock-holder.json'), 'utf8'))).toMatchObject({
      pid: holder.process.pid,
    });
    await (await lockDirectory(directory)).release();
  });

  it('goes to exactly one of those who race for a lock left behind', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = rival();
      expect(await before.said).toBe('won');
      await end(before.process);
      const startAt = Date.now() + 700;
      const rivals = [1, 2, 3, 4].map(() => rival(startAt));
      const said = await Promise.all(rivals.map((each) => each.said));
      const winner = rivals[said.indexOf('won')]!;
      expect(said.filter((line) => line === 'won')).toHaveLength(1);
      expect(said.filter((line) => line === `DirectoryInUse ${winner.process.pid}`)).toHaveLength(3);
      await Promise.all(rivals.map((each) => end(each.process)));
    }
  });

  it('names nobody rather than a stranger with a dead holder’s number', async () => {
    const lock = await lockDirectory(directory);
    const record = JSON.parse(await readFile(join(directory, 'lock-holder.json'), 'utf8')) as object;
    await writeFile(join(directory, 'lock-holder.json'), JSON.stringify({ ...record, startTime: '1' }));
    expect((await refusal()).holder).toBeUndefined();
    await writeFile(join(directory, 'lock-holder.json'), '{"pid":');
    expect((await refusal()).holder).toBeUndefined();
    await lock.release();
  });
});
