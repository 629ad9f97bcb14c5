import { redirect } from '@sveltejs/kit';
import { memberOf } from '#lib/forms/read.ts';
import { placesUnder } from '#lib/server/choose-place.ts';
import { deed } from '#lib/server/deed.ts';
import { issueOnDesk } from '#lib/server/desk-issue.ts';
import { AcknowledgeIssue } from '#lib/server/operations/desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const issue = await issueOnDesk(event, event.params.id);
  const done = ['acknowledged', 'answered', 'handedOver', 'planned', 'reported'] as const;
  return {
    issue,
    villages: await placesUnder(event, issue.commune.code),
    done: memberOf(done, event.url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  acknowledge: async (event) => {
    const form = await event.request.formData();
    const variables = { issueId: event.params.id };
    const done = await deed(
      event,
      form,
      AcknowledgeIssue,
      variables,
      (data) => data.acknowledgeIssue.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/office/issues/${event.params.id}?done=acknowledged`);
  },
};
