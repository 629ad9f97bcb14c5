import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { toLatinDigits } from '@samleng/text';
import { serviceKinds } from '@samleng/vocabulary';
import { memberOf, placeCodeOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { RetireServicePoint, SaveServicePoint, ServicePointById } from '#lib/server/operations/services.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (event.params.id === 'new') {
    const placeCode = placeCodeOf(event.url.searchParams.get('place')) ?? '';
    return { point: null, placeCode, fresh: randomUUID() };
  }
  const { servicePoint } = await ask(event, ServicePointById, { id: event.params.id });
  if (!servicePoint?.viewerCan.keep) error(404, 'refused');
  return { point: servicePoint, placeCode: servicePoint.place?.code ?? '', fresh: servicePoint.id };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const kind = memberOf(serviceKinds, form.get('kind'));
    if (!kind) return refused(form, [{ code: 'REQUIRED', field: 'kind' }]);
    const checkedOn = textOf(form, 'checkedOn', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(checkedOn))
      return refused(form, [{ code: 'NOT_A_DATE', field: 'checkedOn' }]);
    const latitude = degreesOf(form, 'latitude');
    const longitude = degreesOf(form, 'longitude');
    for (const [field, degrees] of Object.entries({ latitude, longitude }))
      if (Number.isNaN(degrees)) return refused(form, [{ code: 'NOT_A_NUMBER', field }]);
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, place);
    if (place.code === null) return refused(form, [{ code: 'REQUIRED', field: 'placeCode' }]);
    const input = {
      id: event.params.id === 'new' ? textOf(form, 'key', 40) : event.params.id,
      kind,
      nameKm: textOf(form, 'nameKm', 1_000),
      nameEn: textOf(form, 'nameEn', 1_000),
      placeCode: place.code,
      hours: textOf(form, 'hours', 500),
      phone: textOf(form, 'phone', 100) || null,
      isFree: form.get('isFree') === 'yes',
      latitude,
      longitude,
      checkedOn,
      checkedBy: textOf(form, 'checkedBy', 1_000),
    };
    const done = await deed(
      event,
      form,
      SaveServicePoint,
      { input },
      (data) => data.saveServicePoint.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/local?place=${place.code}&done=saved`);
  },

  retire: async (event) => {
    const form = await event.request.formData();
    const input = { id: event.params.id };
    const done = await deed(
      event,
      form,
      RetireServicePoint,
      { input },
      (data) => data.retireServicePoint.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '/local?done=retired');
  },
};

/** Degrees in any digits; null when left empty, NaN for anything else. */
function degreesOf(form: FormData, name: string): number | null {
  const text = toLatinDigits(textOf(form, name, 40))
    .trim()
    .replace(',', '.');
  if (text === '') return null;
  return /^\d{1,3}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN;
}
