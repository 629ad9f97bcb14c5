import { randomBytes, randomUUID } from 'node:crypto';
import { type MovableClock, movableClock } from '@samleng/kernel';
import { createLog, type Database, type DatabaseEntityManager } from '@samleng/server';
import { serviceDatabases } from '@samleng/server/testing';
import { inject } from 'vitest';
import { readProtectionSettings, type Settings } from '../config.ts';
import { entities } from '../entities.ts';
import { migrations } from '../migrations/index.ts';
import type { DeskRequest, Service } from '../request.ts';
import { newBreakGlass } from '../sealing/break-glass.ts';
import { createServer, requestOfService } from '../server.ts';
import { quickStretch } from './quick-stretch.ts';

/** A running protection desk of its own for a test, on the embedded database or on a real server. */
export type World = {
  readonly database: Database;
  readonly clock: MovableClock;
  readonly settings: Settings;
  readonly service: Service;
  readonly address: string;
  /** The three lines of the break-glass key. */
  readonly breakGlassLines: readonly string[];
  /** What the service wrote into its log. */
  readonly logged: string[];
  /** A fresh entity manager, to look at what was written. */
  em(): DatabaseEntityManager;
  /** What the service does by itself. */
  request(): DeskRequest;
  /** Sends an operation as somebody; gives data and errors as they came. */
  ask<Data = Record<string, never>>(query: string, variables?: object, as?: Caller): Promise<Reply<Data>>;
  end(): Promise<void>;
};

/** Who sends an operation: a session, a device, the participation service, or nobody. */
export type Caller = {
  readonly session?: string;
  readonly device?: string;
  readonly address?: string;
  readonly intakeKey?: string;
};
export type Reply<Data> = {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
  /** The body as it came. */
  readonly text: string;
};

/** A Friday morning in Phnom Penh, at nine, before the Water Festival. */
export const fridayMorning = new Date('2026-11-20T02:00:00Z');

export const testSettings: Settings = readProtectionSettings({
  PORT: '0',
  RECEIPT_PEPPER: '11'.repeat(32),
  PROTECTION_SECRETS_KEY: '22'.repeat(32),
  PROTECTION_DEVICE_KEY: '33'.repeat(32),
  PROTECTION_DESK_KEY: '44'.repeat(32),
  PROTECTION_WEB_KEY: 'the web front of the tests, nobody else',
  PROTECTION_INTAKE_KEY: 'the participation service of the tests',
  LOG_LEVEL: 'info',
});

const openDatabase = serviceDatabases({ entities, migrations });

/**
 * Starts a desk.
 *
 * @param options.stretch QUICK: receipts cost nothing, for tests that need many. REAL: as in the field. CLOSED: the
 *   pepper is missing
 */
export async function startWorld(
  options: { stretch?: 'QUICK' | 'REAL' | 'CLOSED'; settings?: Partial<Settings> } = {},
): Promise<World> {
  const clock = movableClock(fridayMorning);
  const settings = { ...testSettings, ...options.settings };
  const logged: string[] = [];
  const log = createLog({
    name: 'protection',
    level: 'info',
    destination: { write: (line: string) => void logged.push(line) },
  });
  const database = await openDatabase(inject('postgres'));
  const breakGlass = newBreakGlass();
  const { http, service } = await createServer({
    database,
    clock,
    settings: options.stretch === 'CLOSED' ? { ...settings, RECEIPT_PEPPER: undefined } : settings,
    log,
    breakGlassPublicKey: breakGlass.publicKey,
    ...((options.stretch ?? 'QUICK') === 'QUICK' && { stretchReceipt: quickStretch }),
  });
  const { port } = await http.listen();
  const address = `http://127.0.0.1:${port}`;
  // Each request comes from another house, unless a test says otherwise: limits have their own tests.
  let calls = 0;
  return {
    database,
    clock,
    settings,
    service,
    address,
    logged,
    breakGlassLines: breakGlass.lines,
    em: () => database.orm.em.fork() as DatabaseEntityManager,
    request: () => requestOfService(service, database),
    ask: async (query, variables = {}, as = {}) => {
      calls += 1;
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          'x-web-key': settings.PROTECTION_WEB_KEY,
          'x-client-address': as.address ?? `203.0.${Math.floor(calls / 250) % 250}.${calls % 250}`,
          ...(as.session && { authorization: `Session ${as.session}` }),
          ...(as.device && { 'x-device': as.device }),
          ...(as.intakeKey && { 'x-intake-key': as.intakeKey }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const body = JSON.parse(text) as { data?: unknown; errors?: Reply<unknown>['errors'] };
      return { status: response.status, data: (body.data ?? null) as never, errors: body.errors ?? [], text };
    },
    end: () => http.close(),
  };
}

/** The number of a device that nobody else has. */
export function aDevice(): string {
  return randomBytes(16).toString('hex');
}

export const aKey = (): string => randomUUID();
