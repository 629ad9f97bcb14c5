import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const names = ['RECEIPT_PEPPER', 'SECRETS_KEY', 'DEVICE_KEY', 'WEB_KEY'] as const;

/**
 * The keys of the demo, made once and kept beside its data for the owner alone. A real deployment gives its own
 * keys through the environment, from where it keeps secrets.
 */
export async function demoKeys(directory: string): Promise<Record<string, string>> {
  const file = join(directory, 'demo-keys.json');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, string>,
    () => ({}) as Record<string, string>,
  );
  const keys = Object.fromEntries(names.map((name) => [name, kept[name] ?? randomBytes(32).toString('hex')]));
  if (names.some((name) => kept[name] === undefined))
    await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}
