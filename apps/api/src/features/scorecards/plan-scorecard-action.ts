import { ok, refused, type Result } from '@samleng/kernel';
import { criteriaOf, type MoneySource, type PlanSector, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction, load } from '../../request.ts';
import { liesIn } from '../accounts/index.ts';
import { issuesById } from '../issues/index.ts';
import { addPlanItem } from '../plans/index.ts';
import { auditScorecard } from './record-deed.ts';
import { type Scorecard, ScorecardAction } from './scorecard.entity.ts';
import { mayActForService } from './scorecard.policy.ts';
import { scorecardsById } from './scorecard.queries.ts';

export type ScorecardPromise = {
  readonly scorecardId: string;
  readonly criterion: string;
  readonly issueId: string;
  readonly sector: PlanSector;
  readonly titleKm?: string | null;
  readonly titleEn?: string | null;
  readonly costRiel: number;
  readonly sources: readonly { readonly source: MoneySource; readonly amountRiel: number }[];
  readonly dueOn?: string | null;
  readonly idempotencyKey: string;
};

/**
 * After the interface meeting the service promises what it will do about a criterion: an item of the joint
 * accountability action plan, through the front door of plans, on an issue of children it answers.
 */
export async function planScorecardAction(
  request: ApiRequest,
  { scorecardId, criterion: named, ...wish }: ScorecardPromise,
): Promise<Result<Scorecard, readonly Problem[]>> {
  const card = await load(request, scorecardsById, scorecardId);
  if (card === undefined || !mayActForService(request.viewer, card))
    return refused([problem('NOT_FOUND', 'scorecardId')]);
  if (card.state !== 'PUBLISHED') return refused([problem('WRONG_STATE', 'scorecardId')]);
  const criterion = criteriaOf(card.criteriaVersion).find((one) => one === named);
  if (criterion === undefined) return refused([problem('OPTION_UNKNOWN', 'criterion')]);
  const issue = await load(request, issuesById, wish.issueId);
  if (issue === undefined || !liesIn(issue.communeCode, card.placeCode))
    return refused([problem('NOT_FOUND', 'issueId')]);
  const item = await addPlanItem(request, { ...wish, kind: 'JAAP', period: String(card.year + 1) });
  if (!item.ok) return item;
  // Plans write in a transaction of their own; the same form sent again joins what a stop in between left apart.
  return inTransaction(request, async (inside) => {
    const { id: planItemId } = item.value;
    if ((await inside.em.count(ScorecardAction, { planItemId })) === 0) {
      inside.em.create(ScorecardAction, { planItemId, scorecardId, criterion });
      await auditScorecard(inside, 'planScorecardAction', card, { planItemId, criterion });
    }
    return ok(card);
  });
}
