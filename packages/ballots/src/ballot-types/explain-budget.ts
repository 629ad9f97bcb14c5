import type { BudgetOutcome, BudgetRound, NotFunded } from '../budgets/index.ts';
import { step, type ExplanationStep } from './explanation.ts';

/** Who got money and who paid, in the order of the count; then who got none, and why. */
export function explainBudget(outcome: BudgetOutcome): readonly ExplanationStep[] {
  const { winners, budget, voters, endowment, completion, rounds, notFunded, ties, left } = outcome;
  const missed = new Map(notFunded.map((one) => [one.project, one]));
  // Of each project without money one thing is said: that it was passed over for want of room is told where it was.
  const told = rounds.filter((round) => !isPassedOver(round) || hasNoRoom(missed.get(round.project)));
  const passedOver = new Set(told.filter(isPassedOver).map(({ project }) => project));
  const isRaised = completion !== undefined && completion.steps > 0;
  return [
    winners.length === 0 ? step('NOBODY_WON', {}) : step('WON_SEVERAL', { options: winners }),
    step('BUDGET', { money: budget, voters }),
    ...(endowment === undefined ? [] : [step('BUDGET_SHARE', { share: endowment.first })]),
    ...(endowment !== undefined && isRaised
      ? [step('BUDGET_SHARE_RAISED', { share: endowment.perVoter })]
      : []),
    ...told.map(explainRound),
    ...notFunded.filter(({ project }) => !passedOver.has(project)).map(explainNotFunded),
    ...ties
      .filter((tie) => tie.mattered)
      .map(({ projects, chosen, brokenBy }) =>
        step('BUDGET_TIE', { options: projects, chosen, by: brokenBy }),
      ),
    step('BUDGET_LEFT', { money: left }),
  ];
}

function isPassedOver(round: BudgetRound): boolean {
  return round.by === 'greedy' && !round.taken;
}

function hasNoRoom(missed: NotFunded | undefined): boolean {
  return missed?.because === 'does-not-fit' && missed.supporters > 0;
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
  supporters,
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
      if (supporters === 0) return step('NOT_FUNDED_NO_SUPPORT', { option, money });
      return step('NOT_FUNDED_NO_ROOM', { option, money, short });
    default:
      return because satisfies never;
  }
}
