import type { CountedElection } from './counted-election.ts';
import type { Endowment, EqualSharesRun } from './equal-shares.ts';

/** How the endowment grows from run to run while money is left: by one unit of currency, or by about a thousandth. */
export type Increment = 'add1' | 'addpm';

/** Published together with a result: they can change it. */
export type BudgetParameters = {
  /**
   * Stop at the first outcome to which no supported project can be added (default). When false the endowment keeps
   * growing until the next outcome would overspend; one official count was made so.
   */
  readonly stopsWhenExhaustive?: boolean;
  /**
   * The step of addpm: `whole` units of currency, max(1, ⌈B / (1000 n)⌉) (default), or the `fraction` B / (1000 n)
   * itself, as some research programs take it.
   */
  readonly addpmStep?: 'whole' | 'fraction';
};

export type CompletedRun = {
  readonly run: EqualSharesRun;
  readonly endowment: Endowment;
  readonly steps: number;
  readonly step: Endowment;
  readonly stoppedBecause: 'nothing-more-fits' | 'next-step-overspends' | 'nothing-to-buy';
};

/** B/n, the endowment of every run without completion. */
export function firstEndowment(election: CountedElection): Endowment {
  return { numerator: election.budget, denominator: BigInt(election.voters) };
}

/**
 * One step of the endowment: one unit of currency for add1; for addpm max(1, ⌈B / (1000 n)⌉) units of currency,
 * because with riel steps of one unit never end.
 */
export function incrementStep(
  election: CountedElection,
  increment: Increment,
  { addpmStep = 'whole' }: BudgetParameters,
): Endowment {
  const unit = 10n ** BigInt(election.moneyDecimals);
  if (increment === 'add1') return { numerator: unit, denominator: 1n };
  const thousandVoters = 1000n * BigInt(election.voters);
  if (addpmStep === 'fraction') return { numerator: election.budget, denominator: thousandVoters };
  const steps = (election.budget + thousandVoters * unit - 1n) / (thousandVoters * unit);
  return { numerator: (steps < 1n ? 1n : steps) * unit, denominator: 1n };
}

/**
 * Raises everybody's endowment step by step, running equal shares anew each time, until nothing supported fits any
 * more or the next outcome costs more than the budget, in which case the one before stands (Peters, Pierczyński,
 * Skowron 2021, section 3; "Add1" on equalshares.net).
 */
export function growEndowment(
  election: CountedElection,
  runOnce: (endowment: Endowment) => EqualSharesRun,
  increment: Increment,
  parameters: BudgetParameters,
): CompletedRun {
  const step = incrementStep(election, increment, parameters);
  const first = firstEndowment(election);
  const denominator = first.denominator * step.denominator;
  const start = first.numerator * step.denominator;
  const rise = step.numerator * first.denominator;
  let endowment: Endowment = { numerator: start, denominator };
  let run = runOnce(endowment);
  for (let steps = 0; ; steps += 1) {
    const stop = reasonToStop(election, run, parameters.stopsWhenExhaustive ?? true);
    if (stop !== undefined) return { run, endowment, steps, step, stoppedBecause: stop };
    const next = { numerator: start + rise * BigInt(steps + 1), denominator };
    const nextRun = runOnce(next);
    if (nextRun.cost > election.budget) {
      return { run, endowment, steps, step, stoppedBecause: 'next-step-overspends' };
    }
    endowment = next;
    run = nextRun;
  }
}

function reasonToStop(
  election: CountedElection,
  run: EqualSharesRun,
  stopsWhenExhaustive: boolean,
): CompletedRun['stoppedBecause'] | undefined {
  if (everythingBought(election, run)) return 'nothing-to-buy';
  return stopsWhenExhaustive && nothingFits(election, run) ? 'nothing-more-fits' : undefined;
}

function nothingFits(election: CountedElection, run: EqualSharesRun): boolean {
  const bought = new Set(run.order);
  return election.costs.every(
    (cost, project) =>
      bought.has(project) ||
      (election.positiveSums[project] ?? 0) <= 0 ||
      cost <= 0n ||
      run.cost + cost > election.budget,
  );
}

/** Every supported project is bought already: more money would change nothing. */
function everythingBought(election: CountedElection, run: EqualSharesRun): boolean {
  const bought = new Set(run.order);
  return election.costs.every(
    (_, project) => bought.has(project) || (election.positiveSums[project] ?? 0) <= 0,
  );
}
