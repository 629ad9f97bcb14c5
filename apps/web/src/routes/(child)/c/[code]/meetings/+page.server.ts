import { error } from '@sveltejs/kit';
import { communeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { HeldMeetings } from '#lib/server/operations/meetings.ts';
import type { PageServerLoad } from './$types';

/** When a commune's meetings are, and what they decided. */
export const load: PageServerLoad = async (event) => {
  const placeCode = communeCodeOf(event.params.code);
  if (!placeCode) error(404, 'refused');
  const now = Date.now() + 7 * 3_600_000;
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const { place, coming, past } = await ask(event, HeldMeetings, {
    placeCode,
    from: dayOf(now),
    to: dayOf(now),
  });
  if (!place) error(404, 'refused');
  return { place, coming: coming.nodes, past: past.nodes };
};
