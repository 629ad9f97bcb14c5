import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { emergencyKinds } from '@samleng/vocabulary';
import { memberOf, placeCodeOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import {
  AskWhatIsNeeded,
  DeclareEmergency,
  EmergencyDesk,
  EndEmergency,
} from '#lib/server/operations/services.ts';
import { readPlace } from '#lib/server/read-place.ts';
import { hourInCambodia, instantOfHour } from '#lib/services/hours.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { emergencyDesk } = await ask(event, EmergencyDesk);
  const now = Date.now();
  return {
    ...emergencyDesk,
    fresh: randomUUID(),
    now: hourInCambodia(now),
    nextWeek: hourInCambodia(now + 7 * 24 * 3_600_000),
    done: memberOf(['declared', 'ended', 'asked'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  declare: async (event) => {
    const form = await event.request.formData();
    const kind = memberOf(emergencyKinds, form.get('kind'));
    if (!kind) return refused(form, [{ code: 'REQUIRED', field: 'kind' }]);
    const startsAt = instantOfHour(textOf(form, 'startsAt', 16));
    if (startsAt === null) return refused(form, [{ code: 'NOT_A_DATE', field: 'startsAt' }]);
    const endsAt = instantOfHour(textOf(form, 'endsAt', 16));
    if (endsAt === null) return refused(form, [{ code: 'NOT_A_DATE', field: 'endsAt' }]);
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, place);
    const input = {
      id: textOf(form, 'key', 40),
      kind,
      placeCode: place.code ?? '',
      messageKm: textOf(form, 'messageKm', 2_000),
      messageEn: textOf(form, 'messageEn', 2_000),
      startsAt,
      endsAt,
      isMeant: form.get('isMeant') === 'yes',
    };
    const done = await deed(
      event,
      form,
      DeclareEmergency,
      { input },
      (data) => data.declareEmergency.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '/local/emergencies?done=declared');
  },

  end: async (event) => {
    const form = await event.request.formData();
    const input = { id: textOf(form, 'id', 40) };
    const done = await deed(event, form, EndEmergency, { input }, (data) => data.endEmergency.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '/local/emergencies?done=ended');
  },

  ask: async (event) => {
    const form = await event.request.formData();
    const input = {
      emergencyId: textOf(form, 'id', 40),
      placeCode: placeCodeOf(form.get('place')) ?? '',
    };
    const done = await deed(event, form, AskWhatIsNeeded, { input }, (data) => data.askWhatIsNeeded.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '/local/emergencies?done=asked');
  },
};
