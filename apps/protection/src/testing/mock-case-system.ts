import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request a mock received. */
export type Seen = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, never>;
};

export type MockSystem = {
  readonly url: string;
  readonly seen: Seen[];
  /** What it answers on a path from now on; the usual again with null. */
  answerWith(path: RegExp, status: number | null): void;
  end(): Promise<void>;
};

type Answer = { status: number; headers?: Record<string, string>; body?: object };

/** A server that answers as a national case system does; it keeps what it saw. */
async function mockSystem(usual: (seen: Seen) => Answer): Promise<MockSystem> {
  const seen: Seen[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const each = {
        path: request.url!,
        headers: request.headers,
        body: JSON.parse(Buffer.concat(parts).toString() || '{}') as Record<string, never>,
      };
      seen.push(each);
      const wanted = [...answers].find(([path]) => new RegExp(path).test(each.path))?.[1];
      const answer = wanted ? { status: wanted, body: errorsOf(wanted, each.path) } : usual(each);
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body ? JSON.stringify(answer.body) : undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answerWith(path, status) {
      if (status === null) answers.delete(path.source);
      else answers.set(path.source, status);
    },
    end: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function errorsOf(status: number, resource: string): object {
  const messages: Record<number, string> = {
    403: 'Forbidden',
    404: 'Not Found',
    409: 'Conflict',
    422: 'Invalid',
  };
  return { errors: [{ code: status, resource, message: messages[status] ?? 'Error' }] };
}

/** Primero v2: a token, a case under the sender's id (204, the second time 409), a referral. */
export function mockPrimero(): Promise<MockSystem> {
  const known = new Set<string>();
  return mockSystem(({ path, headers, body }) => {
    if (path === '/api/v2/tokens') return { status: 200, body: { token: 'a token for an hour' } };
    if (headers.authorization !== 'Bearer a token for an hour')
      return { status: 401, body: errorsOf(401, path) };
    if (path === '/api/v2/cases') {
      const { id } = (body as unknown as { data: { id: string } }).data;
      if (known.has(id)) return { status: 409, body: errorsOf(409, path) };
      known.add(id);
      return { status: 204 };
    }
    const [, id] = /^\/api\/v2\/cases\/([^/]+)\/referrals$/.exec(path) ?? [];
    return id && known.has(id)
      ? { status: 200, body: { data: { type: 'Referral', record_id: id } } }
      : { status: 404, body: errorsOf(404, path) };
  });
}

/** OSCaR: signing in answers with three headers; a client is put in or brought up to date. */
export function mockOscar(): Promise<MockSystem> {
  return mockSystem(({ path, headers, body }) => {
    if (path === '/api/v1/admin_auth/sign_in')
      return {
        status: 200,
        headers: { uid: (body as unknown as { email: string }).email, client: 'c', 'access-token': 't' },
        body: { data: {} },
      };
    if (headers['access-token'] !== 't' || headers['client'] !== 'c' || !headers['uid'])
      return { status: 401, body: errorsOf(401, path) };
    return path === '/api/v1/organizations/clients/upsert/'
      ? { status: 200, body: { external_id: '', message: 'Record saved.' } }
      : { status: 404, body: errorsOf(404, path) };
  });
}
