import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { envelopeKeys } from '../../packages/server/src/sealed-envelopes.ts';
import { buildWeb } from '../../scripts/build-web.ts';
import { answers, endService, freePort } from '../../scripts/run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the pages and the protection desk answer, and where the clocks of both services are moved. */
    product: {
      readonly pages: string;
      readonly control: string;
      readonly desk: string;
      readonly deskControl: string;
      readonly deskWebKey: string;
    };
  }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts the whole product once for all journeys: pages and both services with the demo world. */
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
  const deskWebKey = key();
  const deskKey = key();
  const intakeKey = key();
  const deskPort = await freePort(43_410);
  const { publicKey } = envelopeKeys(Buffer.from(deskKey, 'hex'), 'protection desk');
  const service = fork(here('./service.ts'), {
    execArgv: ['--import', '@oxc-node/core/register'],
    env: {
      ...env,
      PORT: '0',
      PROTECTION_URL: `http://127.0.0.1:${deskPort}`,
      PROTECTION_INTAKE_KEY: intakeKey,
      PROTECTION_DESK_PUBLIC_KEY: Buffer.from(publicKey).toString('hex'),
    },
  });
  const ports = await told(service);
  const deskDirectory = await mkdtemp(join(tmpdir(), 'samleng-desk-'));
  const desk = fork(here('./desk.ts'), {
    execArgv: ['--import', '@oxc-node/core/register'],
    env: {
      ...env,
      PORT: String(deskPort),
      DATA_DIRECTORY: deskDirectory,
      PROTECTION_SECRETS_KEY: key(),
      PROTECTION_DEVICE_KEY: key(),
      PROTECTION_DESK_KEY: deskKey,
      PROTECTION_WEB_KEY: deskWebKey,
      PROTECTION_INTAKE_KEY: intakeKey,
    },
  });
  const deskPorts = await told(desk);
  const web = spawn(process.execPath, ['server.ts'], {
    cwd: here('../../apps/web/'),
    env: {
      ...env,
      PORT: String(webPort),
      API_URL: `http://127.0.0.1:${ports.port}`,
      PROTECTION_URL: `http://127.0.0.1:${deskPorts.port}`,
      PROTECTION_WEB_KEY: deskWebKey,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (!(await answers(`${pages}/health/live`, web, 60))) throw new Error('The pages did not start.');
  project.provide('product', {
    pages,
    control: `http://127.0.0.1:${ports.control}`,
    desk: `http://127.0.0.1:${deskPorts.port}`,
    deskControl: `http://127.0.0.1:${deskPorts.control}`,
    deskWebKey,
  });
  return async () => {
    await endService(web, 10);
    await endService(desk, 10);
    await endService(service, 10);
    await rm(deskDirectory, { recursive: true, force: true });
  };
}

function told(service: ChildProcess): Promise<{ port: number; control: number }> {
  return new Promise((resolve, reject) => {
    service.once('message', (message) => resolve(message as { port: number; control: number }));
    service.once('exit', () => reject(new Error('The service ended before it was ready.')));
  });
}
