import { randomBytes } from 'node:crypto';
import { type CookieJar, deleteCookie, readCookie, setCookie } from './cookies.ts';

// A club's tablet goes from child to child. While a round is on, each child's turn has a number of its own: a form of an
// earlier turn is taken by nobody, so that "back" shows the next child nothing. Staff's pages are shut until the
// facilitator gives the passphrase.

/** The number of the turn; undefined where no round is on. */
export function turnOf(jar: CookieJar): string | undefined {
  return readCookie(jar, 'turn');
}

/** Begins the turn of the next child, who finds nothing of the one before. */
export function nextTurn(jar: CookieJar & { setHeaders(headers: Record<string, string>): void }): void {
  for (const name of ['about', 'pictures'] as const) deleteCookie(jar, name);
  setCookie(jar, 'turn', randomBytes(12).toString('hex'), null);
  jar.setHeaders({ 'clear-site-data': '"storage"' });
}

export function endRound(jar: CookieJar): void {
  for (const name of ['about', 'pictures', 'turn'] as const) deleteCookie(jar, name);
}
