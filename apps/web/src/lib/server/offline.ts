import type { RequestEvent } from '@sveltejs/kit';
import { turnOf } from './tablet.ts';

/**
 * The pages that may lie on a phone, to be read without a network: what anybody may read, and forms not yet filled
 * in. Nothing told in confidence, nothing a code opens, nothing of staff.
 */
const keepable = new Set([
  '/(child)',
  '/(child)/help',
  '/(child)/privacy',
  '/(child)/offline',
  '/(child)/outbox',
  '/(child)/raise',
  '/(child)/raise/short',
  '/(child)/my',
  '/(child)/issues',
  '/(child)/issues/[id]',
  '/(child)/polls',
  '/(child)/polls/[id]',
  '/(child)/c/[code]',
]);

/**
 * Tells the service worker of the phone what it may do with a page: `keep` it, or nothing (`shared`) while somebody of
 * staff is signed in, whose phone or tablet children pass on. A page itself may say `no` before, and the form of a
 * survey `survey`: kept as long as somebody is signed in.
 */
export function putOfflineWord(event: RequestEvent, headers: Headers): void {
  const route = event.route.id ?? '';
  if (!route.startsWith('/(child)') || headers.has('samleng-offline')) return;
  if (event.locals.sessionToken !== null || turnOf(event) !== undefined)
    headers.set('samleng-offline', 'shared');
  else headers.set('samleng-offline', isKeepable(event, route, headers) ? 'keep' : 'no');
}

function isKeepable({ request, url }: RequestEvent, route: string, headers: Headers): boolean {
  const isPage = (headers.get('content-type') ?? '').startsWith('text/html');
  return (
    request.method === 'GET' &&
    isPage &&
    keepable.has(route) &&
    (url.search === '' || /^\?commune=(?:\d{6}|all)$/.test(url.search))
  );
}
