import { error, redirect } from '@sveltejs/kit';
import { placeCodeOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { RetireHelpNumber, SaveHelpNumber } from '#lib/server/operations/calendar-and-words.ts';
import { HelpNumbers } from '#lib/server/operations/help.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (event.params.id === 'new') return { helpNumber: null, placeCode: '' };
  const placeCode = placeCodeOf(event.url.searchParams.get('place'));
  const { helpNumbers } = await ask(event, HelpNumbers, { placeCode });
  const helpNumber = helpNumbers.find((one) => one.id === event.params.id);
  if (!helpNumber) error(404, 'refused');
  return { helpNumber, placeCode: helpNumber.place ? (placeCode ?? '') : '' };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const checkedOn = textOf(form, 'checkedOn', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(checkedOn)) {
      return refused(form, [{ code: 'NOT_A_DATE', field: 'checkedOn' }]);
    }
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, place);
    const input = {
      id: event.params.id === 'new' ? null : event.params.id,
      number: textOf(form, 'number', 100),
      nameKm: textOf(form, 'nameKm', 1_000),
      nameEn: textOf(form, 'nameEn', 1_000),
      noteKm: textOf(form, 'noteKm', 5_000) || null,
      noteEn: textOf(form, 'noteEn', 5_000) || null,
      isFree: form.get('isFree') === 'yes',
      takesSms: form.get('takesSms') === 'yes',
      hours: textOf(form, 'hours', 500),
      placeCode: place.code,
      checkedOn,
    };
    const done = await deed(event, form, SaveHelpNumber, { input }, (data) => data.saveHelpNumber.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/help-numbers?place=${place.code ?? ''}&done=helpSaved`);
  },

  retire: async (event) => {
    const form = await event.request.formData();
    const variables = { id: event.params.id };
    const done = await deed(
      event,
      form,
      RetireHelpNumber,
      variables,
      (data) => data.retireHelpNumber.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '/admin/help-numbers?done=helpRetired');
  },
};
