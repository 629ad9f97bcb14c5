import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { toLatinDigits } from '@samleng/text';
import { type Problem, type ServiceKind } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { officePlacesOf } from './office-places.ts';
import { recordDeed } from './record-deed.ts';
import { ServicePoint } from './service.entity.ts';
import { mayKeepServices } from './service.policy.ts';

export type ServicePointWish = {
  readonly id: string;
  readonly kind: ServiceKind;
  readonly nameKm: string;
  readonly nameEn: string;
  readonly placeCode: string;
  readonly hours: string;
  readonly phone?: string | null;
  readonly isFree: boolean;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly checkedOn: string;
  readonly checkedBy: string;
};

/** Cambodia lies within; what is typed the wrong way round does not. */
const land = { south: 9, north: 15, west: 102, east: 108 } as const;

/**
 * Who keeps the services of a place writes down a service point, or that it was checked or changed. The id is drawn by
 * the page, so that sending twice makes one; it never moves a point out of or into a place that is not the viewer's.
 */
export async function saveServicePoint(
  request: ApiRequest,
  wish: ServicePointWish,
): Promise<Result<ServicePoint, readonly Problem[]>> {
  const { viewer, clock } = request;
  const officePlaces = await officePlacesOf(request);
  if (!isId(wish.id)) return refused([problem('REQUIRED', 'id')]);
  if (!mayKeepServices(viewer, officePlaces, wish.placeCode))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  const checked = check(wish, dayInCambodia(clock.now()));
  if (!checked.ok) return checked;
  const place = await load(request, placesByCode, wish.placeCode);
  if (place === undefined || place.validTo) return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
  return inTransaction(request, async (inside) => {
    const there = await inside.em.findOne(ServicePoint, { id: wish.id });
    if (there !== null && (there.retiredAt || !mayKeepServices(viewer, officePlaces, there.placeCode)))
      return refused([problem('NOT_FOUND', 'id')]);
    const point =
      there ?? inside.em.create(ServicePoint, { ...checked.value, id: wish.id, madeBy: viewer.accountId! });
    inside.em.assign(point, checked.value);
    await recordDeed(inside, 'saveServicePoint', { type: 'ServicePoint', id: point.id }, checked.value);
    return ok(point);
  });
}

function check(wish: ServicePointWish, today: string) {
  const texts = admitTexts(
    { ...wish, phone: toLatinDigits(wish.phone ?? '') },
    {
      nameKm: { max: 200, oneLine: true },
      nameEn: { max: 200, oneLine: true },
      hours: { max: 80, oneLine: true },
      phone: { max: 24, oneLine: true, optional: true },
      checkedBy: { max: 120, oneLine: true },
    },
  );
  if (!texts.ok) return texts;
  const problems: Problem[] = [];
  const { phone } = texts.value;
  if (phone !== null && !/^\+?[0-9][0-9 ]{1,22}$/.test(phone))
    problems.push(problem('NOT_A_NUMBER', 'phone'));
  const latitude = wish.latitude ?? null;
  const longitude = wish.longitude ?? null;
  if (latitude === null && longitude !== null) problems.push(problem('REQUIRED', 'latitude'));
  if (latitude !== null && longitude === null) problems.push(problem('REQUIRED', 'longitude'));
  if (latitude !== null && !(latitude >= land.south && latitude <= land.north))
    problems.push(problem('OUT_OF_RANGE', 'latitude'));
  if (longitude !== null && !(longitude >= land.west && longitude <= land.east))
    problems.push(problem('OUT_OF_RANGE', 'longitude'));
  const { kind, placeCode, isFree, checkedOn } = wish;
  if (checkedOn > today) problems.push(problem('OUT_OF_RANGE', 'checkedOn'));
  if (problems.length > 0) return refused(problems);
  return ok({ ...texts.value, kind, placeCode, isFree, latitude, longitude, checkedOn });
}
