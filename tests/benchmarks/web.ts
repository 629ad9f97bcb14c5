import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import lighthouse from 'lighthouse';
import { buildWeb } from '../../scripts/build-web.ts';
import { answers, endService, freePort } from '../../scripts/run.ts';

// pnpm bench:web
// Bytes and requests of the children's pages, and what Lighthouse says of them on a slow phone (its mobile throttling).

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
if (!(await buildWeb())) process.exit(1);
const webPort = await freePort(43_400);
const pages = `http://localhost:${webPort}`;
const key = randomBytes(32).toString('hex');
const env = {
  ...process.env,
  MODE: 'demo',
  SAMLENG_MODE: 'demo',
  WEB_ORIGIN: pages,
  PUBLIC_URL: pages,
  RECEIPT_PEPPER: key,
  SECRETS_KEY: key,
  DEVICE_KEY: key,
  WEB_KEY: key,
  LOG_LEVEL: 'error',
};
const service = fork(here('../journeys/service.ts'), {
  execArgv: ['--import', '@oxc-node/core/register'],
  env: { ...env, PORT: '0' },
});
const { port } = await new Promise<{ port: number }>((resolve) =>
  service.once('message', (message) => resolve(message as { port: number })),
);
const web = spawn(process.execPath, ['server.ts'], {
  cwd: here('../../apps/web/'),
  env: { ...env, PORT: String(webPort), API_URL: `http://127.0.0.1:${port}` },
  stdio: 'ignore',
});
await answers(`${pages}/health/live`, web, 60);
const debugPort = await freePort(43_500);
const profile = await mkdtemp(join(tmpdir(), 'samleng-lighthouse-'));
const browser = spawn(
  process.env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath()),
  [
    ...sparticuz.args.filter((argument) => argument !== '--single-process'),
    `--remote-debugging-port=${debugPort}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-quic',
  ],
  { stdio: 'ignore' },
);
await answers(`http://127.0.0.1:${debugPort}/json/version`, browser, 30);

try {
  const list = await (await fetch(`${pages}/issues?commune=140907`)).text();
  const issue = /href="(\/issues\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? '/issues';
  console.log(`${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`);
  console.log('page                        performance accessibility practices   KB  requests  script KB');
  for (const path of ['/', '/raise', '/issues?commune=140907', issue, '/my']) {
    const result = await lighthouse(`${pages}${path}`, {
      port: debugPort,
      output: 'json',
      logLevel: 'silent',
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    });
    if (!result) throw new Error(`Lighthouse says nothing of ${path}.`);
    const { categories, audits } = result.lhr;
    const score = (name: string) => String(Math.round(100 * (categories[name]?.score ?? 0))).padStart(11);
    const requests =
      (audits['network-requests']?.details as { items?: { transferSize: number; resourceType: string }[] })
        ?.items ?? [];
    const size = (kind?: string) =>
      (
        requests
          .filter((one) => !kind || one.resourceType === kind)
          .reduce((sum, one) => sum + one.transferSize, 0) / 1024
      ).toFixed(1);
    console.log(
      `${path.slice(0, 26).padEnd(26)}${score('performance')}${score('accessibility')}${score('best-practices')}  ${size().padStart(6)}  ${String(requests.length).padStart(6)}  ${size('Script').padStart(6)}`,
    );
  }
} finally {
  browser.kill('SIGKILL');
  await endService(web, 5);
  await endService(service, 5);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
