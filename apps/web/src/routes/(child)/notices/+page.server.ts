import { redirect } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { Notices, ReadNotices } from '#lib/server/operations/notices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after')?.slice(0, 500) ?? null;
  const { notices } = await ask(event, Notices, { after });
  return { notices };
};

export const actions: Actions = {
  read: async (event) => {
    await ask(event, ReadNotices);
    redirect(303, '/notices');
  },
};
