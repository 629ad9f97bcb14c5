import { error, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { deed } from '#lib/server/deed.ts';
import { issueOnDesk } from '#lib/server/desk-issue.ts';
import { officesAround } from '#lib/server/offices-around.ts';
import { HandOverIssue } from '#lib/server/operations/desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const issue = await issueOnDesk(event, event.params.id);
  if (!issue.viewerCan.handOver) error(403, 'refused');
  const own = issue.currentAssignment?.office.id;
  const offices = await officesAround(event, issue.commune.code);
  return { issue, offices: offices.filter((office) => office.id !== own) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = {
      issueId: event.params.id,
      note: textOf(form, 'note', 5_000),
      suggestedOfficeId: textOf(form, 'suggestedOfficeId', 40) || null,
    };
    const done = await deed(event, form, HandOverIssue, { input }, (data) => data.handOverIssue.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/office/issues/${event.params.id}?done=handedOver`);
  },
};
