import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the service knows about a request besides its content. */
export type RequestFacts = {
  /** Made here for every request; the only thing a log and an answer share. */
  requestId: string;
  /** The caller's address: the socket's, or the last one the trusted proxy added. For rate limits, never for logs. */
  remoteAddress: string;
};

const known = new WeakMap<IncomingMessage, RequestFacts>();

/**
 * The facts of a request, the same at every call.
 *
 * @param trustProxy whether a proxy of ours stands in front; only then `X-Forwarded-For` is read, and of it
 *   only the last entry: the ones before it are whatever the caller wrote
 */
export function requestFacts(request: IncomingMessage, trustProxy = false): RequestFacts {
  const before = known.get(request);
  if (before) return before;
  const facts = {
    requestId: randomUUID(),
    remoteAddress: (trustProxy && lastForwarded(request)) || request.socket.remoteAddress || 'unknown',
  };
  known.set(request, facts);
  return facts;
}

function lastForwarded(request: IncomingMessage): string | undefined {
  const header = request.headers['x-forwarded-for'];
  const text = Array.isArray(header) ? header.join(',') : header;
  const last = text?.split(',').at(-1)?.trim();
  return last && /^[0-9a-fA-F.:]{2,45}$/.test(last) ? last : undefined;
}
