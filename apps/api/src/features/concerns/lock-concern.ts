import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { ApiRequest } from '../../request.ts';
import { mayModerate, mayReadConcern } from './concern.policy.ts';
import { Concern } from './concern.entity.ts';

/**
 * A concern that waits for the viewer's moderation, held until the deed ends: of two moderators who act at once, the
 * second is told that it is done.
 *
 * @returns NOT_FOUND when it is not there or not the viewer's to read, ALREADY_MODERATED when it no longer waits
 */
export async function lockConcern(
  inside: ApiRequest,
  concernId: string,
): Promise<Result<Concern, readonly Problem[]>> {
  const concern = isId(concernId)
    ? await inside.em.findOne(
        Concern,
        { id: concernId },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      )
    : null;
  if (concern === null || !mayReadConcern(inside.viewer, concern))
    return refused([problem('NOT_FOUND', 'concernId')]);
  if (!mayModerate(inside.viewer, concern)) return refused([problem('ALREADY_MODERATED', 'concernId')]);
  return ok(concern);
}

/** Ends a concern's wait. What tied it to a device is forgotten here and now. */
export function endWait(
  concern: Concern,
  state: 'PUBLISHED' | 'RETURNED' | 'MOVED_TO_PROTECTION',
  now: Date,
): void {
  concern.state = state;
  concern.moderatedAt = now;
  concern.deviceKey = null;
}
