import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { bodyTime, longest } from './body-time.ts';
import { answeredBefore } from './doors.ts';
import { readSettings } from './settings.ts';

interface Call {
  readonly method?: string;
  readonly url?: string;
  readonly from?: string;
  readonly headers?: Record<string, string>;
  readonly proxies?: string;
}

/** What the door does with a call: the headers it leaves for the pages, and what it answered itself. */
function knock({ method = 'GET', url = '/', from = '203.0.113.9', headers = {}, proxies = '' }: Call) {
  const request = {
    method,
    url,
    headers: { host: 'samleng.example', ...headers } as Record<string, string>,
    socket: { remoteAddress: from },
  };
  const sent = new Map<string, string>();
  const response = {
    statusCode: 200,
    body: '',
    setHeader: (name: string, value: string) => sent.set(name, value),
    end(text: string) {
      response.body = text;
    },
  };
  const isAnswered = answeredBefore(
    request as unknown as IncomingMessage,
    response as unknown as ServerResponse,
    readSettings({ TRUSTED_PROXIES: proxies }),
  );
  return { isAnswered, status: response.statusCode, body: response.body, sent, headers: request.headers };
}

const device = `device=${'0123456789abcdef'.repeat(2)}`;

describe('who calls', () => {
  it('is whom the socket says, whatever a stranger claims', () => {
    const { headers } = knock({
      headers: {
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '198.51.100.1',
        'x-samleng-protocol': 'https',
        'x-samleng-address': '198.51.100.1',
      },
    });
    expect(headers['x-samleng-protocol']).toBe('http');
    expect(headers['x-samleng-address']).toBe('203.0.113.9');
  });

  it('is whom a trusted proxy names last, not what was written before it', () => {
    const { headers } = knock({
      from: '::ffff:10.1.2.3',
      proxies: '10.0.0.0/8, ::1',
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.66, 198.51.100.1' },
    });
    expect(headers['x-samleng-protocol']).toBe('https');
    expect(headers['x-samleng-address']).toBe('198.51.100.1');
  });

  it('makes no sense with a proxy that is no address: no start', () => {
    expect(() => readSettings({ TRUSTED_PROXIES: 'proxy.local' })).toThrow(RangeError);
    expect(() => readSettings({ PORT: 'eighty' })).toThrow(RangeError);
  });
});

describe('a form that is posted', () => {
  it.each([
    ['the browser says so itself', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['an older browser names the origin', { origin: 'http://samleng.example' }],
    ['the oldest write null, and our cookie came along', { origin: 'null', cookie: `a=b; ${device}` }],
  ])('comes from here when %s', (_, headers) => {
    const call = knock({ method: 'POST', headers });
    expect(call.isAnswered).toBe(false);
    expect(call.headers['origin']).toBe('http://samleng.example');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'http://samleng.example', cookie: device }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', cookie: device }],
    ['another origin', { origin: 'https://elsewhere.example', cookie: device }],
    ['https claimed over http', { origin: 'https://samleng.example', cookie: device }],
    ['nobody who has been here', { origin: 'null' }],
    ['a cookie that only looks like ours', { cookie: `mydevice=${'0'.repeat(32)}` }],
  ])('is refused from %s', (_, headers) => {
    const call = knock({ method: 'POST', headers });
    expect(call.isAnswered).toBe(true);
    expect(call.status).toBe(403);
  });
});

describe('every reply', () => {
  it('forbids sniffing, framing, referring and every device, before anything else is decided', () => {
    const { sent } = knock({ url: '/_app/immutable/assets/0.css' });
    expect(sent.get('x-content-type-options')).toBe('nosniff');
    expect(sent.get('referrer-policy')).toBe('no-referrer');
    expect(sent.get('x-frame-options')).toBe('DENY');
    expect(sent.get('permissions-policy')).toContain('geolocation=()');
    expect(sent.get('permissions-policy')).toContain('microphone=()');
    expect(sent.has('cache-control')).toBe(false);
    expect(sent.has('strict-transport-security')).toBe(false);
  });

  it('lets the page where a child can speak use the microphone, and nothing else', () => {
    const permitted = (url: string) => knock({ url }).sent.get('permissions-policy') ?? '';
    expect(permitted('/safe?/go')).toContain('microphone=(self)');
    expect(permitted('/safe?/go')).toContain('camera=()');
    expect(permitted('/safe/')).toContain('microphone=()');
    expect(permitted('/?/safe')).toContain('microphone=()');
  });

  it('is never kept when it is a page, and asks for https where https is', () => {
    const { sent } = knock({
      url: '/my',
      from: '::1',
      proxies: '::1',
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(sent.get('cache-control')).toBe('no-store');
    expect(sent.get('strict-transport-security')).toMatch(/^max-age=63072000/);
  });

  it('to the sign of life needs no page', () => {
    expect(knock({ url: '/health/live' })).toMatchObject({ isAnswered: true, status: 200, body: 'live\n' });
  });
});

describe('how long a form may be', () => {
  const own = { 'sec-fetch-site': 'same-origin' };
  const poll = '/facilitate/polls/0193e4f0-0000-7000-8000-000000000001';
  it.each([
    ['/raise', { 'content-length': String(2 * 1024 * 1024) }, false],
    ['/raise', { 'content-length': String(2 * 1024 * 1024 + 1) }, true],
    ['/raise', { 'transfer-encoding': 'chunked' }, true],
    [`/facilitate/polls/new?next=${poll}`, { 'content-length': '3000000' }, true],
    [`${poll}?/addOption`, { 'content-length': '5500000' }, false],
    [`${poll}/papers?/enter`, { 'content-length': '5500000' }, false],
  ])('%s with %o: refused %s', (url, length, isRefused) => {
    const { isAnswered, status } = knock({ method: 'POST', url, headers: { ...own, ...length } });
    expect([isAnswered, status]).toEqual([isRefused, isRefused ? 413 : 200]);
  });
});

describe('how long a form may take to arrive', () => {
  const poll = '/facilitate/polls/0193e4f0-0000-7000-8000-000000000001';
  it.each([
    [`${poll}/papers`, '__Host-session=abc', longest],
    [poll, 'device=1; session=abc', longest],
    [`${poll}/papers`, 'device=1', 10_000],
    [`${poll}/papers`, 'mysession=abc', 10_000],
    ['/facilitate/polls/new', 'session=abc', 10_000],
    ['/raise', 'session=abc', 10_000],
  ])('%s with the cookie %s: %i ms', (path, cookie, time) => {
    expect(bodyTime(path, { cookie })).toBe(time);
  });
});
