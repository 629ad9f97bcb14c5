import type { OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';
import { wilsonInterval, z95, type Interval } from './wilson.ts';

/**
 * How often each option got each score. `histogram[option * (faces + 1) + score]` papers gave the option that score;
 * scores are 1 (worst) to `faces` (best), a paper may leave options out.
 */
export interface ScoreProfile<Id extends OptionId = string> {
  readonly options: readonly Id[];
  readonly faces: number;
  readonly papers: number;
  readonly histogram: Float64Array;
}

export interface OptionScore {
  /** Papers that scored this option. */
  readonly papers: number;
  /** Sum of the scores: the mean is `sum / papers` exactly. */
  readonly sum: number;
  /** Null when nobody scored the option; so are the next three. */
  readonly mean: number | null;
  readonly meanInterval: Interval | null;
  /** The middle score; halfway between the two middle ones when their number is even. */
  readonly median: number | null;
  readonly medianInterval: Interval | null;
  /** How many papers gave 1, 2, … faces. */
  readonly counts: readonly number[];
}

export interface ScoreOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'mean-score' | 'median-score';
  readonly rounds: readonly [
    { readonly scores: Readonly<Record<string, OptionScore>>; readonly papers: number },
  ];
}

/**
 * Options by their mean score, compared exactly as fractions. Both rules give mean and median with 95 % intervals.
 *
 * The interval of the mean is Wilson's, taken of the mean's place between the lowest and the highest score: a number
 * between 0 and 1 varies at most as much as a yes or no with the same mean, so the interval is never too narrow, stays
 * on the scale and holds for few papers.
 *
 * Source: E. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927), 209–212; R. Bhatia, C. Davis, A better bound on the variance, American
 * Mathematical Monthly 107 (2000), 353–357.
 */
export function meanScore<Id extends OptionId>(
  profile: ScoreProfile<Id>,
  options: ScoreOptions<Id> = {},
): ScoreOutcome<Id> {
  const scores = profile.options.map((_, option) => optionScore(profile, option));
  return outcome('mean-score', profile, scores, (a, b) => byMean(scores[a]!, scores[b]!), options);
}

/**
 * Options by their median score; options with the same median by their mean.
 *
 * The interval of the median runs between the scores at the ranks n/2 ± 0.98·√n.
 *
 * Source: M. Campbell, M. Gardner, Calculating confidence intervals for some non-parametric analyses, British Medical
 * Journal 296 (1988), 1454–1456.
 */
export function medianScore<Id extends OptionId>(
  profile: ScoreProfile<Id>,
  options: ScoreOptions<Id> = {},
): ScoreOutcome<Id> {
  const scores = profile.options.map((_, option) => optionScore(profile, option));
  const byMedian = (a: number, b: number) =>
    (scores[b]!.median ?? 0) - (scores[a]!.median ?? 0) || byMean(scores[a]!, scores[b]!);
  return outcome('median-score', profile, scores, byMedian, options);
}

function outcome<Id extends OptionId>(
  rule: ScoreOutcome['rule'],
  { options, papers }: ScoreProfile<Id>,
  scores: readonly OptionScore[],
  compare: (a: number, b: number) => number,
  scoreOptions: ScoreOptions<Id>,
): ScoreOutcome<Id> {
  const byId = Object.fromEntries(options.map((id, option) => [id, scores[option]!]));
  return { rule, ...orderByScore(options, compare, scoreOptions), rounds: [{ scores: byId, papers }] };
}

/** Better mean first, by cross multiplication; what nobody scored comes last. */
function byMean(a: OptionScore, b: OptionScore): number {
  if (a.papers === 0 || b.papers === 0) return Number(a.papers === 0) - Number(b.papers === 0);
  const difference = BigInt(b.sum) * BigInt(a.papers) - BigInt(a.sum) * BigInt(b.papers);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function optionScore({ faces, histogram }: ScoreProfile<OptionId>, option: number): OptionScore {
  const from = option * (faces + 1);
  const counts = Array.from(histogram.subarray(from + 1, from + faces + 1));
  const papers = counts.reduce((total, count) => total + count, 0);
  const sum = counts.reduce((total, count, place) => total + count * (place + 1), 0);
  if (papers === 0) {
    return { papers, sum, mean: null, meanInterval: null, median: null, medianInterval: null, counts };
  }
  const mean = sum / papers;
  const [low, high] = wilsonInterval((mean - 1) / (faces - 1), papers, z95);
  const onScale = (share: number) => 1 + share * (faces - 1);
  const middle = Math.floor((papers + 1) / 2);
  const reach = (z95 * Math.sqrt(papers)) / 2;
  const lowRank = Math.max(1, Math.round(papers / 2 - reach));
  const highRank = Math.min(papers, Math.round(1 + papers / 2 + reach));
  return {
    papers,
    sum,
    mean,
    meanInterval: [onScale(low), onScale(high)],
    median: (scoreAtRank(counts, middle) + scoreAtRank(counts, papers + 1 - middle)) / 2,
    medianInterval: [scoreAtRank(counts, lowRank), scoreAtRank(counts, highRank)],
    counts,
  };
}

/** The score of the paper at this place (from 1) when papers are laid in order of their scores. */
function scoreAtRank(counts: readonly number[], rank: number): number {
  let passed = 0;
  for (let place = 0; place < counts.length; place += 1) {
    passed += counts[place]!;
    if (passed >= rank) return place + 1;
  }
  return counts.length;
}
