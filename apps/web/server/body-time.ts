import type { IncomingMessage } from 'node:http';

/** SAFETY, "Time": a slow sender holds a connection for seconds, not for ever. */
const usual = 10_000;

/**
 * A photo of a tally sheet has up to 5 MB, and a commune's line may carry 20 KB a second: whoever works on a poll with
 * a session has five minutes to send a form. The server's own limit stands at this.
 */
export const longest = 300_000;

/**
 * How many milliseconds a request may take to arrive whole.
 *
 * @param path without what is asked of it
 */
export function bodyTime(path: string, headers: IncomingMessage['headers']): number {
  const isPollWork = /^\/facilitate\/polls\/[0-9a-f-]{36}(?:\/|$)/.test(path);
  const isSignedIn = /(?:^|;\s*)(?:__Host-)?session=[^;]/.test(headers.cookie ?? '');
  return isPollWork && isSignedIn ? longest : usual;
}

/** Ends the connection of a request that has not arrived whole in its time. */
export function holdToTime(request: IncomingMessage, milliseconds: number): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, milliseconds);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
}
