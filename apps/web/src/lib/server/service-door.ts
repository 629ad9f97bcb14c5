import { error } from '@sveltejs/kit';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { logFault } from './log.ts';

/** An operation of a service, as written in `graphql(…)`, with the types of its variables and of its answer. */
export interface Operation<Result, Variables> extends DocumentTypeDecoration<Result, Variables> {
  toString(): string;
}

/** What came of asking: data, or the status an error page would have. */
export type Outcome<Result> =
  | { readonly ok: true; readonly data: Result }
  | {
      readonly ok: false;
      readonly status: number;
      /** Too many ask at once: the same may go through in a moment. */
      readonly isBusy?: boolean;
    };

/** The variables of an operation, where it has any. */
export type Given<Variables> = Variables extends Record<string, never> ? [] : [Variables];

/** Where a service answers, and with which headers it is asked for somebody. */
export interface Call {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string;
}

/** Of a request, what any service is told. */
export interface Caller {
  readonly locals: Pick<App.Locals, 'language' | 'requestId' | 'device'>;
  getClientAddress(): string;
}

interface Reply<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** How long a page waits for a service, and how long for what it can do without; in milliseconds. */
export const patience = { needed: 8_000, ifThere: 1_500 } as const;

/** The headers every service is asked with: who calls, in which language, and that it is our own web front. */
export function headersOf(
  caller: Caller,
  webKey: string,
  sessionToken: string | null,
): Record<string, string> {
  const { locals } = caller;
  return {
    'accept-language': locals.language,
    'x-device': locals.device,
    'x-request-id': locals.requestId,
    'x-client-address': caller.getClientAddress(),
    ...(webKey ? { 'x-web-key': webKey } : {}),
    ...(sessionToken ? { authorization: `Session ${sessionToken}` } : {}),
  };
}

/**
 * Sends an operation to a service. What a person can mend comes back as data (`problems`); everything else as a
 * status: 401 and 403 for what is not theirs, 404, 429, 503 when the service is away; never the service's own words.
 */
export async function sendOperation<Result, Variables>(
  call: Call,
  operation: Operation<Result, Variables>,
  variables: Variables | undefined,
  milliseconds: number,
): Promise<Outcome<Result>> {
  let response: Response;
  let reply: Reply<Result>;
  try {
    response = await fetch(`${call.address}/graphql`, {
      method: 'POST',
      headers: {
        ...call.headers,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'apollo-require-preflight': 'true',
      },
      body: JSON.stringify({ query: operation.toString(), variables: variables ?? {} }),
      signal: AbortSignal.timeout(milliseconds),
      redirect: 'error',
    });
    reply = (await response.json()) as Reply<Result>;
  } catch (fault) {
    logFault('service away', call.requestId, fault);
    return { ok: false, status: 503 };
  }

  const refusal = reply.errors?.[0];
  if (refusal) {
    const code = refusal.extensions?.code;
    const status = statusOf(code, response.status);
    if (status >= 500) logFault('service fault', call.requestId, code ?? response.status);
    return { ok: false, status, isBusy: code === 'TOO_BUSY' };
  }
  if (!reply.data) {
    logFault('service gave nothing', call.requestId, response.status);
    return { ok: false, status: 503 };
  }
  return { ok: true, data: reply.data };
}

/** The answer, or an error page with the status. */
export function dataOrErrorPage<Result>(outcome: Outcome<Result>): Result {
  if (!outcome.ok) error(outcome.status, outcome.status >= 500 ? 'unavailable' : 'refused');
  return outcome.data;
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
