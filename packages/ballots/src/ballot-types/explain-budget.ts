import type { BudgetOutcome, BudgetRound, NotFunded } from '../budgets/index.ts';
import { step, type ExplanationStep } from './explanation.ts';

/** Who got money and who paid, in the order of the count; then who got none, and why. */
export function explainBudget(outcome: BudgetOutcome): readonly ExplanationStep[] {
  const { winners, budget, voters, endowment, rounds, notFunded, ties, left } = outcome;
  return [
    winners.length === 0 ? step('NOBODY_WON', {}) : step('WON_SEVERAL', { options: winners }),
    step('BUDGET', { money: budget, voters }),
    ...(endowment === undefined ? [] : [step('BUDGET_SHARE', { share: endowment.perVoter })]),
    ...rounds.map(explainRound),
    ...notFunded.map(explainNotFunded),
    ...ties
      .filter((tie) => tie.mattered)
      .map(({ projects, chosen, brokenBy }) =>
        step('BUDGET_TIE', { options: projects, chosen, by: brokenBy }),
      ),
    step('BUDGET_LEFT', { money: left }),
  ];
}

function explainRound(round: BudgetRound): ExplanationStep {
  const { project: option, cost: money } = round;
  switch (round.by) {
    case 'no-cost':
      return step('FUNDED_FREE', { option });
    case 'equal-shares': {
      const { supporters, payers, greatestPayment: most } = round;
      return step('FUNDED_BY_SHARES', { option, money, supporters, payers, most });
    }
    case 'greedy': {
      const { votes, left } = round;
      return step(round.taken ? 'FUNDED_BY_VOTES' : 'PASSED_OVER', { option, money, votes, left });
    }
    default:
      return round satisfies never;
  }
}

function explainNotFunded({
  project: option,
  cost: money,
  because,
  shortBy: short,
}: NotFunded): ExplanationStep {
  switch (because) {
    case 'dearer-than-budget':
      return step('NOT_FUNDED_DEARER', { option, money });
    case 'nobody-supports-it':
      return step('NOT_FUNDED_NO_SUPPORT', { option, money });
    case 'supporters-short':
      return step('NOT_FUNDED_SHORT', { option, money, short });
    case 'does-not-fit':
      return step('NOT_FUNDED_NO_ROOM', { option, money, short });
    default:
      return because satisfies never;
  }
}
