import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpService, type HttpService, type HttpServiceOptions } from './http.ts';
import { createLog } from './logs.ts';

const lines: string[] = [];
const services: HttpService[] = [];
afterEach(async () => {
  lines.splice(0);
  await Promise.all(services.splice(0).map((service) => service.close()));
});

async function serve(options: Partial<HttpServiceOptions> = {}) {
  const service = createHttpService({
    routes: [],
    port: 0,
    host: '127.0.0.1',
    isReady: async () => true,
    log: createLog({ name: 'test', destination: { write: (line) => void lines.push(line) } }),
    trustProxy: false,
    onClose: async () => undefined,
    ...options,
  });
  services.push(service);
  const { port } = await service.listen();
  return { service, port, url: `http://127.0.0.1:${port}` };
}

/** Sends raw text and gives all that comes back until the connection ends. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

describe('the HTTP service', () => {
  it('gives routes their parameters, and every answer its id and safety headers', async () => {
    const { url } = await serve({
      routes: [
        {
          method: 'GET',
          path: /^\/papers\/(?<id>[a-z0-9-]+)$/,
          handle: (_request, response, { parameters, requestId, url: address }) =>
            void response.end(JSON.stringify([parameters, requestId, address.searchParams.get('page')])),
        },
      ],
    });
    const response = await fetch(`${url}/papers/a-1?page=2`);
    const requestId = response.headers.get('x-request-id');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual([{ id: 'a-1' }, requestId, '2']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(response.headers.get('permissions-policy')).toContain('microphone=()');
    expect(response.headers.has('x-powered-by')).toBe(false);
  });

  it('knows no other path and no other method', async () => {
    const { url } = await serve();
    const answers = await Promise.all([
      fetch(`${url}/nowhere`),
      fetch(`${url}/health/live`, { method: 'DELETE' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 405]);
    expect(await answers[0]!.json()).toEqual({
      code: 'NOT_FOUND',
      requestId: answers[0]!.headers.get('x-request-id'),
    });
  });

  it('shows of an error its request id only', async () => {
    const { url } = await serve({
      routes: [{ method: 'POST', path: '/', handle: () => Promise.reject(new Error('CANARY')) }],
    });
    const response = await fetch(url, { method: 'POST', body: 'CANARY' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      code: 'INTERNAL',
      requestId: response.headers.get('x-request-id'),
    });
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain('CANARY');
  });

  it('tells whether it lives and whether it can serve', async () => {
    let isReady = async () => true;
    const { url } = await serve({ isReady: () => isReady() });
    const statuses = async () =>
      (await Promise.all([fetch(`${url}/health/live`), fetch(`${url}/health/ready`)])).map(
        ({ status }) => status,
      );
    expect(await statuses()).toEqual([200, 200]);
    isReady = async () => false;
    expect(await statuses()).toEqual([200, 503]);
    isReady = () => Promise.reject(new Error('the database is away'));
    expect(await statuses()).toEqual([200, 503]);
    isReady = () => new Promise(() => undefined);
    expect(await statuses()).toEqual([200, 503]);
  });

  it('shows its figures to this machine only, not through a proxy', async () => {
    const { url } = await serve();
    await fetch(`${url}/health/live`);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('http_request_seconds_count{route="/health/live",status="200"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(
      404,
    );
  });

  it.each([
    [false, '203.0.113.7', '127.0.0.1'],
    [true, '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    [true, 'anything', '127.0.0.1'],
  ])('with a trusted proxy: %s, takes %j for the address %s', async (trustProxy, forwarded, expected) => {
    const { url } = await serve({
      trustProxy,
      routes: [
        {
          method: 'GET',
          path: '/',
          handle: (_q, response, { remoteAddress }) => void response.end(remoteAddress),
        },
      ],
    });
    const response = await fetch(url, { headers: { 'x-forwarded-for': forwarded } });
    expect(await response.text()).toBe(expected);
    expect(lines.join('')).not.toContain(expected);
  });

  it('cuts those who send their headers or body too slowly', async () => {
    const { port } = await serve({
      times: { headers: 300, request: 600 },
      routes: [
        {
          method: 'POST',
          path: '/',
          handle: async (request, response) => {
            for await (const part of request) void part;
            response.end('done');
          },
        },
      ],
    });
    expect(await raw(port, 'GET / HTTP/1.1\r\nhost: a\r\n')).toMatch(/^HTTP\/1\.1 4/);
    expect(await raw(port, 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc')).not.toContain(
      'done',
    );
  });

  it('answers what is not HTTP by 400 and an end', async () => {
    const { port } = await serve();
    expect(await raw(port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw(port, `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400/,
    );
  });

  it('at the end lets running requests finish, takes no new ones, then closes what they used', async () => {
    const order: string[] = [];
    let finish = () => undefined as void;
    const begun = new Promise<void>((resolve) => {
      void serve({
        onClose: async () => void order.push('closed'),
        routes: [
          {
            method: 'GET',
            path: '/slow',
            handle: async (_request, response) => {
              resolve();
              await new Promise<void>((done) => (finish = done));
              order.push('answered');
              response.end('late');
            },
          },
        ],
      }).then(({ url, service }) => {
        answer = fetch(`${url}/slow`);
        closing = async () => {
          const closed = service.close();
          await expect(fetch(`${url}/health/live`)).rejects.toThrow();
          finish();
          await Promise.all([closed, service.close()]);
        };
      });
    });
    let answer!: Promise<Response>;
    let closing!: () => Promise<void>;
    await begun;
    await closing();
    const response = await answer;
    expect([await response.text(), response.headers.get('connection')]).toEqual(['late', 'close']);
    expect(order).toEqual(['answered', 'closed']);
  });

  it('at the end cuts requests that do not finish in time', async () => {
    let begun!: () => void;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const { url, service } = await serve({
      times: { finish: 100 },
      routes: [{ method: 'GET', path: '/never', handle: () => begun() }],
    });
    const answer = fetch(`${url}/never`).catch(() => 'cut');
    await hasBegun;
    await service.close();
    expect(await answer).toBe('cut');
  });

  it.each([
    ['SIGTERM', 0],
    ['SIGINT', 0],
  ] as const)('ends on %s with exit code %i', async (signal, expected) => {
    const code = `
      import { createHttpService } from ${JSON.stringify(new URL('./http.ts', import.meta.url).href)};
      import { shutdownOnSignals } from ${JSON.stringify(new URL('./shutdown.ts', import.meta.url).href)};
      const log = { info() {}, error() {}, fatal() {} };
      const service = createHttpService({ routes: [], port: 0, host: '127.0.0.1', isReady: async () => true, log,
        trustProxy: false, onClose: async () => console.log('closed') });
      shutdownOnSignals(() => service.close(), log);
      await service.listen();
      console.log('listening');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await said.next()).value).toBe('listening');
    const exited = once(child, 'exit');
    child.kill(signal);
    expect((await said.next()).value).toBe('closed');
    expect((await exited)[0]).toBe(expected);
  });
});
