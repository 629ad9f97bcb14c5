import { ok, refused, type Result } from '@samleng/kernel';
import { type Problem, type ScoreCriterion, scoreFaces } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import type { Scores } from './scorecard.entity.ts';

export type GivenScore = { readonly criterion: string; readonly score: number };

/** Reads faces from 1 to 5, each for a criterion of the scorecard and at most once. */
export function readScores(
  criteria: readonly ScoreCriterion[],
  given: readonly GivenScore[],
): Result<Scores, readonly Problem[]> {
  const scores: Partial<Record<ScoreCriterion, number>> = {};
  for (const { criterion: named, score } of given) {
    const criterion = criteria.find((one) => one === named);
    if (criterion === undefined) return refused([problem('OPTION_UNKNOWN', 'scores')]);
    if (scores[criterion] !== undefined) return refused([problem('OPTION_TWICE', 'scores')]);
    if (!Number.isInteger(score) || score < 1 || score > scoreFaces)
      return refused([problem('SCORE_OUT_OF_RANGE', 'scores')]);
    scores[criterion] = score;
  }
  return ok(scores);
}
