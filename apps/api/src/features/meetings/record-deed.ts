import { appendAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';

type Detail = NonNullable<Parameters<typeof appendAudit>[1]['detail']>;

/** Writes into the audit what somebody did with a meeting. */
export async function auditMeeting(
  inside: ApiRequest,
  deed: string,
  meetingId: string,
  detail: Detail = {},
): Promise<void> {
  await inside.em.flush();
  await appendAudit(inside.em, {
    occurredAt: inside.clock.now(),
    actorId: inside.viewer.accountId,
    deed,
    subjectType: 'meeting',
    subjectId: meetingId,
    detail,
  });
}
