import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../scripts/build-web.ts';
import { answers, endService, freePort } from '../../scripts/run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the pages answer, and where the service's clock is moved. */
    product: { readonly pages: string; readonly control: string };
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the whole product once for all journeys: pages and service with the demo world. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!(await buildWeb())) throw new Error('The pages could not be built.');
  const webPort = await freePort(43_210);
  const pages = `http://localhost:${webPort}`;
  const key = () => randomBytes(32).toString('hex');
  const env = {
    ...process.env,
    MODE: 'demo',
    SAMLENG_MODE: 'demo',
    WEB_ORIGIN: pages,
    PUBLIC_URL: pages,
    RECEIPT_PEPPER: key(),
    SECRETS_KEY: key(),
    DEVICE_KEY: key(),
    WEB_KEY: key(),
    LOG_LEVEL: 'error',
  };
  const service = fork(here('./service.ts'), {
    execArgv: ['--import', '@oxc-node/core/register'],
    env: { ...env, PORT: '0' },
  });
  const ports = await told(service);
  const web = spawn(process.execPath, ['server.ts'], {
    cwd: here('../../apps/web/'),
    env: { ...env, PORT: String(webPort), API_URL: `http://127.0.0.1:${ports.port}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (!(await answers(`${pages}/health/live`, web, 60))) throw new Error('The pages did not start.');
  project.provide('product', { pages, control: `http://127.0.0.1:${ports.control}` });
  return async () => {
    await endService(web, 10);
    await endService(service, 10);
  };
}

function told(service: ChildProcess): Promise<{ port: number; control: number }> {
  return new Promise((resolve, reject) => {
    service.once('message', (message) => resolve(message as { port: number; control: number }));
    service.once('exit', () => reject(new Error('The service ended before it was ready.')));
  });
}
