import { type ResearchStage, researchStages } from '@samleng/vocabulary';
import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { TopicsOfPlace } from '#lib/server/operations/research.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const placeCode = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
  const after = event.url.searchParams.get('after');
  const { researchTopics } = await ask(event, TopicsOfPlace, { placeCode, after });
  // What is still to be done comes first.
  const rank = ({ stage }: { stage: ResearchStage }) =>
    stage === 'FOLLOWED_UP' ? -1 : researchStages.indexOf(stage);
  const topics = researchTopics.nodes.toSorted((a, b) => rank(b) - rank(a));
  return { topics, next: researchTopics.pageInfo };
};
