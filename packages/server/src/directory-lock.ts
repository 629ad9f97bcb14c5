import { readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a directory, as it wrote itself down. */
export type LockHolder = {
  /** Process id, as that process sees it (in a container that may be 1). */
  pid: number;
  host: string;
  /** Clock ticks since boot at which the process started, where /proc tells it: tells a reused id apart. */
  startTime: string | undefined;
  bootId: string | undefined;
  since: string;
};

/** Another process works on this directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
  readonly holder: LockHolder | undefined;

  constructor(directory: string, holder: LockHolder | undefined) {
    super(
      holder
        ? `The directory ${directory} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. Stop that process first; two at once would lose data.`
        : `The directory ${directory} is in use by another process. Stop that process first; two at once would lose data.`,
    );
    this.holder = holder;
  }
}

/**
 * Takes a directory for this process alone, until released or until the process ends in whatever way.
 *
 * The lock is the kernel's, on the file `lock` inside the directory (taken through SQLite, the only file lock
 * Node offers). So it is exclusive between racing processes, between containers sharing the directory, and
 * within one process; and it is gone the moment the holder dies: there is no stale lock to recognise. The file
 * `lock-holder.json` beside it only serves the message: it decides nothing.
 *
 * @throws DirectoryInUse when another holder has it
 */
export async function lockDirectory(directory: string): Promise<{ release(): Promise<void> }> {
  const holderFile = join(directory, 'lock-holder.json');
  const lock = new DatabaseSync(join(directory, 'lock'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = off; pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DirectoryInUse(directory, await readHolder(holderFile));
  }
  const me: LockHolder = {
    pid: process.pid,
    host: hostname(),
    startTime: startTimeOf(process.pid),
    bootId: currentBoot(),
    since: new Date().toISOString(),
  };
  const draft = `${holderFile}.${process.pid}`;
  // A full disk must not keep the holder from starting: the file only serves the message.
  await writeFile(draft, JSON.stringify(me))
    .then(() => rename(draft, holderFile))
    .catch(() => undefined);
  let released = false;
  return {
    async release() {
      if (released) return;
      released = true;
      await rm(holderFile, { force: true }).catch(() => undefined);
      lock.close();
    },
  };
}

/** SQLite's code for "another holds the lock" (SQLITE_BUSY). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

/** The present holder; a record left by a dead one is passed over while the new one writes its own. */
async function readHolder(file: string): Promise<LockHolder | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    const holder = text === undefined ? undefined : (JSON.parse(text) as LockHolder);
    if (holder && isPresent(holder)) return holder;
    await pause(50);
  }
  return undefined;
}

/** False only when it is certain that the record was left by a process that is gone. */
function isPresent(holder: LockHolder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.bootId !== currentBoot()) return false;
  if (holder.startTime === undefined) return true;
  return holder.startTime === startTimeOf(holder.pid);
}

/** The 22nd field of /proc/<pid>/stat; the second, the name, may itself hold spaces and brackets. */
function startTimeOf(pid: number): string | undefined {
  const stat = readQuietly(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function currentBoot(): string | undefined {
  return readQuietly('/proc/sys/kernel/random/boot_id')?.trim();
}

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
