import { ok, refused, type Result } from '@samleng/kernel';
import { criteriaOf, type Problem } from '@samleng/vocabulary';
import { admitTexts } from '../../graph/admit-texts.ts';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { fieldsWithIdentifiers } from '../assignments/index.ts';
import { type GivenScore, readScores } from './read-scores.ts';
import { auditScorecard, lockScorecard } from './record-deed.ts';
import type { Scorecard } from './scorecard.entity.ts';
import { mayActForService } from './scorecard.policy.ts';

/** The service's staff score themselves on every criterion, before they see what the people said. */
export async function assessOwnService(
  request: ApiRequest,
  input: {
    readonly scorecardId: string;
    readonly scores: readonly GivenScore[];
    readonly note?: string | null;
  },
): Promise<Result<Scorecard, readonly Problem[]>> {
  const words = admitTexts({ note: input.note }, { note: { max: 1_000, optional: true } });
  if (!words.ok) return words;
  const named = fieldsWithIdentifiers(words.value);
  if (named.length > 0) return refused(named.map((field) => problem('IDENTIFIERS_LEFT', field)));
  return inTransaction(request, async (inside) => {
    const card = await lockScorecard(inside, input.scorecardId);
    if (card === null || !mayActForService(inside.viewer, card))
      return refused([problem('NOT_FOUND', 'scorecardId')]);
    if (card.state !== 'SCORING') return refused([problem('WRONG_STATE', 'scorecardId')]);
    const criteria = criteriaOf(card.criteriaVersion);
    const scores = readScores(criteria, input.scores);
    if (!scores.ok) return scores;
    if (criteria.some((criterion) => scores.value[criterion] === undefined))
      return refused([problem('REQUIRED', 'scores')]);
    Object.assign(card, { selfScores: scores.value, selfNote: words.value.note });
    await auditScorecard(inside, 'assessOwnService', card);
    return ok(card);
  });
}
