import type { BudgetRule } from './rules.ts';
import type { BudgetTie } from './ties.ts';

/**
 * A counted budget with its explanation, as plain JSON data. Money is in currency. All decisions were exact; the
 * numbers here are the nearest floats, for people to read.
 */
export type BudgetOutcome = {
  readonly rule: BudgetRule;
  /** funded projects by id, code point order */
  readonly winners: readonly string[];
  /** funded projects in the order in which they were selected */
  readonly order: readonly string[];
  readonly ties: readonly (BudgetTie & {
    /** whether one of the tied projects stayed without money in the end */
    readonly mattered: boolean;
  })[];
  readonly rounds: readonly BudgetRound[];
  readonly budget: number;
  readonly spent: number;
  readonly left: number;
  readonly voters: number;
  /** only for equal shares: what everybody could spend in the run that counts */
  readonly endowment?: {
    readonly perVoter: number;
    /** exactly, as a fraction in lowest terms */
    readonly exact: string;
    readonly first: number;
  };
  /** how money left over was used, when the rule completes */
  readonly completion?: {
    readonly by: 'add1' | 'addpm';
    readonly step: number;
    readonly steps: number;
    readonly stoppedBecause: 'nothing-more-fits' | 'next-step-overspends' | 'nothing-to-buy';
  };
  readonly notFunded: readonly NotFunded[];
};

export type BudgetRound = FreeRound | EqualSharesRound | GreedyRound;

/** A supported project that costs nothing is taken at once. */
export type FreeRound = { readonly by: 'no-cost'; readonly project: string; readonly cost: number };

export type EqualSharesRound = {
  readonly by: 'equal-shares';
  readonly project: string;
  readonly cost: number;
  /** price per unit of utility: the least of all projects still affordable */
  readonly rho: number;
  /** cost / greatest payment: how many people paying in full would pay for it */
  readonly effectiveVotes: number;
  readonly supporters: number;
  /** supporters who had money left and paid something; together they paid the cost */
  readonly payers: number;
  readonly payersLeftWithNothing: number;
  readonly greatestPayment: number;
  /** distinct payments, dearest first, at most twelve; the rest is put together in `otherPayments` */
  readonly payments: readonly { readonly amount: number; readonly voters: number }[];
  readonly otherPayments: { readonly from: number; readonly to: number; readonly voters: number } | null;
  /** the project that would have come next, and how many times dearer its utility was (1 = a tie) */
  readonly next: { readonly project: string; readonly rho: number; readonly timesDearer: number } | null;
};

export type GreedyRound = {
  readonly by: 'greedy';
  readonly project: string;
  readonly cost: number;
  /** supporters, or points on points ballots */
  readonly votes: number;
  readonly taken: boolean;
  /** budget left after this round */
  readonly left: number;
};

/** Why a project got no money. */
export type NotFunded = {
  readonly project: string;
  readonly cost: number;
  readonly supporters: number;
  readonly because: 'dearer-than-budget' | 'nobody-supports-it' | 'supporters-short' | 'does-not-fit';
  /** what is missing: in the supporters' hands (equal shares) or in the budget left */
  readonly shortBy: number;
};
