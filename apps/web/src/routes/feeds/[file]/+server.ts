import { error } from '@sveltejs/kit';
import { fetchFeed } from '#lib/server/feeds.ts';
import type { RequestHandler } from './$types';

/** A commune's news for readers of feeds: `/feeds/140907.json` and `.rss`, as the service writes them. */
export const GET: RequestHandler = async (event) => {
  const match = /^(\d{6})\.(json|rss)$/.exec(event.params.file);
  if (!match?.[1] || !match[2]) error(404, 'refused');
  return fetchFeed(event, match[1], match[2] === 'json' ? 'json' : 'rss');
};
