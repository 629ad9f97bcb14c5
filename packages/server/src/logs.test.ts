import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSettings, SettingsRefused } from './config.ts';
import { errorFacts } from './error-facts.ts';
import { createLog, type LogOptions } from './logs.ts';

function written(write: (log: ReturnType<typeof createLog>) => void, options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  write(createLog({ name: 'test', destination: { write: (line) => void lines.push(line) }, ...options }));
  return { text: lines.join(''), lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('writes ids, codes and counts', () => {
    const requestId = '019ab2c3-0000-7000-8000-000000000001';
    const { lines } = written((log) =>
      log.info({ requestId, route: '/graphql', status: 200, count: 3 }, 'served'),
    );
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'info',
        name: 'test',
        requestId,
        route: '/graphql',
        status: 200,
        count: 3,
        msg: 'served',
      }),
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a body', { body: 'CANARY' }],
    ['headers', { headers: { cookie: 'CANARY' } }],
    ['variables', { variables: { digits: 'CANARY' } }],
    ['an address', { remoteAddress: 'CANARY' }],
    ['an unknown name', { anything: 'CANARY' }],
    ['an object under a known name', { reason: { inner: 'CANARY' } }],
    ['words under a known name', { reason: 'ខ្ញុំ CANARY ខ្លាច' }],
    ['a list of words', { codes: ['a', 'ខ្ញុំ CANARY'] }],
  ])('drops %s', (_what, fields) => {
    const { text } = written((log) => log.info(fields, 'seen'));
    expect(text).toContain('[dropped]');
    expect(text).not.toContain('CANARY');
  });

  it.each(['1234567890123456', '1234 5678 9012 3456'.replaceAll(' ', ''), '012345678', 1234567890123456])(
    'drops the digits of a receipt or a phone under any name: %s',
    (digits) => {
      const { text } = written((log) => log.info({ userId: digits, reason: digits }, 'seen'));
      expect(text).not.toContain(String(digits));
    },
  );

  it('ignores values that would ride in the text', () => {
    const { text, lines } = written((log) => log.info('signed in as %s', 'CANARY'));
    expect(text).not.toContain('CANARY');
    expect(lines[0]?.['msg']).toBe('signed in as %s');
  });

  it.each<[string, (log: ReturnType<typeof createLog>, error: Error) => void]>([
    ['as err', (log, error) => log.error({ err: error }, 'failed')],
    ['alone', (log, error) => log.error(error, 'failed')],
    ['under another name', (log, error) => log.error({ problem: error }, 'failed')],
  ])('writes of an error (%s) its type, code and place', (_how, write) => {
    const cause = Object.assign(new SyntaxError('CANARY'), {
      code: '23505',
      constraint: 'note_pkey',
      detail: 'CANARY',
    });
    const { text } = written((log) => write(log, new Error('CANARY\n    at CANARY (file:1:1)', { cause })));
    expect(text).not.toContain('CANARY');
    expect(text).toContain('SyntaxError');
    expect(text).toContain('23505');
    expect(text).toContain('note_pkey');
    expect(text).toContain('logs.test.ts');
  });

  it('writes the words of an error when asked to', () => {
    const { text } = written((log) => log.error({ err: new Error('CANARY') }, 'failed'), {
      withErrorMessages: true,
    });
    expect(text).toContain('CANARY');
  });
});

describe('the facts of an error', () => {
  it('hold for an error of the database layer, whose message is the statement', () => {
    const inner = Object.assign(new Error('duplicate key value violates'), {
      code: '23505',
      detail: 'Key (text)=(CANARY)',
    });
    inner.message = `insert into note values ('CANARY') - duplicate`;
    const facts = errorFacts(new UniqueConstraintViolationException(inner));
    expect(facts).toMatchObject({ type: 'UniqueConstraintViolationException', code: '23505' });
    expect(JSON.stringify(facts)).not.toContain('CANARY');
  });

  it('hold for what is no error', () => {
    expect(errorFacts('CANARY')).toEqual({ type: 'string', frames: [] });
    expect(errorFacts(undefined)).toEqual({ type: 'undefined', frames: [] });
  });
});

describe('settings', () => {
  const schema = z.object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(4_000),
    MODE: z.enum(['demo', 'live']),
    SECRET: z.base64().min(40),
    ORIGIN: z.url(),
  });

  it('are read with their defaults', () => {
    const secret = Buffer.alloc(32).toString('base64');
    expect(
      readSettings(schema, {
        MODE: 'demo',
        SECRET: secret,
        ORIGIN: 'https://a.example',
        PORT: '',
        HOME: '/',
      }),
    ).toEqual({
      PORT: 4_000,
      MODE: 'demo',
      SECRET: secret,
      ORIGIN: 'https://a.example',
    });
  });

  it('are refused by name, never by value', () => {
    const read = () => readSettings(schema, { PORT: 'CANARY', MODE: 'CANARY', SECRET: 'CANARY' });
    expect(read).toThrow(SettingsRefused);
    try {
      read();
    } catch (error) {
      const refused = error as SettingsRefused;
      expect(refused.settings.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['PORT', 'MODE', 'SECRET', 'ORIGIN']),
      );
      expect(refused.settings).toContainEqual({ name: 'ORIGIN', reason: 'is missing' });
      expect(refused.settings).toContainEqual({ name: 'MODE', reason: 'must be one of demo, live' });
      expect(`${refused.stack} ${JSON.stringify(refused)}`).not.toContain('CANARY');
    }
  });
});
