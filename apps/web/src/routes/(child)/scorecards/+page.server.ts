import { placeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { ScorecardsOf } from '#lib/server/operations/scorecards.ts';
import type { PageServerLoad } from './$types';

/** Scorecards of the services of a place, or of all that published one. */
export const load: PageServerLoad = async (event) => {
  const placeCode = placeCodeOf(event.url.searchParams.get('place'));
  const { scorecards } = await ask(event, ScorecardsOf, { filter: { placeCode } });
  return { cards: scorecards.nodes.filter(({ state }) => state === 'PUBLISHED') };
};
