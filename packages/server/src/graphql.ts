import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type BaseContext,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql/index.js';
import { comeBackLater } from './come-back-later.ts';
import { formatted, inputMistake, shownError } from './graphql-errors.ts';
import { compiled, interpreted, withinTime } from './graphql-execution.ts';
import {
  hasMoreTokens,
  measureOperation,
  type OperationSize,
  refusalOf,
  tooMuch,
  type GraphqlLimits,
} from './graphql-limits.ts';
import { readJson, refuseHead, type RequestRefusal } from './graphql-request.ts';
import type { Log } from './logs.ts';
import { requestFacts } from './requests.ts';

/** What a context is made from. */
export type GraphqlRequest = { headers: IncomingHttpHeaders; requestId: string; remoteAddress: string };

export type GraphqlDoorOptions<Context extends BaseContext> = {
  schema: GraphQLSchema;
  /** Made once a request, before anything of it is parsed. */
  context: (request: GraphqlRequest) => Promise<Context>;
  limitsFor: (context: Context) => GraphqlLimits;
  /** Root fields of which one operation may hold one: sign-in, receipt, vote. */
  sensitiveRootFields: ReadonlySet<string>;
  /** Without introspection, suggestions and details. */
  isProduction: boolean;
  log: Log;
  /** The last word on an error, after ours. */
  formatError?: (error: GraphQLFormattedError) => GraphQLFormattedError;
  /** Operations compiled to code (default true). */
  jit?: boolean;
  /** Pages whose requests may bear a cookie. */
  trustedOrigins: (origin: string) => boolean;
  /** Milliseconds an operation may take (default 3,000). */
  operationMilliseconds?: number;
};

export type GraphqlDoor = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): Promise<void>;
};

/**
 * The one way in for GraphQL: POST of one operation in JSON, within the limits of its viewer, answered with
 * `no-store`. Follows GraphQL over HTTP (its audit passes without an error).
 *
 * With compiled operations Apollo's per-field hooks do not fire: limits are measured before execution,
 * authorisation belongs into resolvers.
 */
export async function createGraphqlDoor<Context extends BaseContext>(
  options: GraphqlDoorOptions<Context>,
): Promise<GraphqlDoor> {
  const { schema, log, isProduction } = options;
  const current = new AsyncLocalStorage<{ requestId: string }>();
  const run = options.jit === false ? interpreted(schema) : compiled(schema);

  const apollo = new ApolloServer<Context>({
    // The shape of a gateway is the only place where Apollo lets another executor in.
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({
        executor: async ({ document, operation, queryHash, operationName, request, context }) => {
          if (!operation) return { errors: [new GraphQLError('The operation named is not in the text.')] };
          const result = await withinTime(
            run({
              document,
              queryHash,
              operationName,
              variables: request.variables ?? {},
              context,
            }),
            options.operationMilliseconds ?? 3_000,
          );
          return shownResult(result) as ExecutionResult<Record<string, unknown>, Record<string, unknown>>;
        },
      }),
      stop: async () => undefined,
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin(options),
    ],
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    maxRecursiveSelections: 10_000,
    parseOptions: { maxTokens: 1_000 },
    validationOptions: { maxErrors: 5 },
    stopOnTerminationSignals: false,
    nodeEnv: isProduction ? 'production' : 'development',
    logger: quietLogger(log),
    formatError: (error) => {
      const shown = formatted(error, current.getStore()?.requestId, isProduction);
      return options.formatError ? options.formatError(shown) : shown;
    },
  });
  await apollo.start();

  function shownResult(result: ExecutionResult): ExecutionResult {
    if (!result.errors) return result;
    // Without data nothing was executed: the variables did not fit.
    if (!('data' in result) || result.data === undefined) {
      return { errors: result.errors.map((error) => inputMistake(error, isProduction)) };
    }
    const requestId = current.getStore()?.requestId ?? '';
    return { ...result, errors: result.errors.map((error) => shownError(error, requestId, log)) };
  }

  async function answer(
    request: IncomingMessage,
    body: unknown,
    facts: { requestId: string; remoteAddress: string },
  ): Promise<HTTPGraphQLResponse | RequestRefusal> {
    const context = await options.context({ headers: request.headers, ...facts });
    const query = textOf(body);
    const { tokens } = options.limitsFor(context);
    if (query !== undefined && hasMoreTokens(query, tokens)) {
      const { message, extensions } = tooMuch('TOO_MANY_TOKENS', 'words and signs', tokens);
      return { status: 400, code: String(extensions['code']), message };
    }
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    return apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: async () => context,
    });
  }

  return {
    async handle(request, response) {
      const facts = requestFacts(request);
      response.setHeader('cache-control', 'no-store');
      const refusal = refuseHead(request, options.trustedOrigins);
      if (refusal) return refuse(request, response, refusal);
      const read = await readJson(request).catch(() => undefined);
      if (!read) return void response.destroy();
      if (!read.ok) return refuse(request, response, read.refusal);
      await current.run(facts, async () => {
        try {
          const answered = await answer(request, read.body, facts);
          if ('code' in answered) return refuse(request, response, answered);
          await send(response, answered);
        } catch (error) {
          const deliberate = deliberateRefusal(error);
          if (deliberate) return refuse(request, response, deliberate);
          const later = comeBackLater(error);
          if (later) {
            log.warn({ requestId: facts.requestId, err: error, code: later.code }, 'request put off');
            const headers = { 'retry-after': String(later.afterSeconds) };
            return refuse(request, response, { ...later, status: 503, headers });
          }
          log.error({ requestId: facts.requestId, err: error }, 'request failed');
          const extensions = { code: 'INTERNAL', requestId: facts.requestId };
          sendJson(request, response, 500, { errors: [{ message: 'INTERNAL', extensions }] });
        }
      });
    },
    stop: () => apollo.stop(),
  };
}

