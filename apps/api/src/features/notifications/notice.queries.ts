import { checkCursor, type Page, pageOf, pageSize, readCursor } from '../../graph/connection.ts';
import type { ApiRequest } from '../../request.ts';
import { IssueEvent } from '../issues/index.ts';

export type Notice = { readonly event: IssueEvent; readonly isSeen: boolean };

/** A correction of words is no news for those who support an issue. */
const isNews = `e.number > s.since_event and e.change <> 'EDITED'`;

/**
 * What happened to the issues the viewer's device supports, since it supports them: one notice for each change, newest
 * first. Nothing is stored for it: a notice is an event the device has not passed yet.
 */
export async function noticesOf(
  request: ApiRequest,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Notice>> {
  const first = pageSize(args);
  const after = readCursor<[string, string, number]>(args.after, ['string', 'string', 'number']);
  if (after !== null) checkCursor(after, ['instant', 'id', 'whole']);
  const { deviceKey } = request.viewer;
  if (deviceKey === null) return pageOf<Notice>([], first, () => []);
  const rows = await request.em.execute<(Record<string, unknown> & { is_seen: boolean })[]>(
    `select e.*, e.number <= s.seen_event is_seen from supports s
       join issue_events e on e.issue_id = s.issue_id and ${isNews}
      where s.device_key = ?
        ${after === null ? '' : 'and (e.occurred_at, e.issue_id, e.number) < (?::timestamptz, ?::uuid, ?::int)'}
      order by e.occurred_at desc, e.issue_id desc, e.number desc limit ?`,
    [deviceKey, ...(after ?? []), first + 1],
  );
  const notices = rows.map(({ is_seen: isSeen, ...row }) => ({
    event: request.em.map(IssueEvent, row) as IssueEvent,
    isSeen,
  }));
  return pageOf(notices, first, ({ event }) => [event.occurredAt.toISOString(), event.issueId, event.number]);
}

/** How many notices the viewer's device has not seen. */
export async function countUnseen({ em, viewer }: ApiRequest): Promise<number> {
  if (viewer.deviceKey === null) return 0;
  const [row] = await em.execute<{ unseen: number }[]>(
    `select count(*)::int unseen from supports s
       join issue_events e on e.issue_id = s.issue_id and e.number > s.seen_event and ${isNews}
      where s.device_key = ?`,
    [viewer.deviceKey],
  );
  return row?.unseen ?? 0;
}
