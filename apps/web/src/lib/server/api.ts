import { error } from '@sveltejs/kit';
import { API_URL, WEB_KEY } from '$app/env/private';
import type { TypedDocumentString } from './generated/graphql.ts';
import { logFault } from './log.ts';

/** Of a request, what the participation service is told. */
export interface Asker {
  readonly locals: Pick<App.Locals, 'language' | 'requestId' | 'device' | 'sessionToken'>;
  readonly fetch: typeof fetch;
  getClientAddress(): string;
}

const patience = 8_000;

interface Reply<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the participation service. The only door from the pages to it.
 *
 * What a person can mend comes back as data (`problems`). Everything else ends in an error page with a status:
 * 401 and 403 for what is not theirs, 404, 429, 503 when the service is away; never with the service's own words.
 */
export async function ask<Result, Variables>(
  asker: Asker,
  operation: TypedDocumentString<Result, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result> {
  const { locals } = asker;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-language': locals.language,
    'x-device': locals.device,
    'x-request-id': locals.requestId,
    'x-client-address': asker.getClientAddress(),
    'apollo-require-preflight': 'true',
  };
  if (WEB_KEY) headers['x-web-key'] = WEB_KEY;
  if (locals.sessionToken) headers['authorization'] = `Session ${locals.sessionToken}`;

  let response: Response;
  let reply: Reply<Result>;
  try {
    response = await fetch(`${API_URL}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: operation.toString(), variables: variables ?? {} }),
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    });
    reply = (await response.json()) as Reply<Result>;
  } catch (fault) {
    logFault('service away', locals.requestId, fault);
    error(503, 'unavailable');
  }

  const refusal = reply.errors?.[0];
  if (refusal) {
    const status = statusOf(refusal.extensions?.code, response.status);
    if (status >= 500)
      logFault('service fault', locals.requestId, refusal.extensions?.code ?? response.status);
    error(status, statusWord(status));
  }
  if (!reply.data) {
    logFault('service gave nothing', locals.requestId, response.status);
    error(503, 'unavailable');
  }
  return reply.data;
}

/** Like `ask`, but gives null when the service is away or refuses: for what a page can do without. */
export async function askIfThere<Result, Variables>(
  asker: Asker,
  operation: TypedDocumentString<Result, Variables>,
  ...variables: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Result | null> {
  try {
    return await ask(asker, operation, ...variables);
  } catch {
    return null;
  }
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

function statusWord(status: number): string {
  return status >= 500 ? 'unavailable' : 'refused';
}
