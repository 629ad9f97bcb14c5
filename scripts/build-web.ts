import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runIn } from './run.ts';

const stampFile = join(root, 'apps/web/build/.built-from');
const sources = [
  'apps/web',
  'packages/messages',
  'packages/surveys',
  'packages/vocabulary',
  'pnpm-lock.yaml',
  'apps/api/schema.graphql',
  'apps/protection/schema.graphql',
];
const passedOver = new Set(['node_modules', 'build', '.svelte-kit', 'generated', 'paraglide', 'cache']);

/** Builds the pages when their sources have changed since the last build. Gives whether they stand. */
export async function buildWeb(): Promise<boolean> {
  const stamp = await stampOfSources();
  const before = await readFile(stampFile, 'utf8').catch(() => '');
  if (before === stamp) return true;
  console.log('Building the pages …');
  if ((await runIn('apps/web', 'graphql-codegen', ['--config', 'codegen.ts', '--silent'])) !== 0)
    return false;
  if ((await runIn('apps/web', 'vite', ['build', '--logLevel', 'warn'])) !== 0) return false;
  await writeFile(stampFile, stamp);
  return true;
}

async function stampOfSources(): Promise<string> {
  const lines: string[] = [];
  for (const source of sources) await collect(join(root, source), lines);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

async function collect(path: string, lines: string[]): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory()) {
    lines.push(`${path} ${found.size} ${Math.trunc(found.mtimeMs)}`);
    return;
  }
  for (const name of await readdir(path)) if (!passedOver.has(name)) await collect(join(path, name), lines);
}
