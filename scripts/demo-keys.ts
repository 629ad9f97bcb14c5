import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { envelopeKeys } from '../packages/server/src/sealed-envelopes.ts';

const shared = ['RECEIPT_PEPPER'] as const;
const ofParticipation = ['SECRETS_KEY', 'DEVICE_KEY', 'WEB_KEY'] as const;
const ofProtection = [
  'PROTECTION_SECRETS_KEY',
  'PROTECTION_DEVICE_KEY',
  'PROTECTION_DESK_KEY',
  'PROTECTION_WEB_KEY',
  'PROTECTION_INTAKE_KEY',
] as const;
const names = [...shared, ...ofParticipation, ...ofProtection];

/**
 * The keys of the demo, made once and kept beside its data for the owner alone. A real deployment gives its own
 * keys through the environment, from where it keeps secrets.
 */
export async function demoKeys(
  directory: string,
): Promise<{ participation: Record<string, string>; protection: Record<string, string> }> {
  const file = join(directory, 'demo-keys.json');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, string>,
    () => ({}) as Record<string, string>,
  );
  const keys = Object.fromEntries(names.map((name) => [name, kept[name] ?? randomBytes(32).toString('hex')]));
  if (names.some((name) => kept[name] === undefined))
    await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  const some = (wanted: readonly string[]) =>
    Object.fromEntries(wanted.map((name) => [name, keys[name] ?? '']));
  const deskKeys = envelopeKeys(Buffer.from(keys['PROTECTION_DESK_KEY'] ?? '', 'hex'), 'protection desk');
  // Shared are the pepper, since one receipt opens both, and what hands a moved concern in: it opens nothing.
  return {
    participation: {
      ...some([...shared, ...ofParticipation, 'PROTECTION_INTAKE_KEY']),
      PROTECTION_DESK_PUBLIC_KEY: Buffer.from(deskKeys.publicKey).toString('hex'),
    },
    protection: some([...shared, ...ofProtection]),
  };
}
