import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aConcern,
  comeBack,
  isReady,
  kill,
  raise,
  type Raised,
  type RunningService,
  startService,
} from './running-service.ts';

const running: RunningService[] = [];
const directories: string[] = [];

async function service(directory: string): Promise<RunningService> {
  const started = await startService(directory);
  running.push(started);
  return started;
}

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'samleng-faults-'));
  directories.push(directory);
  return directory;
}

afterEach(async () => {
  for (const each of running.splice(0)) await kill(each, 'SIGKILL');
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
});

describe('the data directory', () => {
  it('belongs to one process: a second one is refused with the id of the first, which goes on', async () => {
    const directory = await emptyDirectory();
    const first = await service(directory);
    expect(await isReady(first)).toBe(true);
    const second = await service(directory);
    expect(await isReady(second)).toBe(false);
    expect(second.child.exitCode).not.toBe(0);
    expect(second.log()).toContain(String(first.child.pid));
    expect((await raise(first.address, aConcern()))?.data?.['raiseConcern']?.problems).toEqual([]);
  });

  it('keeps every concern whose receipt was given, through ten kills at any moment', async () => {
    const directory = await emptyDirectory();
    const acknowledged: Raised[] = [];
    const unanswered: Raised[] = [];
    for (let round = 0; round < 10; round += 1) {
      const current = await service(directory);
      expect(await isReady(current), current.log()).toBe(true);
      const sending = Array.from({ length: 6 }, async () => {
        const concern = aConcern();
        const sent = await raise(current.address, concern);
        (sent?.data?.['raiseConcern']?.problems?.length === 0 ? acknowledged : unanswered).push(concern);
      });
      await new Promise((resolve) => setTimeout(resolve, 40 + round * 60));
      await kill(current, 'SIGKILL');
      await Promise.all(sending);
    }
    const last = await service(directory);
    expect(await isReady(last), last.log()).toBe(true);
    for (const { receipt, text } of acknowledged)
      expect((await comeBack(last.address, receipt))?.text).toContain(text);
    // What was not acknowledged is sent again by the phone: it arrives once, whether or not it was written before.
    for (const concern of unanswered) {
      expect((await raise(last.address, concern))?.data?.['raiseConcern']?.problems).toEqual([]);
      expect((await raise(last.address, concern))?.data?.['raiseConcern']?.problems).toEqual([]);
      expect((await comeBack(last.address, concern.receipt))?.text).toContain(concern.text);
    }
    expect(acknowledged.length + unanswered.length).toBe(60);
  });
});
