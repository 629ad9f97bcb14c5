import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandSettings } from './config.ts';
import { newBreakGlass } from './sealing/break-glass.ts';

/**
 * The public break-glass key: as set, or, in the demo, one made at the first start. Only the demo writes the shares
 * down: they lie beside its data, for practising the drill.
 */
export async function openBreakGlassKey(
  settings: Pick<CommandSettings, 'BREAK_GLASS_PUBLIC_KEY' | 'DATA_DIRECTORY'>,
): Promise<Uint8Array> {
  if (settings.BREAK_GLASS_PUBLIC_KEY)
    return new Uint8Array(Buffer.from(settings.BREAK_GLASS_PUBLIC_KEY, 'hex'));
  const file = join(settings.DATA_DIRECTORY, 'demo-break-glass.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null)
    return new Uint8Array(Buffer.from((JSON.parse(kept) as { publicKey: string }).publicKey, 'hex'));
  const { publicKey, lines } = newBreakGlass();
  await mkdir(settings.DATA_DIRECTORY, { recursive: true, mode: 0o700 });
  const content = { publicKey: Buffer.from(publicKey).toString('hex'), shares: lines };
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  return publicKey;
}
