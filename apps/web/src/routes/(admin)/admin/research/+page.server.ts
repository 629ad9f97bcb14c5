import { redirect } from '@sveltejs/kit';
import { ethicsItems } from '@samleng/vocabulary';
import { questionsOf } from '@samleng/surveys';
import { textOf } from '#lib/forms/read.ts';
import { formOfSheets } from '#lib/research/sheets.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { ApproveEthics, TopicsThatWait } from '#lib/server/operations/research.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sensitive topics whose list is ticked and waits for a second signature. */
export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'administer');
  const { researchTopics } = await ask(event, TopicsThatWait);
  return {
    topics: researchTopics.nodes
      .filter(
        ({ isSensitive, isEthicsApproved, ethics }) =>
          isSensitive && !isEthicsApproved && ethics.length === ethicsItems.length,
      )
      .map(({ form, ...topic }) => {
        const survey = formOfSheets(form);
        return {
          ...topic,
          questions: survey ? questionsOf(survey).map(({ question }) => question.words) : [],
        };
      }),
    isDone: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = { topicId: textOf(form, 'topicId', 36) };
    const done = await deed(event, form, ApproveEthics, { input }, (data) => data.approveEthics.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
