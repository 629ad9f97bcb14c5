import { error, redirect } from '@sveltejs/kit';
import { reportKindKeys } from '@samleng/vocabulary';
import { memberOf, placeCodeOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { signedInOnly } from '#lib/server/guard.ts';
import { BuildRightsReport, RightsOfPlace } from '#lib/server/operations/rights.ts';
import type { Actions, PageServerLoad } from './$types';

/** Figures of the whole country, or of a place down to the commune. */
export const load: PageServerLoad = async (event) => {
  const placeCode = placeCodeOf(event.url.searchParams.get('place')) ?? '';
  const { rights, rightsReports } = await ask(event, RightsOfPlace, { placeCode });
  if (!rights) error(404, 'refused');
  return { rights, reports: rightsReports.nodes, id: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    signedInOnly(event);
    const kind = memberOf(reportKindKeys, form.get('kind'));
    const [from, to] = [textOf(form, 'from', 10), textOf(form, 'to', 10)];
    if (!kind) return refused(form, [{ code: 'REQUIRED', field: 'kind' }]);
    for (const [field, day] of Object.entries({ from, to }))
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) return refused(form, [{ code: 'NOT_A_DATE', field }]);
    const placeCode = placeCodeOf(event.url.searchParams.get('place')) ?? '';
    const input = { id: textOf(form, 'id', 40), kind, placeCode, from, to };
    const done = await deed(
      event,
      form,
      BuildRightsReport,
      { input },
      (data) => data.buildRightsReport.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/rights/reports/${input.id}`);
  },
};
