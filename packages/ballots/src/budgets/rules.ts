import {
  type BudgetParameters,
  type CompletedRun,
  firstEndowment,
  growEndowment,
  type Increment,
} from './completion.ts';
import { type CountedElection, countedElection } from './counted-election.ts';
import type { BudgetElection } from './election.ts';
import { type Endowment, equalShares, type EqualSharesRun } from './equal-shares.ts';
import { explainOutcome } from './explain.ts';
import { greedy } from './greedy.ts';
import type { BudgetOutcome } from './outcome.ts';
import { tieOrder, type TieRule } from './ties.ts';

const completions = ['', '-add1', '-add1u', '-addpm', '-addpmu', '-greedy'] as const;
type Completion = (typeof completions)[number];
type Satisfaction = 'cost' | 'cardinality';

export type BudgetRule = `greedy-${Satisfaction}` | `equal-shares-${Satisfaction}${Completion}`;

/** Every rule by which a budget can be counted. */
export const budgetRules: readonly BudgetRule[] = [
  'greedy-cost',
  'greedy-cardinality',
  ...completions.map((completion) => `equal-shares-cost${completion}` as const),
  ...completions.map((completion) => `equal-shares-cardinality${completion}` as const),
];

/**
 * Counts a budget and explains the count.
 *
 * - `greedy-cost`: projects by votes, each taken if it fits; `greedy-cardinality`: by votes per cost.
 * - `equal-shares-cost`, `equal-shares-cardinality`: the Method of Equal Shares where a project is worth its cost, or
 *   one, to each supporter. `-add1` and `-addpm` raise the endowment while money is left, a `u` after them fills up by
 *   votes at the end, `-greedy` fills up at once.
 * - On points ballots a project is worth its points under every rule.
 *
 * @param ties how equal projects are put in order; the lot (`id`) always comes last.
 */
export function countBudget(
  election: BudgetElection,
  rule: BudgetRule,
  ties: readonly TieRule[],
  parameters: BudgetParameters = {},
): BudgetOutcome {
  const counted = countedElection(election);
  const order = tieOrder(counted, ties);
  if (rule === 'greedy-cost' || rule === 'greedy-cardinality') {
    const fill = greedy(counted, rule === 'greedy-cost' ? 'votes' : 'votes-per-cost', order);
    return explainOutcome(counted, rule, { fill });
  }
  if (counted.voters === 0) {
    const fill = rule.endsWith('u') || rule.endsWith('-greedy') ? greedy(counted, 'votes', order) : undefined;
    return explainOutcome(counted, rule, { fill });
  }
  const utility = rule.startsWith('equal-shares-cost') ? 'cost' : 'one';
  const method = equalShares(counted, utility, order);
  const completed = complete(counted, method, rule, parameters);
  const shares = method(completed.endowment, true);
  const fillsUp = rule.endsWith('u') || rule.endsWith('-greedy');
  const fill = fillsUp ? greedy(counted, 'votes', order, shares.order) : undefined;
  return explainOutcome(counted, rule, { shares, completed, fill });
}

function complete(
  election: CountedElection,
  method: (endowment: Endowment) => EqualSharesRun,
  rule: BudgetRule,
  parameters: BudgetParameters,
): { readonly endowment: Endowment; readonly growth?: CompletedRun & { readonly by: Increment } } {
  const by = /-(add1|addpm)u?$/.exec(rule)?.[1] as Increment | undefined;
  if (by === undefined) return { endowment: firstEndowment(election) };
  const growth = growEndowment(election, method, by, parameters);
  return { endowment: growth.endowment, growth: { ...growth, by } };
}
