import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Settings } from './settings.ts';

/**
 * What is settled before the pages see a request: who calls and by which protocol, the headers of every reply
 * (files as well as pages), the sign of life, and where a form post came from.
 *
 * @returns whether the request has been answered already
 */
export function answeredBefore(
  request: IncomingMessage,
  response: ServerResponse,
  settings: Settings,
): boolean {
  const { protocol, address } = caller(request, settings);
  request.headers['x-samleng-protocol'] = protocol;
  request.headers['x-samleng-address'] = address;
  putSafetyHeaders(response, protocol, pathOf(request));
  // Files say themselves how long they keep; all else is made for one reader at one moment.
  if (!/\.\w+(?:\?|$)/.test(request.url ?? '')) response.setHeader('cache-control', 'no-store');

  if (request.url === '/health/live') {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('live\n');
    return true;
  }
  if (isWriting(request)) {
    if (isTooLong(request)) {
      response.statusCode = 413;
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.setHeader('connection', 'close');
      response.setHeader('content-language', 'km, en');
      response.end(
        'ទម្រង់នេះធំពេក។ សូមត្រឡប់ក្រោយ ហើយសាកជាមួយឯកសារតូចជាងនេះ។\nThis form is too long. Go back and try a smaller file.\n',
      );
      return true;
    }
    if (!comesFromHere(request, protocol)) {
      response.statusCode = 403;
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end('This form was sent from another site.\n');
      return true;
    }
    // Under `no-referrer` browsers write `Origin: null` even to the page's own site, which the framework refuses.
    // The question is answered above, more strictly; so the framework is told what we found.
    request.headers.origin = `${protocol}://${request.headers.host ?? ''}`;
  }
  return false;
}

/** Believes a proxy only when its address is on the list; else what the socket says. */
function caller(
  request: IncomingMessage,
  settings: Settings,
): { protocol: 'http' | 'https'; address: string } {
  const socketAddress = plainAddress(request.socket.remoteAddress ?? '');
  const isProxy =
    socketAddress !== '' && settings.proxies.check(socketAddress, isIPv6(socketAddress) ? 'ipv6' : 'ipv4');
  if (!isProxy) return { protocol: 'http', address: socketAddress };
  const protocol = lastOf(request.headers['x-forwarded-proto']) === 'https' ? 'https' : 'http';
  const address = plainAddress(lastOf(request.headers['x-forwarded-for']) ?? '');
  return { protocol, address: address || socketAddress };
}

/** The entry the nearest proxy added; whatever stands before it the caller may have written himself. */
function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.at(-1) : header;
  return text?.split(',').at(-1)?.trim();
}

/** An IPv4 address that came through an IPv6 socket, in its own form. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

function isWriting(request: IncomingMessage): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
}

/**
 * Whether a form is longer than its page can use: only the pages on which a facilitator works on a poll take files of
 * some megabytes (the framework ends what is longer than its own limit). A sender who does not say how long it is cannot be a browser with a form, and is held to the short
 * measure too.
 */
function isTooLong(request: IncomingMessage): boolean {
  if (/^\/facilitate\/polls\/[0-9a-f-]{36}(?:\/|$)/.test(pathOf(request))) return false;
  if (request.headers['transfer-encoding'] !== undefined) return true;
  return Number(request.headers['content-length'] ?? '0') > longestForm;
}

/** Bytes. A Khmer letter takes nine of them in a form, and a phone's recorder is wasteful: too long is said in words. */
const longestForm = 2 * 1024 * 1024;

/**
 * Whether a post comes from one of our own pages. Browsers say so themselves (`Sec-Fetch-Site`, later than 2020);
 * older ones by `Origin`; the oldest write `null` there, and then one of our cookies proves it, since `SameSite=Lax`
 * cookies are never sent with another site's post.
 */
function comesFromHere(request: IncomingMessage, protocol: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== 'null')
    return origin === `${protocol}://${request.headers.host ?? ''}`;
  return /(?:^|;\s*)(?:__Host-)?device=[0-9a-f]{32}(?:;|$)/.test(request.headers.cookie ?? '');
}

/** SAFETY, "Headers", for files and pages alike; the content policy of a page is made with the page. */
function putSafetyHeaders(response: ServerResponse, protocol: 'http' | 'https', path: string): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  const permitted = mayRecord.test(path) ? onlyTheMicrophone : nothingPermitted;
  response.setHeader('permissions-policy', permitted);
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('x-robots-tag', 'noarchive');
  if (protocol === 'https') {
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
  }
}

const nothingPermitted = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'web-share',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)')
  .join(', ');

/** The pages where somebody can speak instead of writing. */
const mayRecord = /^\/(?:safe|raise|raise\/short|office\/issues\/[0-9a-f-]{36}\/answer)$/;

const onlyTheMicrophone = nothingPermitted.replace('microphone=()', 'microphone=(self)');

/** The path of a request, without what is asked of it. */
export function pathOf(request: IncomingMessage): string {
  return request.url?.split('?')[0] ?? '';
}
