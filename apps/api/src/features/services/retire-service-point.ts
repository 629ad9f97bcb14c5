import { isId, ok, refused, type Result } from '@samleng/kernel';
import type { Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { officePlacesOf } from './office-places.ts';
import { recordDeed } from './record-deed.ts';
import { ServicePoint } from './service.entity.ts';
import { mayKeepServices } from './service.policy.ts';

/** Who keeps the services of a place takes one off the list because it is there no more. */
export async function retireServicePoint(
  request: ApiRequest,
  { id }: { readonly id: string },
): Promise<Result<null, readonly Problem[]>> {
  const officePlaces = await officePlacesOf(request);
  return inTransaction(request, async (inside) => {
    const point = isId(id) ? await inside.em.findOne(ServicePoint, { id, retiredAt: null }) : null;
    if (point === null || !mayKeepServices(request.viewer, officePlaces, point.placeCode))
      return refused([problem('NOT_FOUND', 'id')]);
    point.retiredAt = request.clock.now();
    const { nameEn } = point;
    await recordDeed(inside, 'retireServicePoint', { type: 'ServicePoint', id }, { nameEn });
    return ok(null);
  });
}
