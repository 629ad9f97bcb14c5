import { error } from '@sveltejs/kit';
import { API_URL, WEB_KEY } from '$app/env/private';
import type { TypedDocumentString } from './generated/graphql.ts';
import { logFault } from './log.ts';

/** Of a request, what the participation service is told. */
export interface Asker {
  readonly locals: Pick<App.Locals, 'language' | 'requestId' | 'device' | 'sessionToken'>;
  getClientAddress(): string;
}

interface Reply<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What came of asking: data, or the status an error page would have. */
export type Outcome<Result> =
  { readonly ok: true; readonly data: Result } | { readonly ok: false; readonly status: number };

/**
 * Asks the participation service. The only door from the pages to it.
 *
 * What a person can mend comes back as data (`problems`). Everything else ends in an error page with a status:
 * 401 and 403 for what is not theirs, 404, 429, 503 when the service is away; never with the service's own words.
 */
export async function ask<Result, Variables>(
  asker: Asker,
  operation: TypedDocumentString<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Result> {
  const outcome = await send(asker, operation, variables[0], 8_000);
  if (!outcome.ok) error(outcome.status, outcome.status >= 500 ? 'unavailable' : 'refused');
  return outcome.data;
}

/** Like `ask`, but hands the failure back: for forms, whose words must not be lost with an error page. */
export async function attempt<Result, Variables>(
  asker: Asker,
  operation: TypedDocumentString<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Outcome<Result>> {
  return send(asker, operation, variables[0], 8_000);
}

/** Like `ask`, but gives null soon when the service is away or refuses: for what a page can do without. */
export async function askIfThere<Result, Variables>(
  asker: Asker,
  operation: TypedDocumentString<Result, Variables>,
  ...variables: Given<Variables>
): Promise<Result | null> {
  const outcome = await send(asker, operation, variables[0], 1_500);
  return outcome.ok ? outcome.data : null;
}

type Given<Variables> = Variables extends Record<string, never> ? [] : [Variables];

async function send<Result, Variables>(
  asker: Asker,
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
  patience: number,
): Promise<Outcome<Result>> {
  const { locals } = asker;
  let response: Response;
  let reply: Reply<Result>;
  try {
    response = await fetch(`${API_URL}/graphql`, {
      method: 'POST',
      headers: headersFor(asker),
      body: JSON.stringify({ query: operation.toString(), variables: variables ?? {} }),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    reply = (await response.json()) as Reply<Result>;
  } catch (fault) {
    logFault('service away', locals.requestId, fault);
    return { ok: false, status: 503 };
  }

  const refusal = reply.errors?.[0];
  if (refusal) {
    const status = statusOf(refusal.extensions?.code, response.status);
    if (status >= 500)
      logFault('service fault', locals.requestId, refusal.extensions?.code ?? response.status);
    return { ok: false, status };
  }
  if (!reply.data) {
    logFault('service gave nothing', locals.requestId, response.status);
    return { ok: false, status: 503 };
  }
  return { ok: true, data: reply.data };
}

function headersFor(asker: Asker): Record<string, string> {
  const { locals } = asker;
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-language': locals.language,
    'x-device': locals.device,
    'x-request-id': locals.requestId,
    'x-client-address': asker.getClientAddress(),
    'apollo-require-preflight': 'true',
    ...(WEB_KEY ? { 'x-web-key': WEB_KEY } : {}),
    ...(locals.sessionToken ? { authorization: `Session ${locals.sessionToken}` } : {}),
  };
}

function statusOf(code: string | undefined, httpStatus: number): number {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'TOO_MANY_REQUESTS':
    case 'RATE_LIMITED':
      return 429;
    case 'BAD_USER_INPUT':
      return 400;
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'GRAPHQL_PARSE_FAILED':
      // The pages and the service disagree on the schema: our fault, whatever status came with it.
      return 500;
    default:
      return httpStatus === 429 ? 429 : httpStatus === 503 ? 503 : 500;
  }
}
