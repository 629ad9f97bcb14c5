import { pino, type DestinationStream, type Logger } from 'pino';
import { errorFacts } from './error-facts.ts';

export type Log = Logger;

export type LogOptions = {
  /** Which service speaks. */
  name: string;
  level?: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Further names whose values may be written, beyond those ending in "Id". */
  keys?: readonly string[];
  /** Messages of errors too. They quote what people wrote: never where real children write. */
  withErrorMessages?: boolean;
  /** Where lines go (default: standard output). */
  destination?: DestinationStream;
};

/** Names under which a value may be written. */
const plainKeys = [
  'attempt',
  'code',
  'codes',
  'count',
  'deed',
  'event',
  'field',
  'job',
  'kind',
  'method',
  'migrations',
  'milliseconds',
  'mode',
  'operation',
  'port',
  'queue',
  'reason',
  'route',
  'seconds',
  'sequence',
  'signal',
  'status',
  'version',
];

const plainText = /^[\w.:/ -]{1,100}$/;
/** Long runs of digits are receipts, phone and identity numbers. */
const longDigits = /\d{7,}/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A log that writes ids and counts only. It is an allow list: a value is written when its name is known (or
 * ends in "Id") and it looks like an id, a number or a code word; all else becomes "[dropped]". So a body, a
 * header, an address or a receipt handed to it by mistake does not reach the file. Errors lose their message.
 *
 * Values cannot ride in the text either: arguments after it are ignored.
 */
export function createLog(options: LogOptions): Log {
  const keys = new Set([...plainKeys, ...(options.keys ?? [])]);
  const facts = (error: unknown) => errorFacts(error, { withMessage: options.withErrorMessages ?? false });
  const log = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => {
        if (value instanceof Error) return [key, facts(value)];
        const known = keys.has(key) || /[a-z]Id$/.test(key) || key === 'id';
        return [key, known ? plain(value) : '[dropped]'];
      }),
    );
  return pino(
    {
      name: options.name,
      level: options.level ?? 'info',
      base: { name: options.name, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { log, level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(args, method) {
          const [first, text] = args as unknown[];
          if (typeof first === 'string') return method.apply(this, [first]);
          const fields = first instanceof Error ? { err: first } : (first ?? {});
          return method.apply(this, [fields, typeof text === 'string' ? text : undefined] as never);
        },
      },
    },
    options.destination ?? pino.destination(1),
  );
}

function plain(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Math.abs(value) < 1e12 ? value : '[dropped]';
  if (typeof value === 'string') {
    if (uuid.test(value)) return value;
    return plainText.test(value) && !longDigits.test(value) ? value : '[dropped]';
  }
  if (Array.isArray(value)) return value.slice(0, 100).map(plain);
  return '[dropped]';
}
