import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { InfoSheetOfService, OneScorecard } from '#lib/server/operations/scorecards.ts';
import type { PageServerLoad } from './$types';

/** The info sheet of the service a scorecard is about, for its year: one page of A4 for the wall. */
export const load: PageServerLoad = async (event) => {
  const { scorecard } = await ask(event, OneScorecard, { id: event.params.id });
  if (!scorecard) error(404, 'refused');
  const { office, year, id } = scorecard;
  const { infoSheet } = await ask(event, InfoSheetOfService, { officeId: office.id, year });
  return { office, year, id, sheet: infoSheet ?? null };
};
