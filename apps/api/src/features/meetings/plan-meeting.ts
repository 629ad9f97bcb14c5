import { ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type AgendaWish, checkAgenda } from './check-agenda.ts';
import { checkMeeting, type MeetingFacts } from './check-meeting.ts';
import { areItsOwn, keepAgenda, lockMeeting } from './keep-agenda.ts';
import { Meeting } from './meeting.entity.ts';
import { mayRunMeeting } from './meeting.policy.ts';
import { auditMeeting } from './record-deed.ts';

export type MeetingPlan = MeetingFacts & { readonly items: readonly AgendaWish[] };

/**
 * A facilitator plans a meeting and its agenda, or changes both while it has not been held. The id is made by whoever
 * plans it: the same plan sent twice is one meeting.
 */
export async function planMeeting(
  request: ApiRequest,
  input: MeetingPlan,
): Promise<Result<Meeting, readonly Problem[]>> {
  const facts = await checkMeeting(request, input);
  if (!facts.ok) return facts;
  const items = await checkAgenda(request, input.items, false);
  if (!items.ok) return items;
  return inTransaction(request, async (inside) => {
    const standing = await lockMeeting(inside, input.id);
    if (standing !== null && !mayRunMeeting(inside.viewer, standing))
      return refused([problem('NOT_FOUND', 'id')]);
    if (standing !== null && standing.state !== 'PLANNED') return refused([problem('WRONG_STATE', 'id')]);
    if (!(await areItsOwn(inside, input.id, items.value))) return refused([problem('NOT_FOUND', 'items')]);
    const meeting = standing
      ? Object.assign(standing, facts.value)
      : inside.em.create(Meeting, {
          ...facts.value,
          state: 'PLANNED',
          madeBy: inside.viewer.accountId!,
        });
    await keepAgenda(inside, meeting.id, items.value);
    await auditMeeting(inside, 'planMeeting', meeting.id, { items: items.value.length });
    return ok(meeting);
  });
}

/** A facilitator calls off a meeting that was planned. What stood on its agenda is free for the next one. */
export async function cancelMeeting(
  request: ApiRequest,
  input: { readonly meetingId: string },
): Promise<Result<Meeting, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const meeting = await lockMeeting(inside, input.meetingId);
    if (meeting === null || !mayRunMeeting(inside.viewer, meeting))
      return refused([problem('NOT_FOUND', 'meetingId')]);
    if (meeting.state === 'HELD') return refused([problem('WRONG_STATE', 'meetingId')]);
    meeting.state = 'CANCELLED';
    await auditMeeting(inside, 'cancelMeeting', meeting.id);
    return ok(meeting);
  });
}
