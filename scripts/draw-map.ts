import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { root } from './run.ts';

// pnpm docs:map [--check]
// Draws the map of the house in docs/architecture.md from the imports of the code, as the fences read them. With --check
// it changes nothing and fails when the drawn map is not that of the code.

/** What dependency-cruiser tells of one file. */
type Cruised = { readonly source: string; readonly dependencies: readonly { readonly resolved: string }[] };

const page = join(root, 'docs/architecture.md');
const markers = { begin: '<!-- map:begin -->', end: '<!-- map:end -->' };
/** Tests, benchmarks and commands are no part of what runs. */
const isAside = /\.test\.ts$|\/testing\/|\/command-line\/|\/bench[^/]*\.ts$/;
/** Everybody imports these two; their arrows would hide the others. */
const underAll = new Set(['packages/kernel', 'packages/vocabulary']);
/** How the parts meet where they do not import: no fence sees these. */
const meetings = [
  ['apps/web', 'apps/api', 'GraphQL'],
  ['apps/web', 'packages/messages', 'compiled'],
] as const;

const drawn = await format(`${markers.begin}\n\n${mapOf(arrowsOf(await cruise()))}\n${markers.end}\n`, {
  ...(await resolveConfig(page)),
  parser: 'markdown',
});
const before = await readFile(page, 'utf8');
const begins = before.indexOf(markers.begin);
const ends = before.indexOf(markers.end);
if (begins < 0 || ends < begins) {
  console.error(`docs/architecture.md has no place for the map: ${markers.begin} … ${markers.end}`);
  process.exit(2);
}
const after = before.slice(0, begins) + drawn.trimEnd() + before.slice(ends + markers.end.length);
if (before === after) console.log('The map in docs/architecture.md is that of the code.');
else if (process.argv.includes('--check')) {
  console.error(
    'The map in docs/architecture.md is not that of the code: run `pnpm docs:map` and commit it.',
  );
  process.exitCode = 1;
} else {
  await writeFile(page, after);
  console.log('The map in docs/architecture.md was drawn anew.');
}

async function cruise(): Promise<readonly Cruised[]> {
  const folders = ['packages', 'apps/api/src', 'apps/protection/src', 'apps/web/src'];
  const { stdout } = await promisify(execFile)(
    'depcruise',
    [...folders, '--config', '.dependency-cruiser.js', '--output-type', 'json'],
    { cwd: root, maxBuffer: 2 ** 28 },
  );
  return (JSON.parse(stdout) as { readonly modules: readonly Cruised[] }).modules;
}

/** The box a file lies in: its package, its feature, or its app; null for what is not ours. */
function boxOf(path: string): string | null {
  return (
    /^(?:packages\/[^/]+|apps\/(?:api|protection)\/src\/features\/[^/]+|apps\/[^/]+)(?=\/)/.exec(path)?.[0] ??
    null
  );
}

/** From each box to those it imports. */
function arrowsOf(files: readonly Cruised[]): ReadonlyMap<string, ReadonlySet<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const { source, dependencies } of files) {
    const from = boxOf(source);
    if (from === null || isAside.test(source)) continue;
    const known = arrows.get(from) ?? new Set();
    arrows.set(from, known);
    for (const { resolved } of dependencies) {
      const to = boxOf(resolved);
      if (to !== null && to !== from) known.add(to);
    }
  }
  return new Map([...arrows].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function mapOf(arrows: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [
    'Who imports whom. Every package and app may import `kernel` and `vocabulary`; those arrows are left out. Dotted lines are no imports.',
    fenced(packagesAndApps(arrows)),
    ...['api', 'protection'].flatMap((app) => featuresOf(app, arrows)),
  ].join('\n\n');
}

/** Apps as a whole above, packages below. */
function packagesAndApps(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const whole = (box: string) => /^(?:packages|apps)\/[^/]+/.exec(box)![0];
  const boxes = [...new Set([...arrows.keys()].map(whole))];
  const lines = new Set<string>();
  for (const [from, known] of arrows)
    for (const to of known)
      if (whole(from) !== whole(to) && !underAll.has(whole(to)))
        lines.add(`${idOf(whole(from))} --> ${idOf(whole(to))}`);
  const box = (path: string) => `${idOf(path)}["${path}"]`;
  return [
    'flowchart TB',
    ...boxes.filter((path) => path.startsWith('apps/')).map(box),
    ...boxes.filter((path) => path.startsWith('packages/')).map(box),
    ...[...lines].toSorted(),
    ...meetings.map(([from, to, how]) => `${idOf(from)} -. ${how} .-> ${idOf(to)}`),
  ];
}

/** The features of a service with what each imports of the others, and the packages each counts with. */
function featuresOf(app: string, arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const folder = `apps/${app}/src/features/`;
  const features = [...arrows].filter(([box]) => box.startsWith(folder));
  if (features.length === 0) return [];
  const nameOf = (box: string) => box.slice(folder.length);
  const lines = features.flatMap(([from, known]) =>
    [...known]
      .filter((to) => to.startsWith(folder))
      .toSorted()
      .map((to) => `${nameOf(from)} --> ${nameOf(to)}`),
  );
  const rows = features.map(([box, known]) => {
    const packages = [...known]
      .filter((to) => to.startsWith('packages/') && !underAll.has(to))
      .map((to) => `\`${to.slice('packages/'.length)}\``)
      .toSorted();
    return `| \`${nameOf(box)}\` | ${packages.join(', ') || '–'} |`;
  });
  return [
    `The features of \`apps/${app}\`:`,
    fenced(['flowchart RL', ...features.map(([box]) => nameOf(box)), ...lines]),
    ['| Feature | Packages it imports besides `kernel` and `vocabulary` |', '| --- | --- |', ...rows].join(
      '\n',
    ),
  ];
}

function idOf(path: string): string {
  return path.replace(/\W/g, '_');
}

function fenced(lines: readonly string[]): string {
  return ['```mermaid', lines[0], ...lines.slice(1).map((line) => `  ${line}`), '```'].join('\n');
}
