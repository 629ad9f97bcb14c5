import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from './audit-chain.ts';

const shape = /^audit-head-\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Writes the head of an audit into a file of the day, to be carried outside: whoever owns the database can then no
 * longer cut the chain or write it anew without being found out. A later head of the same day replaces the earlier.
 *
 * @param day as `2026-11-23`
 * @returns the file
 */
export async function writeAuditHead(
  directory: string,
  head: AuditHead,
  when: { readonly day: string; readonly at: Date },
): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, `audit-head-${when.day}.json`);
  // Complete or not there: a file cut short by a crash would be read as a broken audit.
  await writeFile(`${file}.new`, `${JSON.stringify({ ...head, at: when.at.toISOString() })}\n`);
  await rename(`${file}.new`, file);
  return file;
}

/** The head written last into a directory, or undefined when there is none. */
export async function lastAuditHead(directory: string): Promise<AuditHead | undefined> {
  const files = await readdir(directory).catch(() => [] as string[]);
  const last = files
    .filter((name) => shape.test(name))
    .sort()
    .at(-1);
  return last ? readAuditHead(join(directory, last)) : undefined;
}

/**
 * The head in a file.
 *
 * @throws Error when there is none in it
 */
export async function readAuditHead(file: string): Promise<AuditHead> {
  const { sequence, hash } = JSON.parse(await readFile(file, 'utf8')) as Partial<AuditHead>;
  if (typeof sequence !== 'number' || typeof hash !== 'string') throw new Error(`${file} holds no head.`);
  return { sequence, hash };
}
