import { ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import type { Need, Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { officePlacesOf } from './office-places.ts';
import { recordDeed } from './record-deed.ts';
import { NeedCount } from './service.entity.ts';
import { mayKeepServices } from './service.policy.ts';

export type NeedsWish = {
  readonly villageCode: string;
  readonly countedOn: string;
  readonly counts: readonly { readonly need: Need; readonly families: number }[];
};

const familiesMost = 5_000;

/**
 * Who keeps the services of a village writes down how many of its families lack what: counts, never a name. A need that
 * is left out stays as it was. The figures stay out of the audit, where they would outlive their hiding.
 */
export async function countNeeds(
  request: ApiRequest,
  { villageCode, countedOn, counts }: NeedsWish,
): Promise<Result<null, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!mayKeepServices(viewer, await officePlacesOf(request), villageCode))
    return refused([problem('NOT_FOUND', 'villageCode')]);
  const village = await load(request, placesByCode, villageCode);
  if (village === undefined || village.level !== 'VILLAGE')
    return refused([problem('PLACE_NOT_FOUND', 'villageCode')]);
  const problems = counts.flatMap(({ need, families }) =>
    Number.isInteger(families) && families >= 0 && families <= familiesMost
      ? []
      : [problem('OUT_OF_RANGE', need)],
  );
  if (counts.length === 0) problems.push(problem('REQUIRED', 'counts'));
  if (new Set(counts.map(({ need }) => need)).size < counts.length)
    problems.push(problem('OPTION_TWICE', 'counts'));
  if (countedOn > dayInCambodia(clock.now())) problems.push(problem('OUT_OF_RANGE', 'countedOn'));
  if (problems.length > 0) return refused(problems);
  return inTransaction(request, async (inside) => {
    const there = await inside.em.find(NeedCount, { villageCode });
    for (const { need, families } of counts) {
      const written = { families, countedOn, countedBy: viewer.accountId! };
      const count = there.find((one) => one.need === need);
      if (count === undefined) inside.em.create(NeedCount, { villageCode, need, ...written });
      else inside.em.assign(count, written);
    }
    const named = counts.map(({ need }) => need).sort();
    await recordDeed(inside, 'countNeeds', { type: 'Place', id: villageCode }, { needs: named, countedOn });
    return ok(null);
  });
}
