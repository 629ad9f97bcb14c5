import { randomBytes } from 'node:crypto';
import { type MovableClock, movableClock } from '@samleng/kernel';
import { createLog, type Database, type DatabaseEntityManager } from '@samleng/server';
import { readApiSettings, type Settings } from '../config.ts';
import type { Service } from '../request.ts';
import { createServer } from '../server.ts';
import { openTestDatabase } from './open-test-database.ts';

/** A running participation service of its own for a test, on the embedded database or on a real server. */
export type World = {
  readonly database: Database;
  readonly clock: MovableClock;
  readonly settings: Settings;
  readonly service: Service;
  readonly address: string;
  /** A fresh entity manager, to look at what was written. */
  em(): DatabaseEntityManager;
  /** Sends an operation as somebody; gives data and errors as they came. */
  ask<Data = Record<string, never>>(query: string, variables?: object, as?: Caller): Promise<Reply<Data>>;
  end(): Promise<void>;
};

/** Who sends an operation: a session, a device, both or nobody. */
export type Caller = { readonly session?: string; readonly device?: string; readonly address?: string };
export type Reply<Data> = {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
};

/** A Monday morning in Phnom Penh, outside holidays. */
export const morning = new Date('2026-11-23T01:30:00Z');

export const testSettings: Settings = readApiSettings({
  PORT: '0',
  RECEIPT_PEPPER: '11'.repeat(32),
  SECRETS_KEY: '22'.repeat(32),
  DEVICE_KEY: '33'.repeat(32),
  WEB_KEY: 'the web front of the tests, nobody else',
  LOG_LEVEL: 'error',
});

/** Starts a world: on the embedded database, or on a real PostgreSQL with `SAMLENG_TEST_DATABASE=postgres`. */
export async function startWorld(opened?: Database, given: Partial<Settings> = {}): Promise<World> {
  const clock = movableClock(morning);
  const log = createLog({ name: 'api', level: 'error', withErrorMessages: true });
  const database = opened ?? (await openTestDatabase());
  const { http, service } = await createServer({
    database,
    clock,
    settings: { ...testSettings, ...given },
    log,
  });
  const { port } = await http.listen();
  // Each request comes from another house, unless a test says otherwise: limits per address have their own tests.
  let calls = 0;
  const address = `http://127.0.0.1:${port}`;
  return {
    database,
    clock,
    settings: testSettings,
    service,
    address,
    em: () => database.orm.em.fork() as DatabaseEntityManager,
    ask: async (query, variables = {}, as = {}) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'x-web-key': testSettings.WEB_KEY,
          'x-client-address': as.address ?? `203.0.113.${(calls += 1) % 250}`,
          ...(as.session && { authorization: `Session ${as.session}` }),
          ...(as.device && { 'x-device': as.device }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as { data?: unknown; errors?: Reply<unknown>['errors'] };
      return { status: response.status, data: (body.data ?? null) as never, errors: body.errors ?? [] };
    },
    end: () => http.close(),
  };
}

/** The number of a device that nobody else has. */
export function aDevice(): string {
  return randomBytes(16).toString('hex');
}
