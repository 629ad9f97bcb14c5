import { fail } from '@sveltejs/kit';
import { type ProblemCode, type Verdict, verdicts } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { attempt } from '#lib/server/api.ts';
import { ConcernByReceipt, GiveVerdictByReceipt } from '#lib/server/operations/concerns.ts';
import type { Actions } from './$types';

/** A receipt in any digits and grouping; longer than any of them is none. */
const longestReceipt = 100;

type Problems = { code: ProblemCode; field?: string | null }[];

/** Nothing to show: because of what was typed, or (`isAway`) because the service did not answer. */
function refused(status: number, problems: Problems, isAway = false) {
  return fail(status, { problems, isAway });
}

function refusedField(code: ProblemCode) {
  return refused(400, [{ code, field: 'receipt' }]);
}

function notAnswered(status: number) {
  return status === 429
    ? refused(429, [{ code: 'TOO_MANY_TRIES', field: 'receipt' }])
    : refused(status, [], true);
}

export const actions: Actions = {
  open: async (event) => {
    const receipt = textOf(await event.request.formData(), 'receipt', longestReceipt);
    if (receipt.trim() === '') return refusedField('REQUIRED');
    const outcome = await attempt(event, ConcernByReceipt, { receipt });
    if (!outcome.ok) return notAnswered(outcome.status);
    const { concern, problems } = outcome.data.concernByReceipt;
    if (!concern) return refused(400, problems);
    return { concern, receipt };
  },

  verdict: async (event) => {
    const form = await event.request.formData();
    const receipt = textOf(form, 'receipt', longestReceipt);
    const verdict = memberOf<Verdict>(verdicts, form.get('verdict'));
    if (!verdict) return refusedField('NOT_IN_LIST');
    const outcome = await attempt(event, GiveVerdictByReceipt, { receipt, verdict });
    if (!outcome.ok) return notAnswered(outcome.status);
    const { issue, problems } = outcome.data.giveVerdict;
    if (!issue) return refused(400, problems);
    // The concern is not opened again: each opening costs one of the few tries a phone has.
    return { given: verdict, issueId: issue.id };
  },
};
