import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root, run, runIn } from './run.ts';

// Everything that must hold, in one command. `pnpm test` runs all parts and tells at the end which failed;
// `pnpm test types packages` runs some, one after another.

type Part = { readonly name: string; readonly what: string; readonly run: () => Promise<number> };

const vitest =
  (project: string, env: Record<string, string> = {}) =>
  () =>
    run(
      'vitest',
      [
        'run',
        '--project',
        project,
        '--reporter',
        process.env['CI'] ? 'default' : 'dot',
        // Beside another lane each takes one core.
        ...(process.env['SAMLENG_TEST_LANE'] ? ['--maxWorkers', '1'] : []),
      ],
      { env },
    );

const parts: readonly Part[] = [
  {
    name: 'types',
    what: 'the compiler agrees: packages, services, pages',
    run: () =>
      all([
        () => run('tsc', ['-p', 'tsconfig.json']),
        () => run('tsc', ['-p', 'apps/api']),
        () => run('tsc', ['-p', 'apps/protection']),
        () => run('tsc', ['-p', 'tests']),
        () => runIn('apps/web', 'graphql-codegen', ['--config', 'codegen.ts', '--silent']),
        () =>
          runIn('apps/web', 'paraglide-js', [
            'compile',
            '--project',
            '../../packages/messages/project.inlang',
            '--outdir',
            'src/lib/paraglide',
            '--strategy',
            'baseLocale',
            '--output-structure',
            'locale-modules',
            '--silent',
          ]),
        () => runIn('apps/web', 'svelte-kit', ['sync']),
        () => runIn('apps/web', 'svelte-check', ['--tsconfig', './tsconfig.json', '--threshold', 'warning']),
      ]),
  },
  {
    name: 'lint',
    what: 'style, format and words',
    run: () =>
      all([
        () => run('eslint', ['.', '--max-warnings', '0']),
        () => run('prettier', ['--check', '--log-level', 'warn', '.']),
      ]),
  },
  {
    name: 'fences',
    what: 'the import law, and nothing unused',
    run: () =>
      all([
        () =>
          run('depcruise', [
            'packages',
            'apps/api/src',
            'apps/protection/src',
            'apps/web/src',
            '--config',
            '.dependency-cruiser.js',
          ]),
        () => run('knip', []),
        () => run('node', ['scripts/draw-map.ts', '--check']),
      ]),
  },
  { name: 'packages', what: 'the pure packages', run: vitest('packages') },
  { name: 'server', what: 'what every service needs, on both databases', run: vitest('server') },
  { name: 'api', what: 'the participation service on the embedded database', run: vitest('api') },
  {
    name: 'api-postgres',
    what: 'the participation service on a real PostgreSQL',
    run: vitest('api', { SAMLENG_TEST_DATABASE: 'postgres' }),
  },
  {
    name: 'protection',
    what: 'the protection desk on the embedded database',
    run: vitest('protection'),
  },
  { name: 'web', what: 'the parts of the pages', run: vitest('web') },
  { name: 'contract', what: 'schema, operations and words fit together', run: vitest('contract') },
  { name: 'faults', what: 'nothing is lost when something breaks', run: vitest('faults') },
  { name: 'journeys', what: 'people get through, in Chromium, with accessibility', run: vitest('journeys') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${parts.map((part) => part.name).join(', ')}.`);
  process.exit(2);
}

/**
 * Two lanes side by side take the next part when they are free, the long ones first, so that they end about together.
 * Journeys build the pages from what types made: they begin when types are done.
 */
const order: readonly string[] = [
  'types',
  'api',
  'journeys',
  'protection',
  'api-postgres',
  'faults',
  'lint',
  'server',
  'packages',
  'contract',
  'fences',
  'web',
];
const lanes = 2;
const waitsFor: Readonly<Record<string, string>> = { journeys: 'types' };

const forgotten = parts.filter(({ name }) => !order.includes(name));
if (forgotten.length > 0) throw new Error(`In no lane: ${forgotten.map(({ name }) => name).join(', ')}.`);

const failed: string[] = [];
const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part.name));
if (wanted.length === 0) await runAll();
else for (const part of chosen) await runPart(part);
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')} (in ${root})`);
console.log(`\n${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);

async function runPart(part: Part): Promise<void> {
  const begun = Date.now();
  console.log(`\n━━ ${part.name}: ${part.what}`);
  const code = await part.run();
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`━━ ${part.name}: ${code === 0 ? 'good' : 'FAILED'} after ${seconds} s`);
  if (code !== 0) failed.push(part.name);
}

/** Runs every part as a process of its own, whose words are shown when it ends, so that lanes do not mix. */
async function runAll(): Promise<void> {
  const waiting = [...order];
  const done = new Set<string>();
  const lane = async (): Promise<void> => {
    for (;;) {
      const next = waiting.findIndex((name) => !waitsFor[name] || done.has(waitsFor[name]));
      const [name] = next < 0 ? [] : waiting.splice(next, 1);
      if (!name) return;
      console.log(`… ${name} begins`);
      const { code, said } = await inOwnProcess(name);
      process.stdout.write(said);
      done.add(name);
      if (code !== 0) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function inOwnProcess(name: string): Promise<{ code: number; said: Buffer }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name], {
    env: { ...process.env, SAMLENG_TEST_LANE: 'yes' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(said) }));
  });
}

/** Runs all of them, also after one has failed; gives the first code that is not 0. */
async function all(steps: readonly (() => Promise<number>)[]): Promise<number> {
  let worst = 0;
  for (const step of steps) worst = (await step()) || worst;
  return worst;
}
