import { error, redirect } from '@sveltejs/kit';
import { toLatinDigits } from '@samleng/text';
import { type PlanState, planStates } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { issueOnDesk } from '#lib/server/desk-issue.ts';
import { ReportPlanProgress } from '#lib/server/operations/desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const issue = await issueOnDesk(event, event.params.id);
  const item = issue.planItems.find((one) => one.id === event.params.item);
  if (!item?.viewerCan.report) error(404, 'refused');
  return { issue, item, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const state = memberOf<PlanState>(planStates, form.get('state'));
    if (!state) return refused(form, [{ code: 'REQUIRED', field: 'state' }]);
    const percent = toLatinDigits(textOf(form, 'percentDone', 10)).replace(/[\s%]/g, '');
    if (!/^\d{1,3}$/.test(percent)) return refused(form, [{ code: 'NOT_A_NUMBER', field: 'percentDone' }]);
    const input = {
      planItemId: event.params.item,
      percentDone: Number(percent),
      state,
      note: textOf(form, 'note', 5_000) || null,
      evidenceLink: textOf(form, 'evidenceLink', 1_000) || null,
      idempotencyKey: textOf(form, 'key', 40),
    };
    const done = await deed(
      event,
      form,
      ReportPlanProgress,
      { input },
      (data) => data.reportPlanProgress.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/office/issues/${event.params.id}?done=reported`);
  },
};
