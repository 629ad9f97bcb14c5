import { askIfThere } from '#lib/server/api.ts';
import { UnseenNotices } from '#lib/server/operations/notices.ts';
import type { LayoutServerLoad } from './$types';

/** Pages that must come at once, whatever the service does. */
const neverWaiting = new Set([
  '/(child)/help',
  '/(child)/safe',
  '/(child)/privacy',
  '/(child)/about-me',
  '/(child)/offline',
  '/(child)/outbox',
]);

export const load: LayoutServerLoad = async (event) => {
  if (neverWaiting.has(event.route.id)) return { unseenNotices: 0 };
  const answer = await askIfThere(event, UnseenNotices);
  return { unseenNotices: answer?.viewer.unseenNotices ?? 0 };
};