/** Whether a number, or an empty place for one, is among values: only numbers, as sizes of pages, change what an operation costs. */
function holdsNumber(value: unknown, depth: number): boolean {
  // Nothing given for a number is not the same as left out: then its default counts.
  if (typeof value === 'number' || value === null || depth > 10) return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).some((inner) => holdsNumber(inner, depth + 1));
}

/**
 * Measures each operation with its variables; runs for texts seen before too. One whose variables hold no number is
 * measured once for the limits it is held to.
 */
function limitsPlugin<Context extends BaseContext>(
  options: GraphqlDoorOptions<Context>,
): ApolloServerPlugin<Context> {
  const measured = new WeakMap<OperationDefinitionNode, Map<GraphqlLimits, OperationSize>>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        if (!operation) return;
        const limits = options.limitsFor(contextValue);
        const variables = request.variables ?? {};
        const isAlwaysSame = !holdsNumber(variables, 0);
        const before = isAlwaysSame ? measured.get(operation)?.get(limits) : undefined;
        const size =
          before ??
          measureOperation(options.schema, document, operation, variables, {
            sensitiveRootFields: options.sensitiveRootFields,
            pageMost: limits.pageMost,
          });
        if (isAlwaysSame && !before) {
          const bySize = measured.get(operation) ?? new Map<GraphqlLimits, OperationSize>();
          measured.set(operation, bySize.set(limits, size));
        }
        const refusal = refusalOf(size, limits);
        if (refusal) throw refusal;
      },
    }),
  };
}

/** A context may refuse its viewer by throwing a `GraphQLError` with a code. */
function deliberateRefusal(error: unknown): RequestRefusal | undefined {
  if (!(error instanceof GraphQLError) || typeof error.extensions['code'] !== 'string') return undefined;
  return { status: 403, code: error.extensions['code'], message: error.message };
}

async function send(response: ServerResponse, answered: HTTPGraphQLResponse): Promise<void> {
  response.statusCode = answered.status ?? 200;
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  if (answered.body.kind !== 'complete') throw new Error('Answers in parts are not served.');
  const text = answered.body.string;
  response.setHeader('content-length', Buffer.byteLength(text));
  // As text it goes out in one piece with its head.
  response.end(text);
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: RequestRefusal): void {
  for (const [name, value] of Object.entries(refusal.headers ?? {})) response.setHeader(name, value);
  const error = { message: refusal.message, extensions: { code: refusal.code } };
  sendJson(request, response, refusal.status, { errors: [error] });
  // What is still being sent is not read; the connection goes with it.
  if (refusal.status === 413) response.once('finish', () => request.destroy());
}

function sendJson(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return void response.destroy();
  const text = `${JSON.stringify(body)}\n`;
  const asked = request.headers.accept ?? '';
  const kind = asked.includes('application/graphql-response+json')
    ? 'application/graphql-response+json'
    : 'application/json';
  response.statusCode = status;
  response.setHeader('content-type', `${kind}; charset=utf-8`);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

function textOf(body: unknown): string | undefined {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  return typeof query === 'string' ? query : undefined;
}

/** Apollo's own lines quote errors: only that there was one is written. */
function quietLogger(log: Log) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.warn('apollo warns'),
    error: () => log.error('apollo failed'),
  };
}
