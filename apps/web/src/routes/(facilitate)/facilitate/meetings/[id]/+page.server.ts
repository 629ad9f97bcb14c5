import { error, redirect } from '@sveltejs/kit';
import { agendaOutcomes } from '@samleng/vocabulary';
import { headsOf, wholeOf } from '#lib/forms/headcounts.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { ask } from '#lib/server/api.ts';
import { deed } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import { CancelMeeting, OneMeeting, RecordMeeting } from '#lib/server/operations/meetings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  mayOnly(event, 'moderate');
  const { meeting } = await ask(event, OneMeeting, { id: event.params.id });
  if (!meeting?.viewerCan.see) error(404, 'refused');
  return { meeting, recordId: crypto.randomUUID(), isDone: event.url.searchParams.has('done') };
};

export const actions: Actions = {
  record: async (event) => {
    const form = await event.request.formData();
    const { meeting } = await ask(event, OneMeeting, { id: event.params.id });
    if (!meeting?.startsAt) error(404, 'refused');
    const items = meeting.items.map((item) => {
      const decision = textOf(form, `decision.${item.id}`, 2_000).trim();
      const girls = wholeOf(form.get(`girls.${item.id}`));
      const boys = wholeOf(form.get(`boys.${item.id}`));
      const dueOn = textOf(form, `due.${item.id}`, 10);
      return {
        id: item.id,
        kind: item.kind,
        issueId: item.issue?.id ?? null,
        subjectId: item.subjectId ?? null,
        titleKm: item.titleKm ?? null,
        titleEn: item.titleEn ?? null,
        minutes: item.minutes ?? null,
        isWithoutChildren: item.isWithoutChildren,
        carriedFromId: item.carriedFrom?.id ?? null,
        outcome: memberOf(agendaOutcomes, form.get(`outcome.${item.id}`)),
        ...(/[\u1780-\u17ff]/.test(decision)
          ? { decisionKm: decision }
          : { decisionEn: decision === '' ? null : decision }),
        dueOn: /^\d{4}-\d\d-\d\d$/.test(dueOn) ? dueOn : null,
        spoke: [
          { role: 'CHILD' as const, sex: 'FEMALE' as const, count: girls },
          { role: 'CHILD' as const, sex: 'MALE' as const, count: boys },
        ],
      };
    });
    const faces = {
      HAPPY: wholeOf(form.get('HAPPY')),
      SO_SO: wholeOf(form.get('SO_SO')),
      SAD: wholeOf(form.get('SAD')),
    };
    const input = {
      id: meeting.id,
      kind: meeting.kind,
      placeCode: meeting.place.code,
      startsAt: meeting.startsAt,
      minutes: meeting.minutes ?? null,
      venue: meeting.venue ?? null,
      invitedGirls: meeting.invitedGirls ?? 0,
      invitedBoys: meeting.invitedBoys ?? 0,
      invitedFacilitators: meeting.invitedFacilitators ?? 0,
      recordId: textOf(form, 'recordId', 36),
      replacesRecordId: textOf(form, 'replaces', 36) || null,
      items,
      attendance: headsOf(form),
      faces: faces.HAPPY + faces.SO_SO + faces.SAD === 0 ? null : faces,
      notes: textOf(form, 'notes', 12_000) || null,
    };
    const done = await deed(event, form, RecordMeeting, { input }, (data) => data.recordMeeting.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },

  cancel: async (event) => {
    const form = await event.request.formData();
    const input = { meetingId: event.params.id };
    const done = await deed(event, form, CancelMeeting, { input }, (data) => data.cancelMeeting.problems);
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
