import { error } from '@sveltejs/kit';
import { fetchMedia } from '#lib/server/poll-media.ts';
import type { RequestHandler } from './$types';

/** A picture or a recording of a poll, as far as the reader may see it. */
export const GET: RequestHandler = (event) => {
  if (!/^[0-9a-f-]{36}$/.test(event.params.id)) error(404, 'refused');
  return fetchMedia(event, event.params.id);
};
