import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { TopicsOfPlace } from '#lib/server/operations/research.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const placeCode = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
  const after = event.url.searchParams.get('after');
  const { researchTopics } = await ask(event, TopicsOfPlace, { placeCode, after });
  return { topics: researchTopics.nodes, next: researchTopics.pageInfo };
};
