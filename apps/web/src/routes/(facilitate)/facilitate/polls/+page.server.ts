import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { PollsOfPlace } from '#lib/server/operations/polls.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const own = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? null;
  const after = event.url.searchParams.get('after');
  const { polls } = await ask(event, PollsOfPlace, { filter: { placeCode: own }, after });
  return { polls };
};
