import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { MeetingsOfPlace, OfficePlaces } from '#lib/server/operations/meetings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'answer');
  const { viewer } = await ask(event, OfficePlaces);
  const placeCode = viewer.roles.find(({ office }) => office?.place)?.office?.place?.code ?? '';
  const now = Date.now() + 7 * 3_600_000;
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const found = await ask(event, MeetingsOfPlace, {
    placeCode,
    from: dayOf(now),
    to: dayOf(now - 86_400_000),
  });
  return { coming: found.coming.nodes, past: found.past.nodes };
};
