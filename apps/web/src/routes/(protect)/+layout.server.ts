import { askDeskIfThere } from '#lib/server/protection.ts';
import { NewItems } from '#lib/server/protection-operations/cases.ts';
import { DeskAlarms } from '#lib/server/protection-operations/oversight.ts';
import type { LayoutServerLoad } from './$types';

/** Who is at the desk, and how much waits for them: numbers only. */
export const load: LayoutServerLoad = async (event) => {
  const { deskViewer } = event.locals;
  if (!deskViewer) return { desk: null };
  const { name, role, isReauthenticated } = deskViewer;
  const [news, alarms] = await Promise.all([
    role === 'WORKER' || role === 'SUPERVISOR' ? askDeskIfThere(event, NewItems) : null,
    role === 'SUPERVISOR' || role === 'LEAD' ? askDeskIfThere(event, DeskAlarms, { after: null }) : null,
  ]);
  return {
    desk: {
      name,
      role,
      isReauthenticated,
      news: news?.newItems ?? 0,
      unseenAlarms: alarms?.alarms.nodes.filter(({ seenAt }) => seenAt === null).length ?? 0,
    },
  };
};
