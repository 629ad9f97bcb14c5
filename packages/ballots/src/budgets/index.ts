export type { Amount } from './amounts.ts';
export {
  type BudgetBallot,
  type BudgetElection,
  budgetElection,
  type BudgetProject,
  type CastBudgetBallot,
} from './election.ts';
export type {
  BudgetOutcome,
  BudgetRound,
  EqualSharesRound,
  FreeRound,
  GreedyRound,
  NotFunded,
} from './outcome.ts';
export type { BudgetParameters } from './completion.ts';
export { type BudgetRule, budgetRules, countBudget } from './rules.ts';
export { type BudgetTie, type TieRule, tieRules } from './ties.ts';
