import { askIfThere } from '#lib/server/api.ts';
import { UnseenNotices } from '#lib/server/operations/notices.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const answer = await askIfThere(event, UnseenNotices);
  return { unseenNotices: answer?.viewer.unseenNotices ?? 0 };
};
