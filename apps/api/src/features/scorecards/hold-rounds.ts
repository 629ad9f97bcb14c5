import { randomInt } from 'node:crypto';
import { isId, ok, refused, type Result } from '@samleng/kernel';
import {
  criteriaOf,
  type Problem,
  type ScoreCriterion,
  scoreFaces,
  type ScoreGroup,
  type ScoreWay,
} from '@samleng/vocabulary';
import { problem } from '../../graph/payload.ts';
import { type ApiRequest, inTransaction } from '../../request.ts';
import { auditScorecard, lockRound, lockScorecard } from './record-deed.ts';
import { countSheets } from './score-means.ts';
import { type FaceCounts, type Scorecard, ScoreRound, ScoreSheet } from './scorecard.entity.ts';
import { mayRunScorecard } from './scorecard.policy.ts';

const signs = '23456789abcdefghjkmnpqrstvwxyz';
const mostRounds = 40;
const mostHeads = 1_000;

/** A facilitator opens a sitting of one group: with an address for the tablet, or to be counted on paper. */
export async function openScoreRound(
  request: ApiRequest,
  input: {
    readonly id: string;
    readonly scorecardId: string;
    readonly group: ScoreGroup;
    readonly way: ScoreWay;
  },
): Promise<Result<Scorecard, readonly Problem[]>> {
  const { id, scorecardId, group, way } = input;
  if (!isId(id)) return refused([problem('REQUIRED', 'id')]);
  return inTransaction(request, async (inside) => {
    const card = await lockScorecard(inside, scorecardId);
    if (card === null || !mayRunScorecard(inside.viewer, card))
      return refused([problem('NOT_FOUND', 'scorecardId')]);
    if (card.state !== 'SCORING') return refused([problem('WRONG_STATE', 'scorecardId')]);
    const rounds = await inside.em.find(ScoreRound, { scorecardId });
    const same = rounds.find((round) => round.id === id);
    if (same) return same.group === group ? ok(card) : refused([problem('SAME_KEY_OTHER_CONTENT', 'id')]);
    if (rounds.length >= mostRounds || (await inside.em.count(ScoreRound, { id })) > 0)
      return refused([problem('OUT_OF_RANGE', 'id')]);
    const code = way === 'ONLINE' ? codeDrawn() : null;
    inside.em.create(ScoreRound, { id, scorecardId, group, way, code, isClosed: false });
    await auditScorecard(inside, 'openScoreRound', card, { roundId: id, group, way });
    return ok(card);
  });
}

/**
 * A facilitator closes a sitting that was scored on the tablet, saying how many people sat there. More sheets than people
 * are refused; such a sitting is thrown away and held again. What single people gave is erased: counts are left.
 */
export async function closeScoreRound(
  request: ApiRequest,
  input: { readonly roundId: string; readonly heads: number },
): Promise<Result<Scorecard, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const open = await openRound(inside, input.roundId, 'ONLINE');
    if (!open.ok) return open;
    const { round, card } = open.value;
    const sheets = await inside.em.find(ScoreSheet, { roundId: round.id });
    const { heads } = input;
    if (!isCount(heads)) return refused([problem('OUT_OF_RANGE', 'heads')]);
    if (sheets.length > heads) return refused([problem('COUNTS_IMPOSSIBLE', 'heads')]);
    const counts = countSheets(
      criteriaOf(card.criteriaVersion),
      sheets.map(({ scores }) => scores),
    );
    await inside.em.nativeDelete(ScoreSheet, { roundId: round.id });
    Object.assign(round, { isClosed: true, code: null, heads: sheets.length, counts });
    await auditScorecard(inside, 'closeScoreRound', card, { roundId: round.id });
    return ok(card);
  });
}

/** A facilitator throws a sitting away, with all that was given in it, while nothing is published. */
export async function dropScoreRound(
  request: ApiRequest,
  input: { readonly roundId: string },
): Promise<Result<Scorecard, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const found = await lockRound(inside, input.roundId);
    if (found === null || !mayRunScorecard(inside.viewer, found.card))
      return refused([problem('NOT_FOUND', 'roundId')]);
    if (found.card.state !== 'SCORING') return refused([problem('WRONG_STATE', 'roundId')]);
    await inside.em.nativeDelete(ScoreSheet, { roundId: found.round.id });
    inside.em.remove(found.round);
    await auditScorecard(inside, 'dropScoreRound', found.card, { roundId: found.round.id });
    return ok(found.card);
  });
}

export type TypedCounts = { readonly criterion: string; readonly faces: readonly number[] };

/** A facilitator types what was counted on paper: how many sat there, and how many gave each face to each criterion. */
export async function countScoreRound(
  request: ApiRequest,
  input: { readonly roundId: string; readonly heads: number; readonly counts: readonly TypedCounts[] },
): Promise<Result<Scorecard, readonly Problem[]>> {
  return inTransaction(request, async (inside) => {
    const open = await openRound(inside, input.roundId, 'PAPER');
    if (!open.ok) return open;
    const { round, card } = open.value;
    const counts = readCounts(criteriaOf(card.criteriaVersion), input.heads, input.counts);
    if (!counts.ok) return counts;
    Object.assign(round, { isClosed: true, heads: input.heads, counts: counts.value });
    await auditScorecard(inside, 'countScoreRound', card, { roundId: round.id, heads: input.heads });
    return ok(card);
  });
}

async function openRound(
  inside: ApiRequest,
  roundId: string,
  way: ScoreWay,
): Promise<Result<{ round: ScoreRound; card: Scorecard }, readonly Problem[]>> {
  const found = await lockRound(inside, roundId);
  if (found === null || !mayRunScorecard(inside.viewer, found.card))
    return refused([problem('NOT_FOUND', 'roundId')]);
  const isOpen = found.card.state === 'SCORING' && !found.round.isClosed && found.round.way === way;
  return isOpen ? ok(found) : refused([problem('WRONG_STATE', 'roundId')]);
}

/** No criterion can have more faces than people; one that was left out has none. */
function readCounts(
  criteria: readonly ScoreCriterion[],
  heads: number,
  typed: readonly TypedCounts[],
): Result<FaceCounts, readonly Problem[]> {
  if (!isCount(heads) || heads === 0) return refused([problem('OUT_OF_RANGE', 'heads')]);
  const counts: Partial<Record<ScoreCriterion, readonly number[]>> = {};
  for (const { criterion: named, faces } of typed) {
    const criterion = criteria.find((one) => one === named);
    if (criterion === undefined) return refused([problem('OPTION_UNKNOWN', 'counts')]);
    if (counts[criterion]) return refused([problem('OPTION_TWICE', 'counts')]);
    if (faces.length !== scoreFaces || !faces.every(isCount))
      return refused([problem('OUT_OF_RANGE', criterion)]);
    if (faces.reduce((one, other) => one + other, 0) > heads)
      return refused([problem('COUNTS_IMPOSSIBLE', criterion)]);
    counts[criterion] = [...faces];
  }
  return ok(counts);
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= mostHeads;
}

function codeDrawn(): string {
  return Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('');
}
