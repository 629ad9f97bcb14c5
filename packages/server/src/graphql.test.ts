import { request as httpRequest } from 'node:http';
import { auditServer } from 'graphql-http';
import {
  GraphQLError,
  buildSchema,
  getIntrospectionQuery,
  parse,
  type GraphQLSchema,
} from 'graphql/index.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compiled, interpreted } from './graphql-execution.ts';
import { createGraphqlDoor, type GraphqlDoorOptions } from './graphql.ts';
import { publicLimits, staffLimits } from './graphql-limits.ts';
import { createHttpService, type HttpService } from './http.ts';
import { createLog } from './logs.ts';
import { TooBusy } from './turns.ts';

type Viewer = { isStaff: boolean; requestId: string };

const schema = buildSchema(`
  type Query { hello(name: String): String, issues(first: Int, last: Int): IssueConnection!, receipt(digits: String!): String,
    slow: String, broken: String, crowded: String, refusedOnPurpose: String, offices: [Office!]!, sum(input: Sum!): Int, requestId: String }
  type Mutation { signIn(name: String!): String, castBallot(choice: Int!): Int, raise(words: String!): String }
  input Sum { left: Int!, right: Int = 2 }
  type IssueConnection { edges: [IssueEdge!]! }
  type IssueEdge { node: Issue! }
  interface Named { name: String! }
  type Issue implements Named { id: ID!, name: String!, office: Office!, related(first: Int): IssueConnection! }
  type Office implements Named { name: String!, issues(first: Int): IssueConnection!, parent: Office }
`);
const office = { name: 'Commune office', parent: null, issues: [] };
const issue = (number: number) => ({
  __typename: 'Issue',
  id: String(number),
  name: `Issue ${number}`,
  office,
});
const resolvers: Record<string, (args: never, context: Viewer) => unknown> = {
  hello: ({ name }: { name?: string }) => `Hello ${name ?? 'world'}`,
  issues: ({ first }: { first?: number }) => ({
    edges: Array.from({ length: first ?? 2 }, (_, index) => ({ node: issue(index + 1) })),
  }),
  slow: () => new Promise((resolve) => setTimeout(() => resolve('late'), 5_000).unref()),
  broken: () => {
    throw new Error('select * from children where name = CANARY-7Q');
  },
  crowded: () => {
    throw new TooBusy();
  },
  refusedOnPurpose: () => {
    throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } });
  },
  receipt: () => 'found',
  offices: () => [office, office],
  sum: ({ input }: { input: { left: number; right: number } }) => input.left + input.right,
  requestId: (_args, { requestId }) => requestId,
};
for (const type of [schema.getQueryType()!, schema.getMutationType()!]) {
  for (const field of Object.values(type.getFields())) {
    const resolve = resolvers[field.name] ?? (() => 'done');
    field.resolve = (_root, args, context: Viewer) => resolve(args as never, context);
  }
}
(schema.getType('Named') as unknown as { resolveType: () => string }).resolveType = () => 'Issue';

const lines: string[] = [];
const log = createLog({ name: 'test', destination: { write: (line) => void lines.push(line) } });

async function serve(more: Partial<GraphqlDoorOptions<Viewer>> = {}, served: GraphQLSchema = schema) {
  const door = await createGraphqlDoor<Viewer>({
    schema: served,
    context: async ({ headers, requestId }) => ({ isStaff: headers['x-staff'] === 'yes', requestId }),
    limitsFor: ({ isStaff }) => (isStaff ? staffLimits : publicLimits),
    sensitiveRootFields: new Set(['signIn', 'receipt', 'castBallot']),
    isProduction: true,
    log,
    trustedOrigins: (origin) => origin === 'https://samleng.example',
    ...more,
  });
  const service = createHttpService({
    routes: [
      { method: 'ANY', path: '/graphql', handle: (request, response) => door.handle(request, response) },
    ],
    port: 0,
    host: '127.0.0.1',
    isReady: async () => true,
    log,
    trustProxy: false,
    onClose: () => door.stop(),
  });
  const { port } = await service.listen();
  return { service, url: `http://127.0.0.1:${port}/graphql` };
}

let service: HttpService;
let url: string;
beforeAll(async () => ({ service, url } = await serve()));
afterAll(() => service.close());
afterEach(() => void lines.splice(0));

