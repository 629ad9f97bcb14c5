import { redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed } from '#lib/server/protection-deed.ts';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import { DeskAlarms, DeskStateNow, SeeAlarm } from '#lib/server/protection-operations/oversight.ts';
import { placesNamed } from '#lib/server/protection-places.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after');
  const [{ alarms }, { deskState }] = await Promise.all([
    askDesk(event, DeskAlarms, { after }),
    askDesk(event, DeskStateNow),
  ]);
  return {
    alarms,
    state: deskState,
    // The lead watches over the desk and never sees a case.
    mayGoToCase: deskViewerOf(event).role === 'SUPERVISOR',
    places: await placesNamed(alarms.nodes.map(({ placeCode }) => placeCode)),
    done: memberOf(['seen'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  see: async (event) => {
    const form = await event.request.formData();
    const input = { alarmId: textOf(form, 'alarmId', 40) };
    const done = await deskDeed(event, form, SeeAlarm, { input }, (data) => data.seeAlarm.problems);
    return done.refusal ?? redirect(303, '/protect/alarms?done=seen');
  },
};
