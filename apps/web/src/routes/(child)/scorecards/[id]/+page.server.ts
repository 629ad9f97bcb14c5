import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { OneScorecard } from '#lib/server/operations/scorecards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { scorecard } = await ask(event, OneScorecard, { id: event.params.id });
  if (!scorecard) error(404, 'refused');
  return { card: scorecard };
};
