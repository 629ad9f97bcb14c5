import type { CountedElection } from './counted-election.ts';
import type { ExactPrice } from './exact-prices.ts';

/** One purchase, as floats for people to read; what decided was exact. Money in units of 10^-moneyDecimals. */
export type Purchase = {
  readonly project: number;
  /** ρ: price per unit of utility */
  readonly rho: number;
  /** whether utility is money (cost utility), so that ρ has no unit */
  readonly isPerMoney: boolean;
  readonly payers: number;
  readonly payersLeftWithNothing: number;
  readonly greatestPayment: number;
  /** distinct payments and how many voters make each, dearest first */
  readonly payments: readonly { readonly amount: number; readonly voters: number }[];
  readonly next: { readonly project: number; readonly rho: number } | undefined;
};

/** Who pays how much for a project, before the money is taken. */
export function paymentsFor(
  election: CountedElection,
  money: Float64Array,
  project: number,
  price: ExactPrice,
): Pick<Purchase, 'payers' | 'payersLeftWithNothing' | 'greatestPayment' | 'payments'> {
  const { byProject, weight } = election;
  const payments = new Map<number, number>();
  let payers = 0;
  let payersLeftWithNothing = 0;
  const end = byProject.start[project + 1] as number;
  for (let entry = byProject.start[project] as number; entry < end; entry += 1) {
    const group = byProject.other[entry] as number;
    const has = money[group] as number;
    if (has === 0) continue;
    const voters = weight[group] as number;
    const due = price.nearest * (byProject.points[entry] as number);
    const keepsMoney = price.keepsMoney.get(group) ?? has > due;
    payers += voters;
    if (!keepsMoney) payersLeftWithNothing += voters;
    const amount = keepsMoney ? due : has;
    payments.set(amount, (payments.get(amount) ?? 0) + voters);
  }
  const dearest = [...payments].sort(([left], [right]) => right - left);
  return {
    payers,
    payersLeftWithNothing,
    greatestPayment: dearest[0]?.[0] ?? 0,
    payments: dearest.map(([amount, voters]) => ({ amount, voters })),
  };
}

type Candidate = { readonly project: number; readonly rho: number };

/** Who would have come next. Floats of equals differ in the last place; tied projects are shown with one ρ. */
export function runnerUp(
  seen: readonly Candidate[],
  tied: readonly { readonly project: number }[],
  chosen: number,
  best: number,
): Candidate | undefined {
  const equal = tied.find(({ project }) => project !== chosen);
  if (equal !== undefined) return { project: equal.project, rho: best };
  let least: Candidate | undefined;
  for (const { project, rho } of seen) {
    if (project !== chosen && (least === undefined || rho < least.rho)) least = { project, rho };
  }
  return least;
}
