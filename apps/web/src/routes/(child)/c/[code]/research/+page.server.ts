import { error } from '@sveltejs/kit';
import { communeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { FindingsOfPlace } from '#lib/server/operations/research.ts';
import type { PageServerLoad } from './$types';

/** What children of a commune found out, once it is published. */
export const load: PageServerLoad = async (event) => {
  const placeCode = communeCodeOf(event.params.code);
  if (!placeCode) error(404, 'refused');
  const { place, researchTopics } = await ask(event, FindingsOfPlace, { placeCode });
  if (!place) error(404, 'refused');
  return { place, topics: researchTopics.nodes.filter(({ findings }) => findings.length > 0) };
};
