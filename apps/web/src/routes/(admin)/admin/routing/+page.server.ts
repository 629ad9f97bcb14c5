import { ask } from '#lib/server/api.ts';
import { RoutingRules } from '#lib/server/operations/routing.ts';
import { allOf } from '#lib/server/pages-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { nodes, isWhole } = await allOf(
    async (after) => (await ask(event, RoutingRules, { category: null, after })).routingRules,
  );
  return { rules: nodes, isWhole };
};
