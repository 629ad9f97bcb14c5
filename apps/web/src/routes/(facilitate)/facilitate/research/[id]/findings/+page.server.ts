import { redirect } from '@sveltejs/kit';
import { wholeOf } from '#lib/forms/headcounts.ts';
import { textOf } from '#lib/forms/read.ts';
import { deed } from '#lib/server/deed.ts';
import { officesAround } from '#lib/server/offices-around.ts';
import { AddFinding, AddRecommendation } from '#lib/server/operations/research.ts';
import { topicOfPage } from '#lib/server/research.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { form: _sheets, ...topic } = await topicOfPage(event, event.params.id);
  const canAsk = topic.viewerCan.keep && (topic.stage === 'ANALYSIS' || topic.stage === 'FINDINGS');
  return {
    topic,
    canFind: topic.viewerCan.keep && topic.stage === 'ANALYSIS',
    offices: canAsk ? await officesAround(event, topic.place.code) : null,
    newId: crypto.randomUUID(),
    isDone: event.url.searchParams.has('done'),
  };
};

function words(form: FormData) {
  return { textKm: textOf(form, 'textKm') || null, textEn: textOf(form, 'textEn') || null };
}

export const actions: Actions = {
  find: async (event) => {
    const form = await event.request.formData();
    const base = wholeOf(form.get('base'));
    const input = { topicId: event.params.id, id: textOf(form, 'id', 36), base, ...words(form) };
    const done = await deed(event, form, AddFinding, { input }, (data) => data.addFinding.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },

  ask: async (event) => {
    const form = await event.request.formData();
    const officeId = textOf(form, 'officeId', 36);
    const input = { topicId: event.params.id, id: textOf(form, 'id', 36), officeId, ...words(form) };
    const done = await deed(
      event,
      form,
      AddRecommendation,
      { input },
      (data) => data.addRecommendation.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
