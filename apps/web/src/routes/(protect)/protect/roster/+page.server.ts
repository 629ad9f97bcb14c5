import { error, redirect } from '@sveltejs/kit';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { refused } from '#lib/server/deed.ts';
import { askDesk } from '#lib/server/protection.ts';
import { deskDeed, reauthenticateWithForm } from '#lib/server/protection-deed.ts';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import {
  DeskReceivers,
  DeskRoster,
  RemoveRosterEntry,
  SetRosterEntry,
} from '#lib/server/protection-operations/oversight.ts';
import { nobody, placesNamed } from '#lib/server/protection-places.ts';
import { readPlace } from '#lib/server/read-place.ts';
import { readHours, stretchesOf } from '#lib/forms/on-call.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = deskViewerOf(event);
  const mayKeep = viewer.role === 'SUPERVISOR';
  const [{ roster }, receivers] = await Promise.all([
    askDesk(event, DeskRoster),
    mayKeep ? askDesk(event, DeskReceivers) : null,
  ]);
  const chosen = mayKeep ? roster.find(({ id }) => id === event.url.searchParams.get('entry')) : undefined;
  return {
    roster: roster.map((entry) => ({ ...entry, stretches: stretchesOf(entry.hours) })),
    receivers: receivers?.receivers ?? [],
    mayKeep,
    chosen: chosen
      ? {
          accountId: chosen.person?.id ?? '',
          placeCode: chosen.placeCode,
          worksOnHolidays: chosen.worksOnHolidays,
          stretches: stretchesOf(chosen.hours),
        }
      : null,
    isReauthenticated: viewer.isReauthenticated,
    places: await placesNamed(roster.map(({ placeCode }) => placeCode)),
    done: memberOf(['roster', 'removed'] as const, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  set: async (event) => {
    const form = await event.request.formData();
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const place = await readPlace(nobody(event.locals.language), form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, { found: place.found });
    const hours = readHours(form);
    if (hours === null) return refused(form, [{ code: 'OUT_OF_RANGE', field: 'hours' }]);
    const input = {
      accountId: textOf(form, 'accountId', 40),
      placeCode: place.code ?? '',
      hours,
      worksOnHolidays: form.get('worksOnHolidays') === 'yes',
    };
    const done = await deskDeed(
      event,
      form,
      SetRosterEntry,
      { input },
      (data) => data.setRosterEntry.problems,
    );
    return done.refusal ?? redirect(303, '/protect/roster?done=roster');
  },

  remove: async (event) => {
    const form = await event.request.formData();
    const refusal = await reauthenticateWithForm(event, form);
    if (refusal) return refusal;
    const entryId = textOf(form, 'entryId', 40);
    if (!/^[0-9a-f-]{36}$/.test(entryId)) error(404, 'refused');
    const done = await deskDeed(
      event,
      form,
      RemoveRosterEntry,
      { input: { entryId } },
      (data) => data.removeRosterEntry.problems,
    );
    return done.refusal ?? redirect(303, '/protect/roster?done=removed');
  },
};
