import { error } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { TrailOfIssue } from '#lib/server/operations/trail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const id = event.params.issue;
  // Anything but an id is a page we do not have: the service need not be asked.
  if (!/^[0-9a-f-]{36}$/.test(id)) error(404, 'refused');
  const { issue } = await ask(event, TrailOfIssue, { id });
  if (!issue) error(404, 'refused');
  return { issue };
};
