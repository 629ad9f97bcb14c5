import { agendaOutcomes } from '@samleng/vocabulary';
import type { OneMeetingQuery } from '#lib/server/generated/graphql.ts';
import { headsOf, wholeOf } from './headcounts.ts';
import { memberOf, textOf } from './read.ts';

type Meeting = NonNullable<OneMeetingQuery['meeting']>;

/**
 * The record of a meeting as its form says it, with what was planned.
 *
 * @param startsAt when it began, for the record is of a meeting with a beginning
 */
export function readMeetingRecord(form: FormData, meeting: Meeting, startsAt: string) {
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
  return {
    id: meeting.id,
    kind: meeting.kind,
    placeCode: meeting.place.code,
    startsAt,
    minutes: meeting.minutes ?? null,
    venue: meeting.venue ?? null,
    invitedGirls: meeting.invitedGirls ?? 0,
    invitedBoys: meeting.invitedBoys ?? 0,
    invitedFacilitators: meeting.invitedFacilitators ?? 0,
    recordId: textOf(form, 'recordId', 36),
    replacesRecordId: replacesOf(form, meeting),
    items,
    attendance: headsOf(form),
    faces: faces.HAPPY + faces.SO_SO + faces.SAD === 0 ? null : faces,
    notes: textOf(form, 'notes', 12_000) || null,
  };
}

/** A device that never heard whether an earlier record arrived names them all; the one that stands is meant. */
function replacesOf(form: FormData, { recordId }: Meeting): string | null {
  const known = textOf(form, 'replaces', 4_000).split(' ');
  return recordId && known.includes(recordId) ? recordId : null;
}
