import { ok, refused, type Result } from '@samleng/kernel';
import { levelOfCode, parentCode, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';

export type WhereItIs = { readonly communeCode: string | null; readonly villageCode: string | null };

/**
 * The commune and village a form names. A village alone names its commune too. Places that have ended are taken: a
 * phone may have kept an older list, and the concern is worth more than the list.
 */
export async function findPlaces(
  request: ApiRequest,
  given: { communeCode?: string | null | undefined; villageCode?: string | null | undefined },
): Promise<Result<WhereItIs, readonly Problem[]>> {
  const villageCode = given.villageCode?.trim() || null;
  const communeCode = given.communeCode?.trim() || (villageCode === null ? null : parentCode(villageCode));
  const [commune, village] = await Promise.all([
    communeCode === null ? null : known(request, communeCode),
    villageCode === null ? null : known(request, villageCode),
  ]);
  if (village === undefined) return refused([problem('PLACE_NOT_FOUND', 'villageCode')]);
  if (commune === undefined) return refused([problem('PLACE_NOT_FOUND', 'communeCode')]);
  if (communeCode !== null && levelOfCode(communeCode) !== 'COMMUNE')
    return refused([problem('PLACE_NOT_A_COMMUNE', 'communeCode')]);
  if (villageCode !== null && parentCode(villageCode) !== communeCode)
    return refused([problem('VILLAGE_OF_ANOTHER_COMMUNE', 'villageCode')]);
  return ok({ communeCode, villageCode });
}

function known(request: ApiRequest, code: string) {
  // Codes are digits: anything else is no place, and need not reach the database.
  return /^\d{2,8}$/.test(code) ? load(request, placesByCode, code) : undefined;
}
