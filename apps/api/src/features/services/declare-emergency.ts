import { isId, ok, refused, type Result } from '@samleng/kernel';
import { type EmergencyKind, emergencyLastsMostDays, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { placesByCode } from '../places/index.ts';
import { officePlacesOf } from './office-places.ts';
import { recordDeed } from './record-deed.ts';
import { Emergency } from './service.entity.ts';
import { mayDeclareEmergency } from './service.policy.ts';

export type EmergencyWish = {
  readonly id: string;
  readonly kind: EmergencyKind;
  readonly placeCode: string;
  readonly messageKm: string;
  readonly messageEn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isMeant: boolean;
};

/**
 * An official of the district or province, or an administrator, puts an area in emergency mode, having read once more
 * what children will see and said that it is meant. The id is drawn by the page: sending twice declares once.
 */
export async function declareEmergency(
  request: ApiRequest,
  wish: EmergencyWish,
): Promise<Result<Emergency, readonly Problem[]>> {
  const { viewer, clock } = request;
  if (!isId(wish.id)) return refused([problem('REQUIRED', 'id')]);
  if (!mayDeclareEmergency(viewer, await officePlacesOf(request), wish.placeCode))
    return refused([problem('NOT_FOUND', 'placeCode')]);
  if ((await load(request, placesByCode, wish.placeCode)) === undefined)
    return refused([problem('PLACE_NOT_FOUND', 'placeCode')]);
  const checked = check(wish, clock.now());
  if (!checked.ok) return checked;
  const { kind, placeCode } = wish;
  return inTransaction(request, async (inside) => {
    // Two at once must not both find that there is none.
    await inside.em.execute('lock table emergencies in share row exclusive mode');
    const same = await inside.em.findOne(Emergency, { id: wish.id });
    if (same !== null) {
      const isSame = same.declaredBy === viewer.accountId && same.placeCode === placeCode;
      return isSame ? ok(same) : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    }
    const { startsAt, endsAt } = wish;
    const beside = { kind, placeCode, endedAt: null, startsAt: { $lt: endsAt }, endsAt: { $gt: startsAt } };
    if ((await inside.em.count(Emergency, beside)) > 0) return refused([problem('ALREADY_THERE', 'kind')]);
    const emergency = inside.em.create(Emergency, {
      ...checked.value,
      id: wish.id,
      kind,
      placeCode,
      startsAt,
      endsAt,
      declaredBy: viewer.accountId!,
    });
    await recordDeed(
      inside,
      'declareEmergency',
      { type: 'Emergency', id: wish.id },
      { ...checked.value, kind, placeCode, from: startsAt.toISOString(), until: endsAt.toISOString() },
    );
    return ok(emergency);
  });
}

function check(wish: EmergencyWish, now: Date) {
  const texts = admitTexts(wish, { messageKm: { max: 280 }, messageEn: { max: 280 } });
  if (!texts.ok) return texts;
  const problems: Problem[] = [];
  const lasts = wish.endsAt.getTime() - wish.startsAt.getTime();
  if (wish.endsAt <= now) problems.push(problem('DATE_IN_PAST', 'endsAt'));
  else if (lasts <= 0) problems.push(problem('CLOSES_BEFORE_OPENING', 'endsAt'));
  else if (lasts > emergencyLastsMostDays * 86_400_000) problems.push(problem('OUT_OF_RANGE', 'endsAt'));
  if (!wish.isMeant) problems.push(problem('REQUIRED', 'isMeant'));
  return problems.length > 0 ? refused(problems) : texts;
}
