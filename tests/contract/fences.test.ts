import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const graphql = 'node_modules/.pnpm/graphql@16.15.0/node_modules/graphql';
/** What each planted file imports, and the fence it is to fall foul of; null: none. */
const planted: Record<string, { text: string; fence: string | null }> = {
  ...Object.fromEntries(
    ['api', 'protection'].flatMap((service) => [
      [
        `apps/${service}/src/features/planted/do-something.ts`,
        {
          text: `import { parse } from 'graphql';\nexport const done = parse;`,
          fence: 'no-graphql-in-deeds',
        },
      ],
      [
        `apps/${service}/src/features/planted/planted.entity.ts`,
        { text: `export { parse } from 'graphql';`, fence: 'no-graphql-in-deeds' },
      ],
      [
        `apps/${service}/src/features/planted/planted.resolver.ts`,
        { text: `import { parse } from 'graphql';\nexport const shown = parse;`, fence: null },
      ],
    ]),
  ),
  'apps/api/src/features/planted/look-into-a-case.ts': {
    text: `import { done } from '../../../../protection/src/features/planted/do-something.ts';\nexport const seen = done;`,
    fence: 'services-do-not-know-each-other',
  },
};
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'samleng-fences-'));
  const files = {
    ...Object.fromEntries(Object.entries(planted).map(([path, { text }]) => [path, text])),
    [`${graphql}/package.json`]: '{ "name": "graphql", "version": "16.15.0", "main": "index.js" }',
    [`${graphql}/index.js`]: 'exports.parse = () => {};',
    '.dependency-cruiser.js': await readFile(join(root, '.dependency-cruiser.js'), 'utf8'),
    'package.json': '{ "type": "module" }',
    'tsconfig.json': '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  for (const service of ['api', 'protection']) {
    await mkdir(join(directory, `apps/${service}/node_modules`));
    await symlink(join(directory, graphql), join(directory, `apps/${service}/node_modules/graphql`));
  }
});
afterAll(() => rm(directory, { recursive: true, force: true }));

it('the fences stop a planted breach in either service, and nothing beside it', async () => {
  const report = await new Promise<string>((resolve) => {
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const given = [cruise, '--config', '.dependency-cruiser.js', '--output-type', 'json', 'apps'];
    execFile(process.execPath, given, { cwd: directory }, (_error, stdout) => resolve(stdout));
  });
  const { summary } = JSON.parse(report) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  const found = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
  const expected = Object.entries(planted)
    .filter(([, { fence }]) => fence !== null)
    .map(([path, { fence }]) => `${path}: ${fence}`)
    .sort();
  expect(found).toEqual(expected);
});
