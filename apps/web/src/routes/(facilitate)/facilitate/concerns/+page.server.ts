import { type ConcernState, concernStates, urgencies } from '@samleng/vocabulary';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { ConcernsWaiting } from '#lib/server/operations/moderation.ts';
import { readPlace } from '#lib/server/read-place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const form = new FormData();
  for (const [name, value] of asked) form.append(name, value);
  const place = await readPlace(event, form, 'place');
  const state = memberOf<ConcernState>(concernStates, asked.get('state')) ?? 'RECEIVED';
  const urgency = memberOf(urgencies, asked.get('urgency'));
  const filter = { state, urgency, placeCode: place.ok ? place.code : null };
  const { concernsToModerate } = await ask(event, ConcernsWaiting, { filter, after: asked.get('after') });
  return {
    concerns: concernsToModerate,
    asked: { state, urgency, place: asked.get('place') ?? '' },
    found: place.ok ? [] : place.found,
    problems: place.ok ? [] : place.problems,
    isFiltered: asked.has('place') || asked.has('urgency'),
    done: memberOf(['published', 'merged', 'returned'] as const, asked.get('done')),
  };
};
