import { GraphQLError, type GraphQLFormattedError } from 'graphql/index.js';
import { comeBackLater, laterError } from './come-back-later.ts';
import { errorFacts } from './error-facts.ts';
import type { Log } from './logs.ts';

/** Apollo's code of an error nobody foresaw. */
const unforeseen = 'INTERNAL_SERVER_ERROR';

/**
 * The error of a resolver as the outside may see it. One that was thrown on purpose (a `GraphQLError` with a
 * code) passes; one that says "not now" asks to come back. Anything else is written to the log under the request's id, and shown as that id only.
 */
export function shownError(error: GraphQLError, requestId: string, log: Log): GraphQLError {
  const cause = error.originalError;
  const deliberate = cause === undefined || cause === null ? error : cause;
  const code = deliberate instanceof GraphQLError ? deliberate.extensions['code'] : undefined;
  if (typeof code === 'string' && code !== unforeseen && code !== 'INTERNAL') return error;
  const later = comeBackLater(deliberate);
  if (later) {
    log.warn({ requestId, err: cause ?? error, code: later.code }, 'operation put off');
    return laterError(later, error.path);
  }
  log.error({ requestId, err: cause ?? error, code: errorFacts(cause ?? error).code }, 'operation failed');
  return new GraphQLError('INTERNAL', {
    path: error.path,
    extensions: { code: 'INTERNAL', requestId },
  });
}

/** Input that does not fit its type is the caller's mistake; graphql-jit gives such errors no code. */
export function inputMistake(error: GraphQLError, isProduction: boolean): GraphQLError {
  return new GraphQLError(isProduction ? withoutSuggestion(error.message) : error.message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400, headers: new Map() } },
  });
}

/** Removes "Did you mean …?", which would give away names of the schema. */
export function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}

/** The last look at an error before it is sent: unforeseen ones lose everything but the request's id. */
export function formatted(
  error: GraphQLFormattedError,
  requestId: string | undefined,
  isProduction: boolean,
): GraphQLFormattedError {
  const code = error.extensions?.['code'];
  if (code === unforeseen || code === 'INTERNAL') {
    return {
      message: 'INTERNAL',
      ...(error.path ? { path: error.path } : {}),
      extensions: { code: 'INTERNAL', requestId },
    };
  }
  return isProduction ? { ...error, message: withoutSuggestion(error.message) } : error;
}
