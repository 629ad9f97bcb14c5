import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { ClubTree } from '#lib/server/operations/clubs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const own = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
  const year = new Date().getUTCFullYear();
  const { networks, clubs, reach } = await ask(event, ClubTree, {
    placeCode: own.slice(0, 6),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  return { networks, clubs: clubs.nodes, reach };
};