type Answer = {
  data?: Record<string, unknown>;
  errors?: Array<{ message: string; path?: unknown; extensions: { code: string; requestId?: string } }>;
};

async function ask(body: unknown, headers: Record<string, string> = {}, to = url) {
  const response = await fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer;
  return {
    status: response.status,
    headers: response.headers,
    answer,
    code: answer.errors?.[0]?.extensions.code,
  };
}

describe('the door for GraphQL', () => {
  it('answers an operation, never to be stored', async () => {
    const { status, answer, headers } = await ask({ query: '{ hello }' });
    expect([status, answer]).toEqual([200, { data: { hello: 'Hello world' } }]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells the context the id that the answer carries', async () => {
    const { answer, headers } = await ask({ query: '{ requestId }' });
    expect(answer.data?.['requestId']).toBe(headers.get('x-request-id'));
  });

  it('passes the audit of GraphQL over HTTP without an error', async () => {
    // Two of its questions ask by introspection, which production refuses.
    const open = await serve({ isProduction: false });
    const results = await auditServer({ url: open.url });
    await open.service.close();
    const failed = results.filter(({ status }) => status === 'error');
    expect(results.length).toBeGreaterThan(50);
    expect(failed).toEqual([]);
  });

  it('serves POST only', async () => {
    const response = await fetch(`${url}?query={hello}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
  ])('reads no %s', async (kind) => {
    const { status, code } = await ask('{"query":"{ hello }"}', { 'content-type': kind });
    expect([status, code]).toEqual([415, 'JSON_ONLY']);
  });

  it('reads one operation a request', async () => {
    const { status, code } = await ask([{ query: '{ hello }' }]);
    expect([status, code]).toEqual([400, 'ONE_OPERATION']);
  });

  it('reads no stored operation by its hash', async () => {
    const { code } = await ask({
      extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
    });
    expect(code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('refuses what is not JSON in UTF-8', async () => {
    expect((await ask('{"query": ')).code).toBe('BAD_REQUEST');
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect(response.status).toBe(400);
  });

  it('refuses a body over 64 KiB, also one that does not say its length', async () => {
    const large = JSON.stringify({ query: '{ hello }', variables: { a: 'x'.repeat(64 * 1024) } });
    expect((await ask(large)).code).toBe('TOO_LARGE');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(
        url,
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => resolve(response.statusCode),
      );
      sent.on('error', reject);
      sent.write(large.slice(0, 1_000));
      sent.end(large.slice(1_000));
    });
    expect(status).toBe(413);
  });

  it.each([
    [{ origin: 'https://samleng.example' }, 200],
    [{ origin: 'https://samleng.example', 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'https://samleng.example', 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{}, 403],
  ])('answers a request with a cookie from %j by %i', async (headers, expected) => {
    const sent = await new Promise<number | undefined>((resolve, reject) => {
      const all = { 'content-type': 'application/json', cookie: 'a=b', ...headers };
      const request = httpRequest(url, { method: 'POST', headers: all }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end(JSON.stringify({ query: '{ hello }' }));
    });
    expect(sent).toBe(expected);
  });

  const issues = (inside: string, page = 'first: 1') =>
    `{ issues(${page}) { edges { node { ${inside} } } } }`;

  it.each<[string, unknown, string]>([
    ['depth 8', { query: issues('office { parent { parent { parent { name } } } }') }, 'TOO_DEEP'],
    [
      'six root fields',
      { query: '{ hello a: hello b: hello c: hello d: hello e: hello }' },
      'TOO_MANY_ROOT_FIELDS',
    ],
    ['six aliases', { query: issues('a: name b: name c: name d: name e: name f: name') }, 'TOO_MANY_ALIASES'],
    ['601 tokens', { query: `{ ${'hello '.repeat(599)} }` }, 'TOO_MANY_TOKENS'],
    [
      'pages inside pages',
      { query: issues('related(first: 50) { edges { node { id } } }', 'first: 50') },
      'TOO_COSTLY',
    ],
    [
      'pages inside pages by variables',
      {
        query: `query($n: Int) ${issues('related(first: $n) { edges { node { id } } }', 'first: $n')}`,
        variables: { n: 1_000_000 },
      },
      'TOO_COSTLY',
    ],
    [
      'two sensitive fields',
      { query: '{ a: receipt(digits: "1") b: receipt(digits: "2") }' },
      'ONE_SENSITIVE_FIELD',
    ],
    [
      'two sensitive fields in fragments',
      { query: 'mutation { ...A castBallot(choice: 1) } fragment A on Mutation { signIn(name: "a") }' },
      'ONE_SENSITIVE_FIELD',
    ],
    [
      'eleven directives',
      { query: `{ hello ${'@include(if: true) '} ${'... @include(if: true) { hello } '.repeat(10)} }` },
      'TOO_MANY_DIRECTIVES',
    ],
    ['introspection', { query: getIntrospectionQuery() }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a fragment that holds itself',
      { query: '{ ...A } fragment A on Query { ...A }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['broken text', { query: '{ hello' }, 'GRAPHQL_PARSE_FAILED'],
    [
      'an unknown operation',
      { query: 'query A { hello }', operationName: 'B' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of another type',
      { query: 'query($n: String) { hello(name: $n) }', variables: { n: 1 } },
      'BAD_USER_INPUT',
    ],
    ['a missing variable', { query: 'query($i: Sum!) { sum(input: $i) }' }, 'BAD_USER_INPUT'],
  ])('refuses %s', async (_what, body, expected) => {
    const { status, code, answer } = await ask(body);
    expect([status, code]).toEqual([400, expected]);
    expect(answer.data).toBeUndefined();
  });

  it('refuses more than 10,000 unfolded selections', async () => {
    const levels = Array.from(
      { length: 15 },
      (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
    );
    const query = `{ ...F0 } ${levels.join(' ')} fragment F15 on Query { hello }`;
    expect(await ask({ query })).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('lets staff ask for more', async () => {
    const deep = { query: issues('office { parent { parent { parent { parent { name } } } } }') };
    expect((await ask(deep, { 'x-staff': 'yes' })).status).toBe(200);
    const deeper = {
      query: issues('office { parent { parent { parent { parent { parent { name } } } } } }'),
    };
    expect((await ask(deeper, { 'x-staff': 'yes' })).code).toBe('TOO_DEEP');
    const long = { query: `{ ${'hello '.repeat(700)} }` };
    expect((await ask(long, { 'x-staff': 'yes' })).status).toBe(200);
    expect((await ask(long)).code).toBe('TOO_MANY_TOKENS');
    // The same text again, now known: the limits of the viewer still hold.
    expect((await ask(deep)).code).toBe('TOO_DEEP');
  });

  it('shows of an unforeseen error the request id only, and logs no word of it', async () => {
    const { status, answer, headers } = await ask({ query: '{ hello a: broken }' });
    const requestId = headers.get('x-request-id');
    expect(status).toBe(200);
    expect(answer).toEqual({
      errors: [{ message: 'INTERNAL', path: ['a'], extensions: { code: 'INTERNAL', requestId } }],
      data: { hello: 'Hello world', a: null },
    });
    const line = lines.find((text) => text.includes('operation failed'));
    expect(line).toContain(requestId);
    expect(lines.join('')).not.toContain('CANARY');
  });

  it('lets an error thrown on purpose pass', async () => {
    const { answer } = await ask({ query: '{ refusedOnPurpose }' });
    expect(answer.errors).toEqual([
      expect.objectContaining({ message: 'Not for you.', extensions: { code: 'FORBIDDEN' } }),
    ]);
  });

  it('suggests no names', async () => {
    const { answer } = await ask({ query: '{ helo }' });
    expect(answer.errors?.[0]?.message).toBe('Cannot query field "helo" on type "Query".');
    const input = await ask({
      query: 'query($i: Sum!) { sum(input: $i) }',
      variables: { i: { left: 1, rihgt: 2 } },
    });
    expect(input.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(input.answer)).not.toContain('Did you mean');
  });

  it('writes nothing of what was sent into the log', async () => {
    await ask(
      { query: 'mutation CANARYA($w: String!) { CANARYB: raise(words: $w) }', variables: { w: 'CANARYC' } },
      { 'user-agent': 'CANARYD', cookie: 'CANARYE=1', origin: 'https://samleng.example' },
    );
    await ask({ query: '{ CANARYF }' });
    await ask('CANARYG');
    expect(lines.length).toBe(3);
    expect(lines.join('')).not.toContain('CANARY');
  });

  it('gives up an operation after its time', async () => {
    const quick = await serve({ operationMilliseconds: 50 });
    const { status, code, headers } = await ask({ query: '{ slow }' }, {}, quick.url);
    expect([status, code, headers.get('retry-after')]).toEqual([503, 'TOO_SLOW', '5']);
    await quick.service.close();
  });

  it('shows its schema outside production', async () => {
    const open = await serve({ isProduction: false });
    const { status, answer } = await ask({ query: getIntrospectionQuery() }, {}, open.url);
    expect([status, answer.errors]).toEqual([200, undefined]);
    await open.service.close();
  });

  it('lets a context refuse its viewer', async () => {
    const refusing = new GraphQLError('Sign in again.', { extensions: { code: 'SESSION_ENDED' } });
    const closed = await serve({ context: () => Promise.reject(refusing) });
    const { status, code } = await ask({ query: '{ hello }' }, {}, closed.url);
    expect([status, code]).toEqual([403, 'SESSION_ENDED']);
    await closed.service.close();
  });

  it('shows a context that cannot be made as the request id only', async () => {
    const failing = await serve({ context: () => Promise.reject(new Error('CANARY')) });
    const { status, answer, headers } = await ask({ query: '{ hello }' }, {}, failing.url);
    expect([status, answer]).toEqual([
      500,
      {
        errors: [
          { message: 'INTERNAL', extensions: { code: 'INTERNAL', requestId: headers.get('x-request-id') } },
        ],
      },
    ]);
    expect(lines.join('')).not.toContain('CANARY');
    await failing.service.close();
  });
});

describe('compiled operations', () => {
  const run = compiled(schema);
  const reference = interpreted(schema);
  it.each<[string, Record<string, unknown>]>([
    ['{ hello offices { name } }', {}],
    [
      '{ a: hello(name: "x") ...F } fragment F on Query { b: hello offices { ...G } } fragment G on Office { name }',
      {},
    ],
    [
      'query($s: Boolean!) { hello @skip(if: $s) ...F @include(if: $s) } fragment F on Query { b: hello }',
      { s: true },
    ],
    [
      'query($s: Boolean!) { hello @skip(if: $s) ...F @include(if: $s) } fragment F on Query { b: hello }',
      { s: false },
    ],
    [
      'query($s: Boolean!) { ...F @skip(if: $s) ... @include(if: $s) { c: hello } } fragment F on Query { ... @include(if: true) { b: hello } }',
      { s: false },
    ],
    ['query($i: Sum!) { sum(input: $i) }', { i: { left: 3 } }],
    ['query($l: Int!) { sum(input: { left: $l, right: 5 }) }', { l: 4 }],
    ['mutation { a: raise(words: "1") b: raise(words: "2") }', {}],
    [
      '{ issues(first: 2) { edges { node { __typename ... on Named { name } office { name parent { name } } } } } }',
      {},
    ],
  ])('give what the reference gives: %s', async (query, variables) => {
    const operation = {
      document: parse(query),
      queryHash: query,
      operationName: null,
      variables,
      context: {},
    };
    const expected = await reference(operation);
    expect(JSON.parse(JSON.stringify(await run(operation)))).toEqual(JSON.parse(JSON.stringify(expected)));
    // and again, from the cache
    expect(JSON.parse(JSON.stringify(await run(operation)))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(expected.errors).toBeUndefined();
  });

  it('tells also by status and header that a deed is put off', async () => {
    const { status, code, headers } = await ask({ query: '{ crowded }' });
    expect([status, code, headers.get('retry-after')]).toEqual([503, 'TOO_BUSY', '2']);
  });

  it.each([
    ['TOO_BUSY', '2', new TooBusy()],
    ['UNAVAILABLE', '10', Object.assign(new Error('CANARY'), { code: 'ECONNREFUSED' })],
    ['UNAVAILABLE', '10', new Error('CANARY', { cause: new Error('Connection terminated unexpectedly') })],
    ['TOO_BUSY', '2', Object.assign(new Error('CANARY'), { code: '57014' })],
  ])('asks to come back (%s after %s s) when it cannot serve now', async (code, after, error) => {
    const putOff = await serve({ context: () => Promise.reject(error) });
    const reply = await ask({ query: '{ hello }' }, {}, putOff.url);
    expect([reply.status, reply.code, reply.headers.get('retry-after')]).toEqual([503, code, after]);
    expect(JSON.stringify(reply.answer) + lines.join('')).not.toContain('CANARY');
    await putOff.service.close();
  });
});
