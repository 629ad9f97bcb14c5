import { redirect } from '@sveltejs/kit';
import { communeCodeOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { readCookie } from '#lib/server/cookies.ts';
import { Notices, ReadNotices } from '#lib/server/operations/notices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after')?.slice(0, 500) ?? null;
  // Everybody of a commune hears how its polls ended: nobody knows who answered them.
  const commune = communeCodeOf(readCookie(event, 'commune'));
  const asked = { after, communeCodes: commune ? [commune] : [] };
  const { notices, pollResultsNearby } = await ask(event, Notices, asked);
  return { notices, polls: after ? [] : pollResultsNearby };
};

export const actions: Actions = {
  read: async (event) => {
    await ask(event, ReadNotices);
    redirect(303, '/notices');
  },
};
