import { newId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { checkAgenda } from './check-agenda.ts';
import { lockMeeting } from './keep-agenda.ts';
import { AgendaItem, type Meeting } from './meeting.entity.ts';
import { mayRunMeeting } from './meeting.policy.ts';
import { auditMeeting } from './record-deed.ts';

/**
 * A facilitator puts what children chose in a closed poll at the end of a planned meeting's agenda. Brought twice, it
 * stands there once.
 */
export async function bringPoll(
  request: ApiRequest,
  input: { readonly meetingId: string; readonly pollId: string },
): Promise<Result<Meeting, readonly Problem[]>> {
  const wish = { id: newId(), kind: 'POLL' as const, subjectId: input.pollId };
  const checked = await checkAgenda(request, [wish], false);
  if (!checked.ok) return refused(checked.problem.map(({ code }) => problem(code, 'pollId')));
  return inTransaction(request, async (inside) => {
    const { em, viewer } = inside;
    const meeting = await lockMeeting(inside, input.meetingId);
    if (meeting === null || !mayRunMeeting(viewer, meeting))
      return refused([problem('NOT_FOUND', 'meetingId')]);
    if (meeting.state !== 'PLANNED') return refused([problem('WRONG_STATE', 'meetingId')]);
    const standing = await em.find(AgendaItem, { meetingId: meeting.id });
    if (standing.some(({ kind, subjectId }) => kind === 'POLL' && subjectId === input.pollId))
      return ok(meeting);
    if (standing.length >= 40) return refused([problem('OUT_OF_RANGE', 'meetingId')]);
    const last = Math.max(0, ...standing.map(({ position }) => position));
    for (const item of checked.value)
      em.create(AgendaItem, { ...item, meetingId: meeting.id, position: last + 1 });
    await auditMeeting(inside, 'bringPoll', meeting.id, { pollId: input.pollId });
    return ok(meeting);
  });
}
