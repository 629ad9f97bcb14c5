import { readSettings } from '@samleng/server';
import { z } from 'zod';

const key = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits (32 bytes)');

const shape = z
  .object({
    MODE: z.enum(['demo', 'live']).default('demo'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    /** `postgres://…`; without it the embedded database in DATA_DIRECTORY is used. */
    DATABASE_URL: z.string().optional(),
    DATA_DIRECTORY: z.string().default('./data/api'),
    /** Where the head of the audit is written every morning, to be carried outside (default: with the data). */
    AUDIT_HEAD_DIRECTORY: z.string().optional(),
    /** Stretches receipts; kept outside the database and shared with the protection desk. */
    RECEIPT_PEPPER: key,
    /** Seals the second step's secrets of staff accounts. */
    SECRETS_KEY: key,
    /** Turns a device's random number into the one stored. */
    DEVICE_KEY: key,
    /** Shows that a request comes from our own web front, whose word on the client's address is believed. */
    WEB_KEY: z.string().min(32),
    /** Where the web front is reached: for feeds, invitations, passkeys and the origin check. */
    WEB_ORIGIN: z.url().default('http://localhost:3000'),
    /** Where moved concerns are handed over, the key that hands in and opens nothing, and whom they are sealed to. */
    PROTECTION_URL: z.url().optional(),
    PROTECTION_INTAKE_KEY: z.string().min(32).optional(),
    PROTECTION_DESK_PUBLIC_KEY: z
      .string()
      .regex(/^04[0-9a-f]{128}$/, '130 hexadecimal digits: pnpm protection:desk-key')
      .optional(),
    TRUST_PROXY: z.stringbool().default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .refine((settings) => settings.MODE === 'demo' || settings.DATABASE_URL !== undefined, {
    path: ['DATABASE_URL'],
    message: 'live mode needs a PostgreSQL server: the embedded database does not survive a power cut',
  })
  .refine(
    (settings) =>
      settings.PROTECTION_URL === undefined
        ? settings.MODE === 'demo'
        : settings.PROTECTION_INTAKE_KEY !== undefined && settings.PROTECTION_DESK_PUBLIC_KEY !== undefined,
    {
      path: ['PROTECTION_URL'],
      message: 'is needed in live mode, with PROTECTION_INTAKE_KEY and PROTECTION_DESK_PUBLIC_KEY',
    },
  );

export type Settings = z.infer<typeof shape>;

const databaseShape = z.object({
  DATABASE_URL: z.string().optional(),
  DATA_DIRECTORY: z.string().default('./data/api'),
});

const firstAdministratorShape = databaseShape.extend({
  SECRETS_KEY: key,
  WEB_ORIGIN: z.url(),
});

/** What making the first administrator needs. */
export function readFirstAdministratorSettings(environment: Record<string, string | undefined>) {
  return readSettings(firstAdministratorShape, environment);
}

/** Which database a command works on. */
export function readDatabaseSettings(environment: Record<string, string | undefined>) {
  return readSettings(databaseShape, environment);
}

/** The settings of this service. The only reader of the environment. */
export function readApiSettings(environment: Record<string, string | undefined>): Settings {
  return readSettings(shape, environment);
}
