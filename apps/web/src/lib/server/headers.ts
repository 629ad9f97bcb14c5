import type { RequestEvent } from '@sveltejs/kit';

import { dev } from '$app/env';

/**
 * The headers every dynamic reply carries. A page may load its own files and run only the scripts that carry this
 * reply's nonce; nothing inline, nothing from elsewhere. Whatever is no page may load nothing at all.
 */
export function putHeaders(event: RequestEvent, headers: Headers): void {
  const isPage = (headers.get('content-type') ?? '').startsWith('text/html');
  // While developing, styles are put in by script, which the policy forbids.
  if (!dev) headers.set('content-security-policy', isPage ? policyOfPage(event) : policyOfRest);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  headers.set('x-request-id', event.locals.requestId);
  headers.delete('etag');
}

/** The pages where somebody speaks and hears it before it goes. */
const withRecorder = new Set([
  '/(child)/raise',
  '/(child)/raise/short',
  '/(office)/office/issues/[id]/answer',
]);

function policyOfPage({ locals: { nonce }, route }: RequestEvent): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    withRecorder.has(route.id ?? '') ? "media-src 'self' blob:" : "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

const policyOfRest = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

const squeezable = /^(text\/|application\/(json|feed\+json|rss\+xml)|image\/svg)/;

/** Compresses what is text: most of these pages travel over slow, paid data. */
export function squeeze(request: Request, response: Response): Response {
  const type = response.headers.get('content-type') ?? '';
  const accepts = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!accepts || !response.body || !squeezable.test(type) || response.headers.has('content-encoding')) {
    return response;
  }
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}
