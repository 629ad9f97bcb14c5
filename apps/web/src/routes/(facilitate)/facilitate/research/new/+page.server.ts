import { redirect } from '@sveltejs/kit';
import { textOf } from '#lib/forms/read.ts';
import { readTopic } from '#lib/research/read-topic.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { ClubTree } from '#lib/server/operations/clubs.ts';
import { PlanResearchTopic } from '#lib/server/operations/research.ts';
import { todayHere } from '#lib/server/research.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function ownPlace(event: RequestEvent): string {
  const viewer = mayOnly(event, 'moderate');
  return viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
}

export const load: PageServerLoad = async (event) => {
  const placeCode = ownPlace(event);
  const to = todayHere();
  const { clubs } = await ask(event, ClubTree, { placeCode: placeCode.slice(0, 6), from: to, to });
  return {
    topicId: crypto.randomUUID(),
    clubs: clubs.nodes.filter(({ viewerCan, place }) => viewerCan.keep && place?.code.startsWith(placeCode)),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const id = textOf(form, 'topicId', 36);
    const input = { id, placeCode: ownPlace(event).slice(0, 6), ...readTopic(form) };
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
