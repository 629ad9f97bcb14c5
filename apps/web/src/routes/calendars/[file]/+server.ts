import { error } from '@sveltejs/kit';
import { API_URL } from '$app/env/private';
import type { RequestHandler } from './$types';

/** A calendar under its secret address, as the service writes it; unknown and ended ones answer alike. */
export const GET: RequestHandler = async ({ params }) => {
  if (!/^[\w-]{43}\.ics$/.test(params.file)) error(404, 'refused');
  const reply = await fetch(`${API_URL}/calendars/${params.file}`, {
    signal: AbortSignal.timeout(8_000),
    redirect: 'error',
  }).catch(() => null);
  if (reply === null || reply.status >= 500) error(503, 'unavailable');
  if (!reply.ok) error(404, 'refused');
  return new Response(reply.body, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' },
  });
};
