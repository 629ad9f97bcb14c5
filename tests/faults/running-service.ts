import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bundleService } from '../../scripts/bundle-service.ts';

const api = fileURLToPath(new URL('../../apps/api/', import.meta.url));
const bundled = fileURLToPath(
  new URL('../../node_modules/.cache/samleng/api-under-test.mjs', import.meta.url),
);
let main: Promise<string> | undefined;

const key = '5'.repeat(64);
export const webKey = 'the pages of the fault tests, nobody else';

export type RunningService = {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it wrote to its log so far. */
  log(): string;
};

/** Starts the participation service as a process of its own on a data directory, as `pnpm start` does. */
export async function startService(
  directory: string,
  environment: Record<string, string> = {},
): Promise<RunningService> {
  const port = 42_000 + randomInt(1_500);
  main ??= bundleService('apps/api/src/main.ts', bundled);
  const child = spawn(process.execPath, [await main], {
    cwd: api,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      MODE: 'demo',
      DATA_DIRECTORY: directory,
      PORT: String(port),
      RECEIPT_PEPPER: key,
      SECRETS_KEY: key,
      DEVICE_KEY: key,
      WEB_KEY: webKey,
      LOG_LEVEL: 'info',
      ...environment,
    },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  return { child, address: `http://127.0.0.1:${port}`, log: () => written };
}

/** Waits until it is ready; gives false when it ended before. */
export async function isReady({ child, address }: RunningService, seconds = 120): Promise<boolean> {
  for (let tries = 0; tries < seconds * 5; tries += 1) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const ok = await fetch(`${address}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** Ends a process with a signal and waits until it is gone. */
export async function kill({ child }: RunningService, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await gone;
}

export type Raised = { readonly receipt: string; readonly text: string; readonly idempotencyKey: string };

export function aConcern(words = 'យើងចង់បានទឹកស្អាតនៅសាលា។'): Raised {
  return {
    receipt: Array.from(randomBytes(16), (byte) => byte % 10).join(''),
    text: `${words} ${randomUUID()}`,
    idempotencyKey: randomUUID(),
  };
}

export type Sent = {
  readonly status: number;
  readonly data: Record<string, { problems?: { code: string }[] } | null> | null;
  readonly text: string;
  /** Seconds after which to come back, when the answer names them. */
  readonly retryAfter: string | null;
};

/** Sends an operation; null when the service did not answer. */
export async function send(address: string, query: string, variables: object): Promise<Sent | null> {
  const device = randomBytes(16).toString('hex');
  try {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-web-key': webKey,
        'x-device': device,
        'x-client-address': `10.${randomInt(250)}.${randomInt(250)}.${randomInt(250)}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as { data?: Sent['data'] };
    return {
      status: response.status,
      data: body.data ?? null,
      text,
      retryAfter: response.headers.get('retry-after'),
    };
  } catch {
    return null;
  }
}

export function raise(address: string, concern: Raised): Promise<Sent | null> {
  return send(
    address,
    `mutation ($idempotencyKey: ID!, $receipt: String!, $text: String!) {
       raiseConcern(input: { idempotencyKey: $idempotencyKey, receipt: $receipt, text: $text, communeCode: "140907" }) { receivedOn problems { code field } } }`,
    concern,
  );
}

export function comeBack(address: string, receipt: string): Promise<Sent | null> {
  return send(
    address,
    `query ($receipt: String!) { concernByReceipt(receipt: $receipt) { concern { ownWords } problems { code } } }`,
    { receipt },
  );
}
