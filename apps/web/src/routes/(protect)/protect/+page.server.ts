import { redirect } from '@sveltejs/kit';
import { deskViewerOf } from '#lib/server/protection-guard.ts';
import type { PageServerLoad } from './$types';

const first = {
  WORKER: '/protect/inbox',
  SUPERVISOR: '/protect/inbox',
  LEAD: '/protect/oversight',
  ADMINISTRATOR: '/protect/people',
} as const;

/** Everybody begins where their work is. */
export const load: PageServerLoad = (event) => {
  const done = event.url.searchParams.get('done');
  redirect(303, `${first[deskViewerOf(event).role]}${done === 'welcome' ? '?done=welcome' : ''}`);
};
