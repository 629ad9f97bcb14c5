import { askIfThere } from '#lib/server/api.ts';
import { keepHeard, lastHeard, placeOfPage } from '#lib/server/emergencies.ts';
import { ChildPage } from '#lib/server/operations/services.ts';
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

/** More banners than these would be no help any more. */
const bannersMost = 3;

export const load: LayoutServerLoad = async (event) => {
  const placeCode = placeOfPage(event);
  if (neverWaiting.has(event.route.id)) {
    const emergencies = lastHeard(placeCode, Date.now()).slice(0, bannersMost);
    return { unseenNotices: 0, emergencies, placeCode };
  }
  // Where nobody knows the child's place, the first page alone shows what is on anywhere.
  const asks = placeCode !== null || event.route.id === '/(child)';
  const answer = await askIfThere(event, ChildPage, { placeCode, asks });
  if (answer?.emergencies && placeCode !== null) keepHeard(placeCode, answer.emergencies);
  const emergencies = answer ? (answer.emergencies ?? []) : lastHeard(placeCode, Date.now());
  return {
    unseenNotices: answer?.viewer.unseenNotices ?? 0,
    emergencies: emergencies.slice(0, bannersMost),
    placeCode,
  };
};
