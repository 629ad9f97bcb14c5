import { type Interval, meanScore } from '@samleng/ballots';
import { SMALL_CELL_LIMIT } from '@samleng/privacy';
import {
  scorecardBenchmarks,
  type ScoreCriterion,
  scoreFaces,
  type ScoreGroup,
  scoreGroups,
} from '@samleng/vocabulary';
import type { FaceCounts, ScoreRound } from './scorecard.entity.ts';

/** A mean from 1 to 5 with its 95 % interval, and how many people it rests on. */
export type ScoreMean = {
  readonly people: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
};
export type GroupMean = { readonly group: ScoreGroup; readonly score: ScoreMean | null };
export type CriterionResult = {
  readonly criterion: ScoreCriterion;
  /** Of the groups that may be shown together: a total with a hidden group in it would tell that group. */
  readonly all: ScoreMean | null;
  readonly groups: readonly GroupMean[];
  readonly isLow: boolean;
};
type Closed = Pick<ScoreRound, 'group' | 'heads' | 'counts' | 'isClosed'>;

/**
 * What each group said of each criterion. A group is shown when at least ten people of it scored, on the whole and on
 * the criterion; nothing of a smaller one goes into any figure, so none can be worked out.
 */
export function scoreResults(
  criteria: readonly ScoreCriterion[],
  rounds: readonly Closed[],
): CriterionResult[] {
  const present = scoreGroups.filter((group) =>
    rounds.some((round) => round.isClosed && round.group === group),
  );
  return criteria.map((criterion) => {
    const shown = shownCounts(criterion, rounds);
    const all = meanOf(total([...shown.values()]));
    const groups = present.map((group) => ({ group, score: meanOf(shown.get(group) ?? []) }));
    return { criterion, all, groups, isLow: all !== null && all.mean < scorecardBenchmarks.lowMean };
  });
}

export type ScoreChange = {
  readonly criterion: ScoreCriterion;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
};

/**
 * How the mean of a criterion changed from an earlier scorecard, with its 95 % interval; null where no group is shown in
 * both. Only groups shown in both years count, so that other people are no change.
 *
 * Source: R. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine
 * 17 (1998), 873–890, method 10, on the means' place between the worst and the best face.
 */
export function scoreChange(
  criterion: ScoreCriterion,
  now: readonly Closed[],
  before: readonly Closed[],
): ScoreChange | null {
  const [later, earlier] = [shownCounts(criterion, now), shownCounts(criterion, before)];
  const both = [...later.keys()].filter((group) => earlier.has(group));
  const to = meanOf(total(both.map((group) => later.get(group)!)));
  const from = meanOf(total(both.map((group) => earlier.get(group)!)));
  if (to === null || from === null) return null;
  const difference = to.mean - from.mean;
  return {
    criterion,
    difference,
    low: difference - Math.hypot(to.mean - to.low, from.high - from.mean),
    high: difference + Math.hypot(to.high - to.mean, from.mean - from.low),
  };
}

/** Counts of faces by group, for the groups that may be shown. */
function shownCounts(
  criterion: ScoreCriterion,
  rounds: readonly Closed[],
): Map<ScoreGroup, readonly number[]> {
  const byGroup = Map.groupBy(
    rounds.filter(({ isClosed }) => isClosed),
    ({ group }) => group,
  );
  const shown = new Map<ScoreGroup, readonly number[]>();
  for (const [group, sittings] of byGroup) {
    const heads = sum(sittings.map((sitting) => sitting.heads ?? 0));
    const counts = total(sittings.map((sitting) => sitting.counts?.[criterion] ?? []));
    if (heads >= SMALL_CELL_LIMIT && sum(counts) >= SMALL_CELL_LIMIT) shown.set(group, counts);
  }
  return shown;
}

function meanOf(counts: readonly number[]): ScoreMean | null {
  const people = sum(counts);
  if (people === 0) return null;
  const { scores } = meanScore({
    options: ['it'],
    faces: scoreFaces,
    papers: people,
    histogram: Float64Array.from([0, ...counts]),
  }).rounds[0];
  const { mean, meanInterval } = scores['it']!;
  const [low, high]: Interval = meanInterval!;
  return { people, mean: mean!, low, high };
}

/** Counts of each face in what people gave, by criterion. */
export function countSheets(
  criteria: readonly ScoreCriterion[],
  sheets: readonly { readonly [Criterion in ScoreCriterion]?: number }[],
): FaceCounts {
  return Object.fromEntries(
    criteria.map((criterion) => [
      criterion,
      Array.from(
        { length: scoreFaces },
        (_, at) => sheets.filter((sheet) => sheet[criterion] === at + 1).length,
      ),
    ]),
  );
}

function total(many: readonly (readonly number[])[]): number[] {
  return many.length === 0
    ? []
    : Array.from({ length: scoreFaces }, (_, at) => sum(many.map((counts) => counts[at] ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
