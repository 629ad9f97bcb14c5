import { ok } from '@samleng/kernel';
import { cumulative, type CumulativeOutcome } from '../rules/cumulative.ts';
import { ballotType, type PollQuestion, type SettingField } from './ballot-type.ts';
import { explainTies, explainWinners } from './explain-ranked.ts';
import { step } from './explanation.ts';
import { numberByOption, onlyField, positionsOf, problem, ruleOf } from './reading.ts';
import { settingOf } from './settings.ts';

/** How many dots the child gave to each option. */
export interface DotsBallot {
  readonly dots: Readonly<Record<string, number>>;
}

const dotsToSpread: SettingField = { name: 'dots', least: 1, most: 100, usual: 5 };
/** 0 stands for no cap: all dots may go to one option. */
const cap: SettingField = { name: 'cap', least: 0, most: 100, usual: 0 };

const rules = ['cumulative'] as const;

export const dots = ballotType({
  name: 'DOTS',
  gesture: 'spread-dots',
  shape: {
    type: 'object',
    properties: { dots: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } } },
    required: ['dots'],
    additionalProperties: false,
  },
  settings: [dotsToSpread, cap],
  rules,

  check(ballot, poll) {
    const field = onlyField(ballot, 'dots');
    if (!field.ok) return field;
    const given = numberByOption(field.value, poll);
    if (!given.ok) return given;
    const all = Object.values(given.value).reduce((sum, number) => sum + number, 0);
    const limit = settingOf(poll, dotsToSpread);
    if (all === 0) return problem('NOTHING_CHOSEN');
    if (all > limit) return problem('TOO_MANY_DOTS', { limit });
    const most = mostOnOne(poll);
    const over = Object.entries(given.value).find(([, number]) => number > most);
    if (over !== undefined) return problem('TOO_MANY_DOTS_ON_ONE', { option: over[0], limit: most });
    return ok({ dots: given.value });
  },

  tally(ballots: Iterable<{ ballot: DotsBallot; count: number }>, poll, options = {}): CumulativeOutcome {
    ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const given = new Float64Array(poll.options.length);
    const givers = new Float64Array(poll.options.length);
    let papers = 0;
    for (const { ballot, count } of ballots) {
      papers += count;
      for (const [id, number] of Object.entries(ballot.dots)) {
        given[positionOf(id)]! += number * count;
        givers[positionOf(id)]! += count;
      }
    }
    return cumulative({ options: poll.options.map(({ id }) => id), papers, dots: given, givers }, options);
  },

  explain(outcome) {
    const [{ tally, givers, papers }] = outcome.rounds;
    const lines = outcome.order.map((option) =>
      step('DOTS', { option, dots: tally[option]!, givers: givers[option]!, papers }),
    );
    return [...explainWinners(outcome), step('PAPERS', { papers }), ...lines, ...explainTies(outcome.ties)];
  },

  sheet: {
    columns: (poll) => Array.from({ length: mostOnOne(poll) }, (_, column) => String(column + 1)),
    hasOneMark: false,
    ballotOf: (marks) => ({ dots: Object.fromEntries([...marks].map(([id, column]) => [id, column + 1])) }),
  },
});

/** A paper's dots on one option: up to the cap, or all of them. */
function mostOnOne(poll: PollQuestion): number {
  return settingOf(poll, cap) || settingOf(poll, dotsToSpread);
}
