import { appendAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';

type Detail = NonNullable<Parameters<typeof appendAudit>[1]['detail']>;

/** Writes into the audit what somebody did with a poll. Never called where a ballot is written. */
export async function recordPoll(
  inside: ApiRequest,
  deed: string,
  pollId: string,
  detail: Detail = {},
): Promise<void> {
  await inside.em.flush();
  await appendAudit(inside.em, {
    occurredAt: inside.clock.now(),
    actorId: inside.viewer.accountId,
    deed,
    subjectType: 'poll',
    subjectId: pollId,
    detail,
  });
}
