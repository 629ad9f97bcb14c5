import { ok } from '@samleng/kernel';
import { meanScore, medianScore, type ScoreOutcome } from '../rules/score.ts';
import { ballotType, type SettingField } from './ballot-type.ts';
import { explainTies, explainWinners } from './explain-ranked.ts';
import { step } from './explanation.ts';
import { numberByOption, onlyField, positionsOf, problem, ruleOf } from './reading.ts';
import { settingOf } from './settings.ts';

/** Faces from 1 (worst) to 3 or 5 (best) for each option the child scored. */
export interface ScoreBallot {
  readonly scores: Readonly<Record<string, number>>;
}

const faces: SettingField = { name: 'faces', least: 3, most: 5, usual: 5, oneOf: [3, 5] };

const rules = ['mean-score', 'median-score'] as const;

export const score = ballotType({
  name: 'SCORE',
  gesture: 'choose-faces',
  shape: {
    type: 'object',
    properties: { scores: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } } },
    required: ['scores'],
    additionalProperties: false,
  },
  settings: [faces],
  rules,

  check(ballot, poll) {
    const field = onlyField(ballot, 'scores');
    if (!field.ok) return field;
    const scores = numberByOption(field.value, poll);
    if (!scores.ok) return scores;
    const limit = settingOf(poll, faces);
    const given = Object.entries(scores.value);
    if (given.length === 0) return problem('NOTHING_CHOSEN');
    const tooHigh = given.find(([, number]) => number > limit);
    if (tooHigh !== undefined) return problem('SCORE_OUT_OF_RANGE', { option: tooHigh[0], limit });
    return ok({ scores: scores.value });
  },

  tally(ballots: Iterable<{ ballot: ScoreBallot; count: number }>, poll, options = {}): ScoreOutcome {
    const rule = ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const scale = settingOf(poll, faces);
    const histogram = new Float64Array(poll.options.length * (scale + 1));
    let papers = 0;
    for (const { ballot, count } of ballots) {
      papers += count;
      for (const [id, number] of Object.entries(ballot.scores)) {
        if (number < 1 || number > scale) throw new RangeError(`${number} faces of ${scale}`);
        histogram[positionOf(id) * (scale + 1) + number]! += count;
      }
    }
    const profile = { options: poll.options.map(({ id }) => id), faces: scale, papers, histogram };
    return rule === 'mean-score' ? meanScore(profile, options) : medianScore(profile, options);
  },

  explain(outcome) {
    const [{ scores, papers }] = outcome.rounds;
    const lines = outcome.order.flatMap((option) => {
      const { mean, meanInterval, median, medianInterval, papers } = scores[option]!;
      if (mean === null || meanInterval === null || median === null || medianInterval === null) return [];
      const [low, high] = meanInterval;
      const [lowest, highest] = medianInterval;
      return [
        step('MEAN', {
          option,
          mean: oneDecimal(mean),
          low: oneDecimal(low),
          high: oneDecimal(high),
          papers,
        }),
        step('MEDIAN', { option, median, low: lowest, high: highest, papers }),
      ];
    });
    return [...explainWinners(outcome), step('PAPERS', { papers }), ...lines, ...explainTies(outcome.ties)];
  },

  sheet: {
    columns: (poll) => Array.from({ length: settingOf(poll, faces) }, (_, column) => String(column + 1)),
    hasOneMark: false,
    ballotOf: (marks) => ({ scores: Object.fromEntries([...marks].map(([id, column]) => [id, column + 1])) }),
  },
});

function oneDecimal(number: number): number {
  return Math.round(number * 10) / 10;
}
