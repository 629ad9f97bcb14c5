import { isId, ok, refused, type Result } from '@samleng/kernel';
import { appendAudit } from '@samleng/server';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { handOverConcern } from './hand-over-concern.ts';
import { endWait, lockConcern } from './lock-concern.ts';

const deed = 'moveConcernToProtection';

/**
 * A moderator of the place moves a concern to the protection desk, for good. From this moment nobody reads it here;
 * its words are erased when the desk has acknowledged them. When the desk does not answer now, a job goes on trying.
 */
export async function moveConcern(
  request: ApiRequest,
  { concernId, isAboutSomeoneInCharge }: { concernId: string; isAboutSomeoneInCharge?: boolean | null },
): Promise<Result<true, readonly Problem[]>> {
  const moved = await inTransaction(request, async (inside) => {
    if (await hasMoved(inside, concernId)) return ok(false);
    const locked = await lockConcern(inside, concernId);
    if (!locked.ok) return locked;
    if (inside.settings.PROTECTION_URL === undefined) return refused([problem('WRONG_STATE', 'concernId')]);
    const now = inside.clock.now();
    endWait(locked.value, 'MOVED_TO_PROTECTION', now);
    locked.value.isAboutSomeoneInCharge = isAboutSomeoneInCharge ?? false;
    await inside.em.flush();
    await appendAudit(inside.em, {
      occurredAt: now,
      actorId: inside.viewer.accountId,
      deed,
      subjectType: 'Concern',
      subjectId: concernId,
      detail: {},
    });
    return ok(true);
  });
  if (!moved.ok) return moved;
  if (moved.value) await handOverConcern(request, concernId);
  return ok(true);
}

/** A second click: the viewer has moved it already. What is left of it no longer tells its place. */
async function hasMoved({ em, viewer }: ApiRequest, concernId: string): Promise<boolean> {
  if (!isId(concernId) || viewer.accountId === null) return false;
  const rows = await em.execute(
    'select 1 from audit_entries where deed = ? and subject_id = ? and actor_id = ? limit 1',
    [deed, concernId, viewer.accountId],
  );
  return rows.length > 0;
}
