import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetElection, type BudgetRule, budgetRules, countBudget, type TieRule } from './index.ts';
import { naiveAdd1, naiveEqualShares } from './naive-count.ts';

const ties: readonly TieRule[] = ['lowest-cost', 'most-supporters', 'id'];
const rule = fc.constantFrom(...budgetRules);
const satisfaction = fc.constantFrom('cost', 'cardinality');

/** Few voters, few projects, small numbers: ties and exact fits on every second draw. */
function elections(greatestCost: number, greatestCount: number): fc.Arbitrary<BudgetElection> {
  return fc
    .record({
      projects: fc.integer({ min: 1, max: 6 }),
      worth: fc.constantFrom<'approval' | 'points'>('approval', 'points'),
      budget: fc.integer({ min: 1, max: greatestCost * 3 }),
    })
    .chain(({ projects, worth, budget }) =>
      fc.record({
        budget: fc.constant(budget),
        worth: fc.constant(worth),
        projects: fc.tuple(
          ...Array.from({ length: projects }, (_, place) =>
            fc.record({ id: fc.constant(`p${place}`), cost: fc.integer({ min: 0, max: greatestCost }) }),
          ),
        ),
        ballots: fc.array(
          fc
            .record({
              projects: fc.subarray(Array.from({ length: projects }, (_, place) => place)),
              points: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: projects, maxLength: projects }),
              count: fc.integer({ min: 1, max: greatestCount }),
            })
            .map((ballot) => ({ ...ballot, points: ballot.points.slice(0, ballot.projects.length) })),
          { minLength: 1, maxLength: 7 },
        ),
      }),
    );
}

const small = elections(12, 3);
/** Prices that are near one another and not equal. */
const large = elections(1_000_000_007, 40);

describe('equal shares agree with the rule taken straight from its definition', () => {
  it.each([
    ['small numbers full of ties', small, 500],
    ['large numbers', large, 150],
  ] as const)('%s', (_, arbitrary, numRuns) => {
    fc.assert(
      fc.property(arbitrary, satisfaction, (election, worth) => {
        const outcome = countBudget(election, `equal-shares-${worth}` as BudgetRule, ties);
        expect(outcome.order).toEqual(naiveEqualShares(election, worth === 'cost'));
      }),
      { numRuns },
    );
  });

  it('also when the endowment grows', () => {
    fc.assert(
      fc.property(small, satisfaction, (election, worth) => {
        const outcome = countBudget(election, `equal-shares-${worth}-add1` as BudgetRule, ties);
        expect(outcome.order).toEqual(naiveAdd1(election, worth === 'cost'));
      }),
      { numRuns: 200 },
    );
  });
});

describe('every rule', () => {
  it('never spends more than the budget, and its accounts add up', () => {
    fc.assert(
      fc.property(small, rule, (election, by) => {
        const outcome = countBudget(election, by, ties);
        const costs = new Map(election.projects.map(({ id, cost }) => [id, Number(cost)]));
        const spent = outcome.order.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0);
        expect(spent).toBe(outcome.spent);
        expect(spent).toBeLessThanOrEqual(Number(election.budget));
        expect(outcome.left).toBe(Number(election.budget) - spent);
        expect(outcome.winners.length + outcome.notFunded.length).toBe(election.projects.length);
        for (const round of outcome.rounds) {
          if (round.by !== 'equal-shares') continue;
          const paid = round.payments.reduce((sum, { amount, voters }) => sum + amount * voters, 0);
          expect(paid).toBeCloseTo(round.cost, 6);
        }
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      }),
    );
  });

  it('does not look at the order of the ballots, nor whether equal ballots were put together', () => {
    fc.assert(
      fc.property(small, rule, fc.infiniteStream(fc.nat()), (election, by, keys) => {
        const apart = election.ballots.flatMap((ballot) =>
          Array.from({ length: ballot.count }, () => ({
            key: keys.next().value,
            ballot: { ...ballot, count: 1 },
          })),
        );
        const shuffled = apart.toSorted((left, right) => left.key - right.key).map(({ ballot }) => ballot);
        expect(countBudget({ ...election, ballots: shuffled }, by, ties).order).toEqual(
          countBudget(election, by, ties).order,
        );
      }),
    );
  });

  it('does not look at names as long as their order stays', () => {
    fc.assert(
      fc.property(small, rule, (election, by) => {
        const rename = (id: string): string => `អ-${id}-x`;
        const renamed = election.projects.map(({ id, cost }) => ({ id: rename(id), cost }));
        expect(countBudget({ ...election, projects: renamed }, by, ties).order).toEqual(
          countBudget(election, by, ties).order.map(rename),
        );
      }),
    );
  });

  it('does not look at where a project stands on the ballot', () => {
    fc.assert(
      fc.property(small, rule, (election, by) => {
        const last = election.projects.length - 1;
        const turned: BudgetElection = {
          ...election,
          projects: election.projects.toReversed(),
          ballots: election.ballots.map((ballot) => ({
            ...ballot,
            projects: ballot.projects.map((project) => last - project),
          })),
        };
        expect(countBudget(turned, by, ties).order).toEqual(countBudget(election, by, ties).order);
      }),
    );
  });

  it('counts money in any unit alike, where no step of one unit is taken', () => {
    fc.assert(
      fc.property(small, rule, fc.constantFrom(0.01, 1000), (election, by, unit) => {
        fc.pre(!/add/.test(by));
        const scale = (amount: number | string): number => Math.round(Number(amount) * unit * 100) / 100;
        const scaled = election.projects.map(({ id, cost }) => ({ id, cost: scale(cost) }));
        expect(
          countBudget({ ...election, budget: scale(election.budget), projects: scaled }, by, ties).order,
        ).toEqual(countBudget(election, by, ties).order);
      }),
    );
  });
});

describe('completed rules', () => {
  const filling = budgetRules.filter((by) => !/^equal-shares-[a-z]+(-add1|-addpm)?$/.test(by));

  it('leave no project that would still fit', () => {
    fc.assert(
      fc.property(small, fc.constantFrom(...filling), (election, by) => {
        const { left, notFunded } = countBudget(election, by, ties);
        expect(notFunded.filter(({ cost }) => cost <= left)).toEqual([]);
      }),
    );
  });

  it('greedy by votes funds a project still when it gets more votes', () => {
    fc.assert(
      fc.property(small, fc.nat(), (election, pick) => {
        fc.pre(election.worth === 'approval');
        const { winners } = countBudget(election, 'greedy-cost', ties);
        const winner = winners[pick % Math.max(winners.length, 1)];
        fc.pre(winner !== undefined);
        const position = election.projects.findIndex(({ id }) => id === winner);
        const ballots = [...election.ballots, { projects: [position], count: 1 }];
        expect(countBudget({ ...election, ballots }, 'greedy-cost', ties).winners).toContain(winner);
      }),
    );
  });
});
