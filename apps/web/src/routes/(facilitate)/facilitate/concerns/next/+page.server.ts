import { redirect } from '@sveltejs/kit';
import { memberOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { QueueOfConcerns } from '#lib/server/operations/moderation.ts';
import type { PageServerLoad } from './$types';

/** The concern that stands first in the queue; without one, the list says so. */
export const load: PageServerLoad = async (event) => {
  const done = memberOf(['published', 'merged', 'returned'] as const, event.url.searchParams.get('done'));
  const { concernsToModerate } = await ask(event, QueueOfConcerns);
  const first = concernsToModerate.nodes[0];
  redirect(303, `/facilitate/concerns${first ? `/${first.id}` : ''}${done ? `?done=${done}` : ''}`);
};
