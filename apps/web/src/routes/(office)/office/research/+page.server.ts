import { redirect } from '@sveltejs/kit';
import { decisionKeys } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { OfficePlaces } from '#lib/server/operations/meetings.ts';
import { AnswerRecommendation, AskedOfOffices } from '#lib/server/operations/research.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'answer');
  const { viewer } = await ask(event, OfficePlaces);
  const offices = viewer.roles.flatMap(({ office }) => (office ? [office] : []));
  const placeCode = offices[0]?.place?.code.slice(0, 6) ?? '';
  const { researchTopics } = await ask(event, AskedOfOffices, { placeCode });
  return {
    topics: researchTopics.nodes.filter(({ recommendations }) => recommendations.length > 0),
    isDone: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const decision = memberOf(decisionKeys, form.get('decision'));
    if (!decision) return refused(form, [{ code: 'REQUIRED', field: 'decision' }]);
    const input = {
      recommendationId: textOf(form, 'recommendationId', 36),
      decision,
      answer: textOf(form, 'answer'),
    };
    const done = await deed(
      event,
      form,
      AnswerRecommendation,
      { input },
      (data) => data.answerRecommendation.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
