import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { demoKeys } from './demo-keys.ts';
import { deskPeople, firstPeople, signInLines } from './demo-sign-ins.ts';
import { answers, endService, freePort, root, startService } from './run.ts';

// Starts the whole product for trying it out: the embedded database in ./data, the demo world, API and pages.
// A real deployment starts the services one by one (docs/operations.md).

const data = process.env['DATA_DIRECTORY'] ?? join(root, 'data');
const services: ChildProcess[] = [];
let isEnding = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

if (!(await buildWeb())) await end(1, 'The pages could not be built; the reason stands above.');
const webPort = await freePort(Number(process.env['WEB_PORT'] ?? 3000));
const apiPort = await freePort(Number(process.env['API_PORT'] ?? 4000));
const deskPort = await freePort(Number(process.env['PROTECTION_PORT'] ?? 4100));
const keys = await demoKeys(data);
const webOrigin = process.env['WEB_ORIGIN'] ?? `http://localhost:${webPort}`;
const shared = { MODE: 'demo', SAMLENG_MODE: 'demo', WEB_ORIGIN: webOrigin, PUBLIC_URL: webOrigin };

await bringUp(
  'the participation service',
  ['--import', '@oxc-node/core/register', 'src/main.ts'],
  'apps/api',
  {
    ...shared,
    ...keys.participation,
    PROTECTION_URL: `http://127.0.0.1:${deskPort}`,
    PORT: String(apiPort),
    DATA_DIRECTORY: join(data, 'api'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  },
  `http://localhost:${apiPort}/health/ready`,
);
await bringUp(
  'the protection desk',
  ['--import', '@oxc-node/core/register', 'src/main.ts'],
  'apps/protection',
  {
    ...shared,
    ...keys.protection,
    PORT: String(deskPort),
    DATA_DIRECTORY: join(data, 'protection'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  },
  `http://localhost:${deskPort}/health/ready`,
);
await bringUp(
  'the pages',
  ['server.ts'],
  'apps/web',
  {
    ...shared,
    WEB_KEY: keys.participation['WEB_KEY'] ?? '',
    PORT: String(webPort),
    API_URL: `http://127.0.0.1:${apiPort}`,
    PROTECTION_URL: `http://127.0.0.1:${deskPort}`,
    PROTECTION_WEB_KEY: keys.protection['PROTECTION_WEB_KEY'] ?? '',
  },
  `http://localhost:${webPort}/health/live`,
);
printBanner();

async function bringUp(
  name: string,
  args: string[],
  folder: string,
  env: Record<string, string>,
  address: string,
) {
  const child = startService(args, join(root, folder), env);
  services.push(child);
  if (!(await answers(address, child, 120))) await end(1, `${name} did not start; the reason stands above.`);
  child.on('exit', () => void end(1, `${name} ended.`));
}

async function end(code: number, reason?: string): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  if (reason) console.error(reason);
  await Promise.all(services.toReversed().map((child) => endService(child, 15)));
  process.exit(code);
}

function printBanner(): void {
  const line = '─'.repeat(74);
  console.log(`
${line}
 Samleng សំឡេង: this is a DEMO. Its people, figures and answers are invented.
 Do not enter anything real: nobody reads it. In danger? Call 1280, free.
${line}
 Pages for children        ${webOrigin}/
 Sign-in for staff         ${webOrigin}/sign-in
 Sign-in, protection desk  ${webOrigin}/protect
 GraphQL, participation    http://localhost:${apiPort}/graphql
 GraphQL, protection desk  http://localhost:${deskPort}/graphql
 Data                      ${data}

 To sign in as: name, passphrase, six digits of this moment
${signInLines(firstPeople(), Date.now(), ({ role }) => role.toLowerCase())
  .map((each) => `   ${each}`)
  .join('\n')}
 At the protection desk, where people have accounts of their own
${signInLines(deskPeople, Date.now(), ({ role }) => role)
  .map((each) => `   ${each}`)
  .join('\n')}
 The digits change every 30 seconds and are taken once. New ones, and everybody
 else of the demo: npx --yes pnpm@12.21.0 demo:code
${line}`);
}
