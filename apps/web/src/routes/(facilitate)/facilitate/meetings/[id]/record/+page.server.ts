import { error, redirect } from '@sveltejs/kit';
import { readMeetingRecord } from '#lib/forms/meeting-record.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { OneMeeting, RecordMeeting } from '#lib/server/operations/meetings.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form on which a meeting is written down. A tablet keeps it, so that it is there where no network is. */
export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const { meeting } = await ask(event, OneMeeting, { id: event.params.id });
  if (!meeting?.viewerCan.record) error(404, 'refused');
  if (meeting.state === 'CANCELLED') redirect(303, `/facilitate/meetings/${meeting.id}`);
  event.setHeaders({ 'samleng-offline': 'survey' });
  return { meeting, recordId: crypto.randomUUID() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { meeting } = await ask(event, OneMeeting, { id: event.params.id });
    if (!meeting?.startsAt) error(404, 'refused');
    const input = readMeetingRecord(form, meeting, meeting.startsAt);
    const done = await deed(event, form, RecordMeeting, { input }, (data) => data.recordMeeting.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/meetings/${meeting.id}?done=saved`);
  },
};
