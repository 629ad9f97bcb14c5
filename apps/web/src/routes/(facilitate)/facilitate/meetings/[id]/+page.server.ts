import { error, redirect } from '@sveltejs/kit';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { CancelMeeting, OneMeeting } from '#lib/server/operations/meetings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const { meeting } = await ask(event, OneMeeting, { id: event.params.id });
  if (!meeting?.viewerCan.see) error(404, 'refused');
  return { meeting, isDone: event.url.searchParams.has('done') };
};

export const actions: Actions = {
  cancel: async (event) => {
    const form = await event.request.formData();
    const input = { meetingId: event.params.id };
    const done = await deed(event, form, CancelMeeting, { input }, (data) => data.cancelMeeting.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
