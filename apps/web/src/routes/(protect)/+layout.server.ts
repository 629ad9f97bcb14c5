import { askDeskIfThere } from '#lib/server/protection.ts';
import { NewItems } from '#lib/server/protection-operations/cases.ts';
import { DeskStatus } from '#lib/server/protection-operations/child.ts';
import { DeskAlarms } from '#lib/server/protection-operations/oversight.ts';
import type { LayoutServerLoad } from './$types';

/** Who is at the desk, and how much waits for them: numbers only. */
export const load: LayoutServerLoad = async (event) => {
  const { deskViewer } = event.locals;
  if (!deskViewer) return { desk: null };
  const { name, role, isReauthenticated, hasPasskey } = deskViewer;
  const isReceiver = role === 'WORKER' || role === 'SUPERVISOR';
  const [news, alarms, status] = await Promise.all([
    isReceiver ? askDeskIfThere(event, NewItems) : null,
    role === 'SUPERVISOR' || role === 'LEAD' ? askDeskIfThere(event, DeskAlarms, { after: null }) : null,
    isReceiver || role === 'LEAD' ? askDeskIfThere(event, DeskStatus, { placeCode: null }) : null,
  ]);
  return {
    desk: {
      name,
      role,
      isReauthenticated,
      hasPasskey,
      news: news?.newItems ?? 0,
      unseenAlarms: alarms?.alarms.nodes.filter(({ seenAt }) => seenAt === null).length ?? 0,
      /** Nobody of the viewer's area is on call now; from when somebody is, where the roster tells. */
      nobodyOnCall:
        status && !status.deskStatus.isSomebodyOnCall
          ? { until: status.deskStatus.onCallFrom ?? null }
          : null,
    },
  };
};
