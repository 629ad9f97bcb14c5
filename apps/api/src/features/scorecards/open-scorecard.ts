import { isId, ok, refused, type Result } from '@samleng/kernel';
import { dayInCambodia } from '@samleng/routing';
import { newestCriteria, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { Office } from '../offices/index.ts';
import { auditScorecard, lockScorecard } from './record-deed.ts';
import { Scorecard } from './scorecard.entity.ts';
import { mayRunScorecard } from './scorecard.policy.ts';

/**
 * A facilitator opens the scorecard of a service of the area for a year, on the newest criteria. There is one a year;
 * the same id sent again is the same scorecard.
 */
export async function openScorecard(
  request: ApiRequest,
  input: { readonly id: string; readonly officeId: string; readonly year: number },
): Promise<Result<Scorecard, readonly Problem[]>> {
  const { id, officeId, year } = input;
  if (!isId(id)) return refused([problem('REQUIRED', 'id')]);
  const office = isId(officeId) ? await request.em.findOne(Office, { id: officeId, isActive: true }) : null;
  if (office === null || !mayRunScorecard(request.viewer, office))
    return refused([problem('NOT_FOUND', 'officeId')]);
  const set = newestCriteria(office.kind);
  if (set === null) return refused([problem('NOT_IN_LIST', 'officeId')]);
  const thisYear = Number(dayInCambodia(request.clock.now()).slice(0, 4));
  if (!Number.isInteger(year) || year < thisYear - 5 || year > thisYear + 1)
    return refused([problem('OUT_OF_RANGE', 'year')]);
  return inTransaction(request, async (inside) => {
    const same = await lockScorecard(inside, id);
    if (same !== null)
      return same.officeId === officeId && same.year === year
        ? ok(same)
        : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if ((await inside.em.count(Scorecard, { officeId, year })) > 0)
      return refused([problem('ALREADY_THERE', 'year')]);
    const card = inside.em.create(Scorecard, {
      id,
      officeId,
      placeCode: office.placeCode,
      year,
      criteriaVersion: set.version,
      state: 'SCORING',
      madeBy: inside.viewer.accountId!,
    });
    await auditScorecard(inside, 'openScorecard', card, { officeId, year, criteria: set.version });
    return ok(card);
  });
}
