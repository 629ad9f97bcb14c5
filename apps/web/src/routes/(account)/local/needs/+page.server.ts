import { redirect } from '@sveltejs/kit';
import { toLatinDigits } from '@samleng/text';
import { needs } from '@samleng/vocabulary';
import { textOf } from '#lib/forms/read.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { CountNeeds } from '#lib/server/operations/services.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const countedOn = textOf(form, 'countedOn', 10);
    if (!/^\d{4}-\d\d-\d\d$/.test(countedOn))
      return refused(form, [{ code: 'NOT_A_DATE', field: 'countedOn' }]);
    const village = await readPlace(event, form, 'villageCode', 'VILLAGE');
    if (!village.ok) return refused(form, village.problems, village);
    const counts = needs.flatMap((need) => {
      const text = toLatinDigits(textOf(form, need, 10)).trim();
      // What is no whole number is for the service to refuse, beside its field.
      return text === '' ? [] : [{ need, families: /^\d{1,6}$/.test(text) ? Number(text) : -1 }];
    });
    const input = { villageCode: village.code ?? '', countedOn, counts };
    const done = await deed(event, form, CountNeeds, { input }, (data) => data.countNeeds.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/local?place=${input.villageCode}&done=counted`);
  },
};
