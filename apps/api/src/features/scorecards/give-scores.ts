import { isId, ok, refused, type Result } from '@samleng/kernel';
import { criteriaOf, type Problem } from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { type GivenScore, readScores } from './read-scores.ts';
import { lockRound } from './record-deed.ts';
import { ScoreRound, ScoreSheet } from './scorecard.entity.ts';

/** A school with its tablets is one address. */
const scoresByAddress = { points: 600, seconds: 3_600 };

/**
 * Somebody of the group that sits there gives faces on the tablet, one sheet a person. Who, and when, is not kept, and
 * nothing is written into the audit: rows written together could be laid side by side.
 */
export async function giveScores(
  request: ApiRequest,
  input: { readonly code: string; readonly key: string; readonly scores: readonly GivenScore[] },
): Promise<Result<true, readonly Problem[]>> {
  const tries = await request.rates.take('scores-by-address', request.clientAddress, scoresByAddress);
  if (!tries.allowed) return refused([problem('TOO_MANY_TRIES')]);
  if (!isId(input.key)) return refused([problem('REQUIRED', 'key')]);
  return inTransaction(request, async (inside) => {
    const known = await inside.em.findOne(ScoreRound, { code: input.code.slice(0, 12) });
    const found = known && (await lockRound(inside, known.id));
    if (found === null || found.round.isClosed) return refused([problem('NOT_FOUND', 'code')]);
    const { round, card } = found;
    const scores = readScores(criteriaOf(card.criteriaVersion), input.scores);
    if (!scores.ok) return scores;
    if (Object.keys(scores.value).length === 0) return refused([problem('NOTHING_CHOSEN', 'scores')]);
    if ((await inside.em.count(ScoreSheet, { roundId: round.id, key: input.key })) === 0)
      inside.em.create(ScoreSheet, { roundId: round.id, key: input.key, scores: scores.value });
    await inside.em.flush();
    return ok(true);
  });
}
