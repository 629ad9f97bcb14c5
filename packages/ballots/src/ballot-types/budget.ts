import { ok, type Result } from '@samleng/kernel';
import {
  budgetRules,
  countBudget,
  tieRules,
  type BudgetBallot as CountedBudgetBallot,
  type BudgetOutcome,
  type BudgetRule,
} from '../budgets/index.ts';
import { ballotType, type BallotProblem, type PollQuestion, type SettingField } from './ballot-type.ts';
import { explainBudget } from './explain-budget.ts';
import {
  inPollOrder,
  numberByOption,
  onlyField,
  optionList,
  positionsOf,
  problem,
  ruleOf,
} from './reading.ts';
import { settingOf } from './settings.ts';

/** Projects the child would pay for, together within the money; or points spread over such projects. */
export type BudgetBallot =
  { readonly approved: readonly string[] } | { readonly points: Readonly<Record<string, number>> };

const money: SettingField = { name: 'money', least: 1, most: Number.MAX_SAFE_INTEGER, usual: 1 };
/** 0: projects are approved. Otherwise so many points may be spread. */
const pointsToSpread: SettingField = { name: 'points', least: 0, most: 100, usual: 0 };

const rules: readonly [BudgetRule, ...BudgetRule[]] = [
  'equal-shares-cost-addpmu',
  ...budgetRules.filter((rule) => rule !== 'equal-shares-cost-addpmu'),
];

export const budget = ballotType({
  name: 'BUDGET',
  gesture: 'spend-money',
  shape: {
    type: 'object',
    properties: {
      approved: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      points: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
    },
    additionalProperties: false,
  },
  settings: [money, pointsToSpread],
  rules,

  check(ballot, poll): Result<BudgetBallot, BallotProblem> {
    const limit = settingOf(poll, pointsToSpread);
    return limit === 0 ? checkApproved(ballot, poll) : checkPoints(ballot, poll, limit);
  },

  tally(ballots: Iterable<{ ballot: BudgetBallot; count: number }>, poll, options = {}): BudgetOutcome {
    const rule: BudgetRule = ruleOf(rules, options.rule);
    const positionOf = positionsOf(poll);
    const distinct: CountedBudgetBallot[] = [];
    for (const { ballot, count } of ballots) {
      const chosen = 'approved' in ballot ? ballot.approved : Object.keys(ballot.points);
      const projects = chosen.map(positionOf);
      distinct.push(
        'approved' in ballot
          ? { projects, count }
          : { projects, points: Object.values(ballot.points), count },
      );
    }
    const worth = settingOf(poll, pointsToSpread) === 0 ? 'approval' : 'points';
    const projects = poll.options.map(({ id, cost = 0 }) => ({ id, cost }));
    return countBudget(
      { budget: settingOf(poll, money), projects, worth, ballots: distinct },
      rule,
      tieRules,
    );
  },

  explain: explainBudget,

  sheet: null,
});

function checkApproved(ballot: unknown, poll: PollQuestion): Result<BudgetBallot, BallotProblem> {
  const field = onlyField(ballot, 'approved');
  if (!field.ok) return field;
  const approved = optionList(field.value, poll);
  if (!approved.ok) return approved;
  return withinMoney(approved.value, poll) ?? ok({ approved: inPollOrder(approved.value, poll) });
}

function checkPoints(
  ballot: unknown,
  poll: PollQuestion,
  limit: number,
): Result<BudgetBallot, BallotProblem> {
  const field = onlyField(ballot, 'points');
  if (!field.ok) return field;
  const points = numberByOption(field.value, poll);
  if (!points.ok) return points;
  const given = Object.values(points.value).reduce((sum, number) => sum + number, 0);
  if (given > limit) return problem('TOO_MANY_POINTS', { limit });
  return withinMoney(Object.keys(points.value), poll) ?? ok({ points: points.value });
}

/** The refusal when the chosen projects together cost more than there is. */
function withinMoney(chosen: readonly string[], poll: PollQuestion) {
  const costs = new Map(poll.options.map(({ id, cost = 0 }) => [id, cost]));
  const limit = settingOf(poll, money);
  const total = chosen.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0);
  return total > limit ? problem('OVER_THE_MONEY', { limit }) : undefined;
}
