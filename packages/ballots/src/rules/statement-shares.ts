import type { OptionId } from '../profile/profile.ts';
import { orderByScore, type OrderByScore, type ScoreOptions } from './order-by-score.ts';

/** How many agreed, disagreed and passed on each statement, by position; who did not see it is in none. */
export interface StatementProfile<Id extends OptionId = string> {
  readonly options: readonly Id[];
  readonly papers: number;
  readonly agree: Float64Array;
  readonly disagree: Float64Array;
  readonly pass: Float64Array;
}

export interface StatementShare {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
  /** Agree, disagree and pass together. */
  readonly seen: number;
  /** (agree + 1) ÷ (seen + 2). */
  readonly agreeShare: number;
  readonly disagreeShare: number;
  /** How far agreement stands from an even split, in standard errors. */
  readonly agreeTest: number;
  readonly disagreeTest: number;
  /** Whether agreement or disagreement is common to all: share above half, test above 1.2816 (90 % one-sided). */
  readonly common: 'agree' | 'disagree' | null;
}

export interface StatementOutcome<Id extends OptionId = string> extends OrderByScore<Id> {
  readonly rule: 'common-statements';
  readonly rounds: readonly [
    { readonly statements: Readonly<Record<string, StatementShare>>; readonly papers: number },
  ];
}

const z90 = 1.2816;

/**
 * Statements by how surely the children agree with them, over all who saw each; `winners` are those all share, and
 * there may be none. Groups of opinion are found by the package `opinions` from the same ballots.
 *
 * Source: C. Small and others, Polis: scaling deliberation by mapping high dimensional opinion spaces, Recerca 26
 * (2021).
 */
export function commonStatements<Id extends OptionId>(
  profile: StatementProfile<Id>,
  { lot }: Pick<ScoreOptions<Id>, 'lot'> = {},
): StatementOutcome<Id> {
  const { options } = profile;
  const shares = options.map((_, statement) => statementShare(profile, statement));
  const compare = (a: number, b: number) => shares[b]!.agreeTest - shares[a]!.agreeTest;
  const { order, ties } = orderByScore(options, compare, { lot });
  return {
    rule: 'common-statements',
    winners: options.filter((_, statement) => shares[statement]!.common === 'agree'),
    order,
    ties: ties.map((tie) => ({ ...tie, matter: 'order' })),
    rounds: [
      {
        statements: Object.fromEntries(options.map((id, statement) => [id, shares[statement]!])),
        papers: profile.papers,
      },
    ],
  };
}

function statementShare(profile: StatementProfile<OptionId>, statement: number): StatementShare {
  const agree = profile.agree[statement]!;
  const disagree = profile.disagree[statement]!;
  const pass = profile.pass[statement]!;
  const seen = agree + disagree + pass;
  const agreeShare = (agree + 1) / (seen + 2);
  const disagreeShare = (disagree + 1) / (seen + 2);
  const agreeTest = shareTest(agree, seen);
  const disagreeTest = shareTest(disagree, seen);
  const isAgreed = agreeShare > 0.5 && agreeTest > z90;
  const isRefused = disagreeShare > 0.5 && disagreeTest > z90;
  const common = isAgreed ? 'agree' : isRefused ? 'disagree' : null;
  return { agree, disagree, pass, seen, agreeShare, disagreeShare, agreeTest, disagreeTest, common };
}

/** One-proportion test against one half with one success added: 2·√(n+1)·((k+1)/(n+1) − ½). */
function shareTest(successes: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((successes + 1) / (seen + 1) - 0.5);
}
