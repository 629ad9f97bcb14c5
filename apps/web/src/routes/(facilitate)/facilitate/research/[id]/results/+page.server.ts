import { error } from '@sveltejs/kit';
import { formOfSheets } from '#lib/research/sheets.ts';
import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { CountsOfTopic } from '#lib/server/operations/research.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const row = (event.url.searchParams.get('row') ?? '').slice(0, 64);
  const column = (event.url.searchParams.get('column') ?? '').slice(0, 64);
  const { researchTopic } = await ask(event, CountsOfTopic, { id: event.params.id, row, column });
  if (!researchTopic) error(404, 'refused');
  const { form, ...topic } = researchTopic;
  return { topic, survey: formOfSheets(form), row, column };
};
