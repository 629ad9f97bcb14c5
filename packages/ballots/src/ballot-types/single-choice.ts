import { ok } from '@samleng/kernel';
import { profileBuilder } from '../profile/profile-builder.ts';
import { plurality, type PluralityOutcome } from '../rules/plurality.ts';
import { ballotType } from './ballot-type.ts';
import { explainRanked } from './explain-ranked.ts';
import { onlyField, positionsOf, problem, ruleOf } from './reading.ts';

/** One option, no more. */
export interface SingleChoiceBallot {
  readonly choice: string;
}

const rules = ['plurality'] as const;

export const singleChoice = ballotType({
  name: 'SINGLE_CHOICE',
  gesture: 'pick-one',
  shape: {
    type: 'object',
    properties: { choice: { type: 'string' } },
    required: ['choice'],
    additionalProperties: false,
  },
  settings: [],
  rules,

  check(ballot, poll) {
    const choice = onlyField(ballot, 'choice');
    if (!choice.ok) return choice;
    if (typeof choice.value !== 'string') return problem('BALLOT_UNREADABLE');
    const isKnown = poll.options.some(({ id }) => id === choice.value);
    return isKnown ? ok({ choice: choice.value }) : problem('OPTION_UNKNOWN', { option: choice.value });
  },

  tally(
    ballots: Iterable<{ ballot: SingleChoiceBallot; count: number }>,
    poll,
    options = {},
  ): PluralityOutcome {
    ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const builder = profileBuilder(poll.options.map(({ id }) => id));
    for (const { ballot, count } of ballots) builder.add([positionOf(ballot.choice)], count);
    return plurality(builder.finish(), options);
  },

  explain: (outcome) => explainRanked(outcome),

  sheet: {
    columns: () => ['chosen'],
    hasOneMark: true,
    ballotOf: (marks) => ({ choice: [...marks.keys()][0]! }),
  },
});
