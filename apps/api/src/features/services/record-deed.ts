import { appendAudit } from '@samleng/server';
import type { ApiRequest } from '../../request.ts';

type Detail = NonNullable<Parameters<typeof appendAudit>[1]['detail']>;

/** Writes what was changed, and into the audit who did it. */
export async function recordDeed(
  { em, clock, viewer }: ApiRequest,
  deed: string,
  subject: { readonly type: string; readonly id: string },
  detail: Detail,
): Promise<void> {
  await em.flush();
  await appendAudit(em, {
    occurredAt: clock.now(),
    actorId: viewer.accountId,
    deed,
    subjectType: subject.type,
    subjectId: subject.id,
    detail,
  });
}
