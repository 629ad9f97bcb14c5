import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { OneMeeting } from '#lib/server/operations/meetings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const { meeting } = await ask(event, OneMeeting, { id: event.params.id });
  if (!meeting?.viewerCan.see) error(404, 'refused');
  return { meeting };
};
