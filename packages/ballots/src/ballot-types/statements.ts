import { ok } from '@samleng/kernel';
import { commonStatements, type StatementOutcome } from '../rules/statement-shares.ts';
import { ballotType } from './ballot-type.ts';
import { step } from './explanation.ts';
import { onlyField, positionsOf, problem, ruleOf } from './reading.ts';

export const statementAnswers = ['agree', 'disagree', 'pass'] as const;
export type StatementAnswer = (typeof statementAnswers)[number];

/** The child's answer to each statement shown; one that was not shown is left out. */
export interface StatementsBallot {
  readonly answers: Readonly<Record<string, StatementAnswer>>;
}

const rules = ['common-statements'] as const;

export const statements = ballotType({
  name: 'STATEMENTS',
  gesture: 'answer-statements',
  shape: {
    type: 'object',
    properties: {
      answers: { type: 'object', additionalProperties: { type: 'string', enum: statementAnswers } },
    },
    required: ['answers'],
    additionalProperties: false,
  },
  settings: [],
  rules,

  check(ballot, poll) {
    const field = onlyField(ballot, 'answers');
    if (!field.ok) return field;
    const { value } = field;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return problem('BALLOT_UNREADABLE');
    const given = new Map<string, unknown>(Object.entries(value));
    const answers: Record<string, StatementAnswer> = {};
    for (const { id } of poll.options) {
      if (!given.has(id)) continue;
      const answer = statementAnswers.find((known) => known === given.get(id));
      if (answer === undefined) return problem('ANSWER_UNKNOWN', { option: id });
      answers[id] = answer;
      given.delete(id);
    }
    const [strange] = given.keys();
    if (strange !== undefined) return problem('OPTION_UNKNOWN', { option: strange });
    return Object.keys(answers).length === 0 ? problem('NOTHING_CHOSEN') : ok({ answers });
  },

  tally(
    ballots: Iterable<{ ballot: StatementsBallot; count: number }>,
    poll,
    options = {},
  ): StatementOutcome {
    ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const counts = {
      agree: new Float64Array(poll.options.length),
      disagree: new Float64Array(poll.options.length),
      pass: new Float64Array(poll.options.length),
    };
    let papers = 0;
    for (const { ballot, count } of ballots) {
      papers += count;
      for (const [id, answer] of Object.entries(ballot.answers)) counts[answer][positionOf(id)]! += count;
    }
    return commonStatements({ options: poll.options.map(({ id }) => id), papers, ...counts }, options);
  },

  explain(outcome) {
    const [{ statements, papers }] = outcome.rounds;
    const lines = outcome.order.flatMap((option) => {
      const { agree, disagree, pass, seen, common } = statements[option]!;
      const line = step('STATEMENT', { option, agree, disagree, pass, seen });
      if (common === 'agree') return [line, step('STATEMENT_COMMON', { option, agree, seen })];
      return common === 'disagree' ? [line, step('STATEMENT_REFUSED', { option, disagree, seen })] : [line];
    });
    const none = outcome.winners.length === 0 ? [step('NO_COMMON_STATEMENT', {})] : [];
    return [step('PAPERS', { papers }), ...none, ...lines];
  },

  sheet: {
    columns: () => statementAnswers,
    hasOneMark: false,
    ballotOf: (marks) => ({
      answers: Object.fromEntries([...marks].map(([id, column]) => [id, statementAnswers[column]!])),
    }),
  },
});
