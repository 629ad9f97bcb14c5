import { GraphQLError } from 'graphql/index.js';
import { TooBusy } from './turns.ts';

export type Later = { code: 'TOO_BUSY' | 'UNAVAILABLE'; message: string; afterSeconds: number };

const busy: Later = {
  code: 'TOO_BUSY',
  message: 'Many are asking at this moment. Please try again.',
  afterSeconds: 2,
};
const away: Later = {
  code: 'UNAVAILABLE',
  message: 'The service cannot reach its database. Please try again.',
  afterSeconds: 10,
};

/** A connection that cannot be made or was lost: Node's codes, and PostgreSQL's classes 08 and 57P. */
const lost =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08...|57P0[1235]|53300)$/;
/** What the driver says without a code when a connection ends under a query, or none becomes free in time. */
const lostInWords =
  /^(Connection terminated\b|timeout exceeded when trying to connect|Client has encountered a connection error)/;
/** A statement or a lock took longer than the limits of the connection. */
const tooLong = /^(57014|55P03)$/;

/**
 * Whether an error says "not now" rather than "wrong": nothing was refused, and the same request may go through in a
 * moment. Writes bear an idempotency key, so trying again does nothing twice.
 */
export function comeBackLater(error: unknown): Later | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; depth += 1) {
    if (at instanceof TooBusy) return busy;
    const told = at as { code?: unknown; previous?: unknown; originalError?: unknown };
    const code = typeof told.code === 'string' ? told.code : '';
    if (tooLong.test(code)) return busy;
    if (lost.test(code) || lostInWords.test(at.message)) return away;
    at = at.cause ?? told.originalError ?? told.previous;
  }
  return undefined;
}

/** The same as an error of GraphQL, with the status and the header that tell machines. */
export function laterError(later: Later, path?: GraphQLError['path']): GraphQLError {
  return new GraphQLError(later.message, {
    ...(path ? { path } : {}),
    extensions: {
      code: later.code,
      http: { status: 503, headers: new Map([['retry-after', String(later.afterSeconds)]]) },
    },
  });
}
