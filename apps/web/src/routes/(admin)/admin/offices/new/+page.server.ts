import { redirect } from '@sveltejs/kit';
import { type OfficeKind, officeKindKeys } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { OpenOffice } from '#lib/server/operations/offices.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const kind = memberOf<OfficeKind>(officeKindKeys, form.get('kind'));
    if (!kind) return refused(form, [{ code: 'REQUIRED', field: 'kind' }]);
    const place = await readPlace(event, form, 'placeCode');
    if (!place.ok) return refused(form, place.problems, place);
    const input = {
      kind,
      placeCode: place.code ?? '',
      nameKm: textOf(form, 'nameKm', 1_000),
      nameEn: textOf(form, 'nameEn', 1_000),
    };
    const done = await deed(event, form, OpenOffice, { input }, (data) => data.openOffice.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/admin/offices/${done.data.openOffice.office?.id ?? ''}?done=opened`);
  },
};
