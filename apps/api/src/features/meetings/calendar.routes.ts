import type { Clock } from '@samleng/kernel';
import type { Database, DatabaseEntityManager, Route } from '@samleng/server';
import { calendarUnder } from './calendar-address.ts';

/** `GET /calendars/<secret>.ics`: the meetings of a place for a calendar program. The secret is in no log. */
export function calendarRoutes(database: Database, clock: Clock, webOrigin: string): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/calendars\/(?<token>[A-Za-z0-9_-]{43})\.ics$/,
      name: '/calendars/:secret',
      handle: async (_request, response, { parameters }) => {
        const em = database.orm.em.fork() as DatabaseEntityManager;
        const calendar = await calendarUnder(em, parameters['token'] ?? '', clock.now(), webOrigin);
        const body = calendar ?? 'There is no such calendar.\n';
        response.writeHead(calendar === null ? 404 : 200, {
          'content-type': calendar === null ? 'text/plain; charset=utf-8' : 'text/calendar; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'cache-control': 'no-store',
        });
        response.end(body);
      },
    },
  ];
}
