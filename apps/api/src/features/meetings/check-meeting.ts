import { isId, ok, refused, type Result } from '@samleng/kernel';
import { levelOfCode, meetingKinds, type MeetingKind, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { identifiersIn } from '../concerns/index.ts';
import { placesByCode } from '../places/index.ts';
import { mayRunMeeting } from './meeting.policy.ts';

export type MeetingFacts = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly placeCode: string;
  readonly startsAt: Date;
  readonly minutes?: number | null;
  readonly venue?: string | null;
  readonly invitedGirls?: number | null;
  readonly invitedBoys?: number | null;
  readonly invitedFacilitators?: number | null;
};
export type CheckedMeeting = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly placeCode: string;
  readonly startsAt: Date;
  readonly minutes: number | null;
  readonly venue: string | null;
  readonly invitedGirls: number;
  readonly invitedBoys: number;
  readonly invitedFacilitators: number;
};

const invitedMost = 1_000;
const oldest = Date.parse('2015-01-01T00:00:00Z');
const farthest = 2 * 366 * 86_400_000;

/**
 * Checks when and where a meeting is: a place of its kind's level (a village's meeting may be called by the commune),
 * that the viewer runs meetings in; a time that is not years away; how many children are offered a seat.
 */
export async function checkMeeting(
  request: ApiRequest,
  facts: MeetingFacts,
): Promise<Result<CheckedMeeting, readonly Problem[]>> {
  const { id, kind, placeCode, startsAt } = facts;
  if (!/^(\d\d){1,4}$/.test(placeCode) || !mayRunMeeting(request.viewer, { placeCode }))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  const texts = admitTexts({ venue: facts.venue }, { venue: { max: 120, oneLine: true, optional: true } });
  const problems: Problem[] = texts.ok ? [] : [...texts.problem];
  if (texts.ok && holdsNumbers(texts.value.venue)) problems.push(problem('IDENTIFIERS_LEFT', 'venue'));
  if (!isId(id)) problems.push(problem('REQUIRED', 'id'));
  if ((await load(request, placesByCode, placeCode)) === undefined)
    problems.push(problem('PLACE_NOT_FOUND', 'placeCode'));
  else if (!isOfLevel(kind, placeCode)) problems.push(problem('OUT_OF_RANGE', 'placeCode'));
  const time = startsAt.getTime();
  if (time < oldest || time > request.clock.now().getTime() + farthest)
    problems.push(problem('OUT_OF_RANGE', 'startsAt'));
  const minutes = facts.minutes ?? null;
  if (minutes !== null && !isCount(minutes, 1_440)) problems.push(problem('OUT_OF_RANGE', 'minutes'));
  const invited = {
    invitedGirls: facts.invitedGirls ?? 0,
    invitedBoys: facts.invitedBoys ?? 0,
    invitedFacilitators: facts.invitedFacilitators ?? 0,
  };
  for (const [field, count] of Object.entries(invited))
    if (!isCount(count, invitedMost)) problems.push(problem('OUT_OF_RANGE', field));
  if (!texts.ok || problems.length > 0) return refused(problems);
  return ok({ id, kind, placeCode, startsAt, minutes, ...invited, venue: texts.value.venue });
}

function isOfLevel(kind: MeetingKind, placeCode: string): boolean {
  const level = levelOfCode(placeCode);
  const wanted: string = meetingKinds[kind].level;
  return level === wanted || (wanted === 'VILLAGE' && level === 'COMMUNE');
}

function isCount(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= most;
}

/** Whether a text holds a phone or identity number: what is written here is read by many. */
export function holdsNumbers(text: string | null): boolean {
  return (
    text !== null && identifiersIn(text).some(({ kind }) => kind === 'PHONE' || kind === 'IDENTITY_NUMBER')
  );
}
