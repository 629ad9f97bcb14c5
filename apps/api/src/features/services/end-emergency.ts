import { LockMode } from '@mikro-orm/core';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { officePlacesOf } from './office-places.ts';
import { recordDeed } from './record-deed.ts';
import { Emergency } from './service.entity.ts';
import { mayDeclareEmergency } from './service.policy.ts';

/** Who could declare an emergency ends it before its time, or takes it back before it began. */
export async function endEmergency(
  request: ApiRequest,
  { id }: { readonly id: string },
): Promise<Result<Emergency, readonly Problem[]>> {
  const officePlaces = await officePlacesOf(request);
  return inTransaction(request, async (inside) => {
    const emergency = isId(id)
      ? await inside.em.findOne(Emergency, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (emergency === null || !mayDeclareEmergency(request.viewer, officePlaces, emergency.placeCode))
      return refused([problem('NOT_FOUND', 'id')]);
    const now = request.clock.now();
    if (emergency.endedAt || emergency.endsAt <= now) return refused([problem('WRONG_STATE', 'id')]);
    emergency.endedAt = now;
    const { kind, placeCode } = emergency;
    await recordDeed(inside, 'endEmergency', { type: 'Emergency', id }, { kind, placeCode });
    return ok(emergency);
  });
}
