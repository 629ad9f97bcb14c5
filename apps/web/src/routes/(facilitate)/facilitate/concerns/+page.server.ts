import { type ConcernState, concernStates, urgencies } from '@samleng/vocabulary';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { redirect } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { ConcernsWaiting, SeeWords, WordsToLookAt } from '#lib/server/operations/moderation.ts';
import { readPlace } from '#lib/server/read-place.ts';
import { whereWordsStand } from '#lib/words/where-words-stand.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const place = await readPlace(event, form, 'place');
  const state = memberOf<ConcernState>(concernStates, asked.get('state')) ?? 'RECEIVED';
  const urgency = memberOf(urgencies, asked.get('urgency'));
  const filter = { state, urgency, placeCode: place.ok ? place.code : null };
  const { concernsToModerate } = await ask(event, ConcernsWaiting, { filter, after: asked.get('after') });
  const { wordsToLookAt } = await ask(event, WordsToLookAt);
  return {
    concerns: concernsToModerate,
    marks: wordsToLookAt.map((mark) => ({ ...mark, where: whereWordsStand(mark) })),
    asked: { state, urgency, place: asked.get('place') ?? '' },
    found: place.ok ? [] : place.found,
    problems: place.ok ? [] : place.problems,
    isFiltered: asked.has('place') || asked.has('urgency'),
    done: memberOf(['published', 'merged', 'returned'] as const, asked.get('done')),
  };
};

export const actions: Actions = {
  /** The moderator has looked at marked words where they stand. */
  seeWords: async (event) => {
    const form = await event.request.formData();
    const input = { markId: textOf(form, 'markId', 60) };
    const done = await deed(event, form, SeeWords, { input }, (data) => data.seeWords.problems);
    return done.refusal ?? redirect(303, '/facilitate/concerns');
  },
};
