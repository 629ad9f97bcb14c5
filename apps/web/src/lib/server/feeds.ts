import { error } from '@sveltejs/kit';
import { API_URL } from '$app/env/private';
import type { Asker } from './api.ts';
import { logFault } from './log.ts';

const types = { json: 'application/feed+json; charset=utf-8', rss: 'application/rss+xml; charset=utf-8' };

/** Hands on a commune's feed from the service. Feeds are the same for everybody and may be kept for minutes. */
export async function fetchFeed(
  asker: Asker,
  communeCode: string,
  kind: keyof typeof types,
): Promise<Response> {
  const { locals } = asker;
  let reply: Response;
  try {
    reply = await fetch(`${API_URL}/feeds/${communeCode}.${kind}`, {
      headers: { 'accept-language': locals.language, 'x-request-id': locals.requestId },
      signal: AbortSignal.timeout(8_000),
      redirect: 'error',
    });
  } catch (fault) {
    logFault('service away', locals.requestId, fault);
    error(503, 'unavailable');
  }
  if (reply.status === 404) error(404, 'refused');
  if (!reply.ok) error(503, 'unavailable');
  return new Response(reply.body, {
    headers: { 'content-type': types[kind], 'cache-control': 'public, max-age=300' },
  });
}
