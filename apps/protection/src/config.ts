import { readSettings } from '@samleng/server';
import { z } from 'zod';

const key = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits (32 bytes)');

const databaseFields = {
  /** `postgres://…`; without it the embedded database in DATA_DIRECTORY is used. */
  PROTECTION_DATABASE_URL: z.string().optional(),
  DATA_DIRECTORY: z.string().default('./data/protection'),
  /** The public half of the break-glass key, whose shares three people keep. The demo makes its own. */
  BREAK_GLASS_PUBLIC_KEY: key.optional(),
  /** Where the head of the audit is written every day, to be carried outside. */
  AUDIT_HEAD_DIRECTORY: z.string().optional(),
};

const shape = z
  .object({
    ...databaseFields,
    MODE: z.enum(['demo', 'live']).default('demo'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
    /** Stretches receipts; the same as the participation service's. Without it the desk takes nothing in. */
    RECEIPT_PEPPER: key.optional(),
    /** Seals the second step's secrets of accounts. */
    PROTECTION_SECRETS_KEY: key,
    /** Turns a device's random number into the one rates are counted by. */
    PROTECTION_DEVICE_KEY: key,
    /** The desk's own key pair follows from it: to its public half phones and the participation service seal. */
    PROTECTION_DESK_KEY: key,
    /** Shows that a request comes from our own web front, whose word on the client's address is believed. */
    PROTECTION_WEB_KEY: z.string().min(32),
    /** Shows that a moved concern comes from the participation service. It opens nothing else. */
    PROTECTION_INTAKE_KEY: z.string().min(32),
    /** Where the web front is reached: for the origin check and invitations. */
    WEB_ORIGIN: z.url().default('http://localhost:3000'),
    TRUST_PROXY: z.stringbool().default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    /** A national case system to hand referrals to; off while its address is missing. */
    PRIMERO_URL: z.url().optional(),
    PRIMERO_USER: z.string().optional(),
    PRIMERO_PASSWORD: z.string().optional(),
    /** The user who owns cases that come from here, and the user they are referred to. */
    PRIMERO_OWNER: z.string().optional(),
    /** Whether place codes lose their leading zero on the way to Primero. */
    PRIMERO_PLACE_CODES: z.enum(['WITHOUT_ZERO', 'WITH_ZERO']).default('WITHOUT_ZERO'),
    OSCAR_URL: z.url().optional(),
    OSCAR_EMAIL: z.string().optional(),
    OSCAR_PASSWORD: z.string().optional(),
    /** The organisation's short name in OSCaR. */
    OSCAR_ORGANIZATION: z.string().optional(),
  })
  .superRefine((settings, context) => {
    const missing = (name: keyof typeof settings, message: string) => {
      if (settings[name] === undefined) context.addIssue({ code: 'custom', path: [name], message });
    };
    if (settings.MODE === 'live') {
      missing(
        'PROTECTION_DATABASE_URL',
        'live mode needs a PostgreSQL server: the embedded database does not survive a power cut',
      );
      missing('RECEIPT_PEPPER', 'live mode needs the pepper: without it no receipt opens anything');
      missing(
        'BREAK_GLASS_PUBLIC_KEY',
        'live mode needs a break-glass key: pnpm protection:break-glass-make',
      );
      missing('AUDIT_HEAD_DIRECTORY', 'live mode needs a place outside for the head of the audit');
    }
    if (settings.PRIMERO_URL !== undefined)
      for (const name of ['PRIMERO_USER', 'PRIMERO_PASSWORD', 'PRIMERO_OWNER'] as const)
        missing(name, 'is needed with PRIMERO_URL');
    if (settings.OSCAR_URL !== undefined)
      for (const name of ['OSCAR_EMAIL', 'OSCAR_PASSWORD', 'OSCAR_ORGANIZATION'] as const)
        missing(name, 'is needed with OSCAR_URL');
  });

export type Settings = z.infer<typeof shape>;

/** The settings of this service. The only reader of the environment. */
export function readProtectionSettings(environment: Record<string, string | undefined>): Settings {
  return readSettings(shape, environment);
}

const commandShape = z.object({ ...databaseFields, PROTECTION_SECRETS_KEY: key.optional() });
export type CommandSettings = z.infer<typeof commandShape>;

/** What a command at the terminal needs: which database it works on. */
export function readCommandSettings(environment: Record<string, string | undefined>): CommandSettings {
  return readSettings(commandShape, environment);
}
