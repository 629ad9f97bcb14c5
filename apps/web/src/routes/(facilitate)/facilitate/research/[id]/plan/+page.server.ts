import { redirect } from '@sveltejs/kit';
import { readTopic } from '#lib/research/read-topic.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { ClubTree } from '#lib/server/operations/clubs.ts';
import { PlanResearchTopic } from '#lib/server/operations/research.ts';
import { todayHere, topicOfPage } from '#lib/server/research.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const topic = await topicOfPage(event, event.params.id);
  const to = todayHere();
  const { clubs } = await ask(event, ClubTree, { placeCode: topic.place.code, from: to, to });
  return { topic, clubs: clubs.nodes.filter(({ place }) => place?.code.startsWith(topic.place.code)) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { id, place } = await topicOfPage(event, event.params.id);
    const input = { id, placeCode: place.code, ...readTopic(form) };
    const done = await deed(
      event,
      form,
      PlanResearchTopic,
      { input },
      (data) => data.planResearchTopic.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/research/${id}?done=saved`);
  },
};
