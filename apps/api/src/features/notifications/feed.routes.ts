import type { ServerResponse } from 'node:http';
import type { Database, DatabaseEntityManager, Route } from '@samleng/server';
import { communeFeed } from './commune-feed.ts';
import { jsonFeed, rssFeed } from './write-feed.ts';

/** `GET /feeds/140907.json` and `.rss`: what is new in a commune, for readers of feeds. Public words and days only. */
export function feedRoutes(database: Database, webOrigin: string): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/feeds\/(?<code>\d{6})\.(?<format>json|rss)$/,
      name: '/feeds/:commune',
      handle: async (_request, response, { parameters }) => {
        const em = database.orm.em.fork() as DatabaseEntityManager;
        const feed = await communeFeed(em, parameters['code'] ?? '');
        if (feed === null)
          return send(response, 404, 'text/plain; charset=utf-8', 'There is no such commune.\n');
        return parameters['format'] === 'json'
          ? send(response, 200, 'application/feed+json; charset=utf-8', jsonFeed(feed, webOrigin))
          : send(response, 200, 'application/rss+xml; charset=utf-8', rssFeed(feed, webOrigin));
      },
    },
  ];
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  // Node leaves out the body of an answer to HEAD by itself.
  response.end(body);
}
