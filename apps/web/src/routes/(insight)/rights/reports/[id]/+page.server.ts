import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { OneReport } from '#lib/server/operations/rights.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { rightsReport } = await ask(event, OneReport, { id: event.params.id });
  if (!rightsReport) error(404, 'refused');
  return { report: rightsReport };
};
