import { redirect } from '@sveltejs/kit';
import { meetingKindKeys } from '@samleng/vocabulary';
import { wholeOf } from '#lib/forms/headcounts.ts';
import { memberOf, textOf } from '#lib/forms/read.ts';
import { keep } from '#lib/forms/refusal.ts';
import { ask } from '#lib/server/api.ts';
import { deed, refused } from '#lib/server/deed.ts';
import { mayOnly } from '#lib/server/guard.ts';
import {
  AgendaSuggestions,
  MakeCalendarAddress,
  MeetingsOfPlace,
  PlanMeeting,
  RevokeCalendarAddress,
} from '#lib/server/operations/meetings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewer = mayOnly(event, 'moderate');
  const place = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place ?? null;
  const placeCode = place?.code ?? '';
  const now = Date.now() + 7 * 3_600_000;
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const { coming, past, planningYear } = await ask(event, MeetingsOfPlace, {
    placeCode,
    from: dayOf(now),
    to: dayOf(now - 86_400_000),
  });
  const { agendaSuggestions, calendarAddresses } = await ask(event, AgendaSuggestions, { placeCode });
  return {
    place,
    coming: coming.nodes,
    past: past.nodes,
    year: planningYear,
    suggestions: agendaSuggestions ?? null,
    addresses: calendarAddresses,
    meetingId: crypto.randomUUID(),
    isDone: event.url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  plan: async (event) => {
    const form = await event.request.formData();
    const viewer = mayOnly(event, 'moderate');
    const own = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
    const kind = memberOf(meetingKindKeys, form.get('kind'));
    const startsAt = new Date(`${textOf(form, 'on', 10)}T${textOf(form, 'at', 5) || '08:00'}:00+07:00`);
    if (!kind) return refused(form, [{ code: 'REQUIRED', field: 'kind' }]);
    if (Number.isNaN(startsAt.getTime())) return refused(form, [{ code: 'NOT_A_DATE', field: 'on' }]);
    const isOfDistrict = kind === 'DISTRICT_INTEGRATION' || kind === 'WCCC_QUARTERLY';
    const picked = form.getAll('bring').filter((value) => typeof value === 'string');
    const polls = form.getAll('poll').filter((value) => typeof value === 'string');
    const input = {
      id: textOf(form, 'meetingId', 36),
      kind,
      placeCode: isOfDistrict ? own.slice(0, 4) : own,
      startsAt: startsAt.toISOString(),
      minutes: wholeOf(form.get('minutes')) || null,
      venue: textOf(form, 'venue', 200) || null,
      invitedGirls: wholeOf(form.get('invitedGirls')),
      invitedBoys: wholeOf(form.get('invitedBoys')),
      items: [
        ...picked.map((value) => {
          const [issueId = '', carriedFromId = ''] = value.split(' ');
          return {
            id: crypto.randomUUID(),
            kind: 'ISSUE' as const,
            issueId,
            carriedFromId: carriedFromId || null,
          };
        }),
        ...polls.map((subjectId) => ({ id: crypto.randomUUID(), kind: 'POLL' as const, subjectId })),
        ...textOf(form, 'other', 5_000)
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => ({
            id: crypto.randomUUID(),
            kind: 'OTHER' as const,
            ...(/[\u1780-\u17ff]/.test(line) ? { titleKm: line } : { titleEn: line }),
          })),
      ],
    };
    const done = await deed(event, form, PlanMeeting, { input }, (data) => data.planMeeting.problems);
    if (done.refusal) return done.refusal;
    redirect(303, `/facilitate/meetings/${input.id}?done=saved`);
  },

  calendar: async (event) => {
    const form = await event.request.formData();
    const viewer = mayOnly(event, 'moderate');
    const placeCode = viewer.roles.find((role) => role.role === 'FACILITATOR')?.place?.code ?? '';
    const done = await deed(
      event,
      form,
      MakeCalendarAddress,
      { input: { placeCode } },
      (data) => data.makeCalendarAddress.problems,
    );
    if (done.refusal) return done.refusal;
    const address = `${event.url.origin}/calendars/${done.data.makeCalendarAddress.secret ?? ''}.ics`;
    return { problems: [], kept: keep(form), isAway: false, address };
  },

  endCalendar: async (event) => {
    const form = await event.request.formData();
    const input = { addressId: textOf(form, 'address', 36) };
    const done = await deed(
      event,
      form,
      RevokeCalendarAddress,
      { input },
      (data) => data.revokeCalendarAddress.problems,
    );
    if (done.refusal) return done.refusal;
    redirect(303, '?done=saved');
  },
};
