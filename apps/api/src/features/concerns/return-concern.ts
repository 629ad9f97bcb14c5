import { ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import { admitOptionalText } from '@samleng/text';
import type { Problem, ReturnReason } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { longestNote } from './concern-limits.ts';
import type { Concern } from './concern.entity.ts';
import { endWait, lockConcern } from './lock-concern.ts';

/**
 * A moderator of the place returns a concern that cannot be published, with a reason and words the child can read by
 * its receipt. It stays private; its words are erased 30 days later.
 */
export async function returnConcern(
  request: ApiRequest,
  { concernId, reason, note }: { concernId: string; reason: ReturnReason; note?: string | null },
): Promise<Result<Concern, readonly Problem[]>> {
  const words = admitOptionalText(note, { max: longestNote });
  if (!words.ok) return refused([problem('TOO_LONG', 'note')]);
  return inTransaction(request, async (inside) => {
    const locked = await lockConcern(inside, concernId);
    if (!locked.ok) return locked;
    const concern = locked.value;
    const now = inside.clock.now();
    endWait(concern, 'RETURNED', now);
    concern.returnReason = reason;
    concern.returnNote = words.value;
    await inside.em.flush();
    await appendAudit(inside.em, {
      occurredAt: now,
      actorId: inside.viewer.accountId,
      deed: 'returnConcern',
      subjectType: 'Concern',
      subjectId: concern.id,
      detail: { reason },
    });
    return ok(concern);
  });
}
