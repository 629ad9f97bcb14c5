import { describe, expect, it } from 'vitest';
import { type BudgetElection, budgetElection, budgetRules, countBudget, type TieRule } from './index.ts';

const ties: readonly TieRule[] = ['lowest-cost', 'most-supporters', 'id'];

function approvals(
  budget: number | string,
  costs: Record<string, number | string>,
  ballots: readonly (readonly [count: number, ...projects: string[]])[],
): BudgetElection {
  const projects = Object.entries(costs).map(([id, cost]) => ({ id, cost }));
  const cast = ballots.flatMap(([count, ...named]) => Array.from({ length: count }, () => named));
  return budgetElection({ budget, projects, worth: 'approval' }, cast);
}

describe('a village with a majority and a minority', () => {
  // Ten children, 100 to spend. Six want the well (60) and the swing (40), four the library (40) and the goal (30).
  const village = approvals(100, { well: 60, swing: 40, library: 40, goal: 30 }, [
    [6, 'well', 'swing'],
    [4, 'library', 'goal'],
  ]);

  it('greedy by votes gives the majority everything', () => {
    const outcome = countBudget(village, 'greedy-cost', ties);
    expect(outcome.order).toEqual(['swing', 'well']);
    expect(outcome.left).toBe(0);
    expect(outcome.ties).toEqual([
      { round: 1, projects: ['swing', 'well'], chosen: 'swing', brokenBy: 'lowest-cost', mattered: false },
    ]);
  });

  it('equal shares gives each side what its own money pays for', () => {
    // Everybody holds 10. Effective votes: well 6, swing 6, library 4, goal 4. The swing is cheaper: 40/6 each.
    // Then the six hold 20 together, the well is out of reach. The goal: 7.50 each of four; 2.50 left, no library.
    const outcome = countBudget(village, 'equal-shares-cost', ties);
    expect(outcome.order).toEqual(['swing', 'goal']);
    expect(outcome.rounds[0]).toMatchObject({
      by: 'equal-shares',
      project: 'swing',
      effectiveVotes: 6,
      payers: 6,
      payersLeftWithNothing: 0,
      greatestPayment: 40 / 6,
      next: { project: 'well', timesDearer: 1 },
    });
    expect(outcome.rounds[1]).toMatchObject({
      project: 'goal',
      effectiveVotes: 4,
      greatestPayment: 7.5,
      payments: [{ amount: 7.5, voters: 4 }],
      next: { project: 'library', timesDearer: 1 },
    });
    expect(outcome.endowment).toEqual({ perVoter: 10, exact: '10', first: 10 });
    expect(outcome.spent).toBe(70);
    expect(outcome.notFunded).toEqual([
      { project: 'well', cost: 60, supporters: 6, because: 'supporters-short', shortBy: 40 },
      { project: 'library', cost: 40, supporters: 4, because: 'supporters-short', shortBy: 30 },
    ]);
  });

  it('raises the endowment while the money left would buy something', () => {
    // 30 left and nothing costs 30 or less but what is bought: the outcome is exhaustive, no step is taken.
    const outcome = countBudget(village, 'equal-shares-cost-add1', ties);
    expect(outcome.winners).toEqual(['goal', 'swing']);
    expect(outcome.completion).toEqual({
      by: 'add1',
      step: 1,
      steps: 0,
      stoppedBecause: 'nothing-more-fits',
    });
  });

  it('goes on past the first exhaustive outcome when that parameter is set', () => {
    // At 16.67 the six could pay the well as well (100), at 17.50 the four the library: both overspend.
    const outcome = countBudget(village, 'equal-shares-cost-add1', ties, { stopsWhenExhaustive: false });
    expect(outcome.completion).toEqual({
      by: 'add1',
      step: 1,
      steps: 6,
      stoppedBecause: 'next-step-overspends',
    });
    expect(outcome.winners).toEqual(['goal', 'swing']);
  });
});

describe('what a supporter pays', () => {
  it('is all that the poorer have, and from the others equal parts of the rest', () => {
    // Four voters hold 10 each. Cardinality: the bench costs 8/2 = 4 a head, the map 21/3 = 7. The bench goes first.
    // Then for the map its supporters hold 6, 6 and 10: the first two give all, the third 9.
    const outcome = countBudget(
      approvals(40, { bench: 8, map: 21 }, [[2, 'bench', 'map'], [1, 'map'], [1]]),
      'equal-shares-cardinality',
      ties,
    );
    expect(outcome.order).toEqual(['bench', 'map']);
    expect(outcome.rounds[1]).toEqual({
      by: 'equal-shares',
      project: 'map',
      cost: 21,
      rho: 9,
      effectiveVotes: 21 / 9,
      supporters: 3,
      payers: 3,
      payersLeftWithNothing: 2,
      greatestPayment: 9,
      payments: [
        { amount: 9, voters: 1 },
        { amount: 6, voters: 2 },
      ],
      otherPayments: null,
      next: null,
    });
  });

  it('may be the last unit of everybody: a project that costs exactly what its supporters hold is not lost', () => {
    // 61 times B/61 is less than B in floats for B = 150000.
    const outcome = countBudget(approvals(150000, { all: 150000 }, [[61, 'all']]), 'equal-shares-cost', ties);
    expect(outcome.winners).toEqual(['all']);
    expect(outcome.left).toBe(0);
    expect(outcome.endowment?.exact).toBe('150000/61');
    const oneMore = approvals('150000', { all: '150000.01' }, [[61, 'all']]);
    expect(countBudget(oneMore, 'equal-shares-cost', ties).winners).toEqual([]);
  });

  it('follows the points where points are spread', () => {
    // Two voters, 30 each. The lamp (40): 3 points and 1 point, ρ = 10, they pay 30 and 10. The drum (20) has 5 points
    // of the second: ρ = 4, so it comes first and the lamp then finds 30 + 10 exactly.
    const election = budgetElection(
      {
        budget: 60,
        worth: 'points',
        projects: [
          { id: 'lamp', cost: 40 },
          { id: 'drum', cost: 20 },
        ],
      },
      [
        [{ project: 'lamp', points: 3 }],
        [
          { project: 'drum', points: 5 },
          { project: 'lamp', points: 1 },
        ],
      ],
    );
    const outcome = countBudget(election, 'equal-shares-cost', ties);
    expect(outcome.order).toEqual(['drum', 'lamp']);
    expect(outcome.rounds[0]).toMatchObject({ rho: 4, greatestPayment: 20, payers: 1 });
    expect(outcome.rounds[1]).toMatchObject({ rho: 10, greatestPayment: 30, payersLeftWithNothing: 2 });
    expect(countBudget(election, 'equal-shares-cardinality', ties).order).toEqual(['drum', 'lamp']);
  });

  it('is the same with amounts behind the point', () => {
    const outcome = countBudget(
      approvals('0.30', { a: '0.10', b: '0.20', c: '0.21' }, [
        [1, 'a'],
        [2, 'b', 'c'],
      ]),
      'equal-shares-cost',
      ties,
    );
    expect(outcome.order).toEqual(['b', 'a']);
    expect(outcome.spent).toBe(0.3);
    expect(outcome.rounds[0]).toMatchObject({ cost: 0.2, greatestPayment: 0.1, rho: 0.5 });
  });
});

describe('exactness', () => {
  it('tells prices apart that no float can, though the lot would have chosen otherwise', () => {
    const costs = { a: '100000000000000001', b: '100000000000000000' };
    const outcome = countBudget(
      approvals('600000000000000000', costs, [[3, 'a', 'b']]),
      'equal-shares-cardinality',
      ['id'],
    );
    expect(outcome.order).toEqual(['b', 'a']);
    expect(outcome.ties).toEqual([]);
  });

  it('sees a tie that floats would decide', () => {
    // One voter holds 1: 0.1 and 0.2 and 0.3 leave 0.4, of which d takes 0.3. In floats 0.1 + 0.2 is not 0.3.
    const election = approvals('3', { a: '0.3', b: '0.1', c: '0.2', d: '0.3' }, [
      [1, 'a', 'b', 'c', 'd'],
      [2],
    ]);
    const outcome = countBudget(election, 'equal-shares-cardinality', ['id']);
    expect(outcome.order).toEqual(['b', 'c', 'a', 'd']);
    expect(outcome.ties).toEqual([
      { round: 3, projects: ['a', 'd'], chosen: 'a', brokenBy: 'id', mattered: false },
    ]);
    expect(outcome.left).toBe(2.1);
  });
});

describe('ties', () => {
  const twins = approvals(10, { b: 6, a: 6, cheap: 5 }, [
    [2, 'b'],
    [2, 'a'],
    [1, 'cheap'],
  ]);

  it('are broken by the stated rules in their order, and written down', () => {
    expect(countBudget(twins, 'greedy-cost', ['most-supporters']).ties).toEqual([
      { round: 1, projects: ['a', 'b'], chosen: 'a', brokenBy: 'id', mattered: true },
    ]);
  });

  it('go by code point, so that 😀 comes after every letter', () => {
    const outcome = countBudget(approvals(1, { '😀': 1, ﬁ: 1 }, [[1, '😀', 'ﬁ']]), 'equal-shares-cost', ties);
    expect(outcome.winners).toEqual(['ﬁ']);
  });
});

describe('the edges', () => {
  it('a supported project that costs nothing is always funded, one nobody supports only by greedy', () => {
    const election = approvals(10, { free: 0, lonely: 4, wanted: 6, dear: 11 }, [
      [2, 'free', 'wanted', 'dear'],
      [1],
    ]);
    const shares = countBudget(election, 'equal-shares-cost', ties);
    expect(shares.order).toEqual(['free', 'wanted']);
    expect(shares.notFunded).toEqual([
      { project: 'lonely', cost: 4, supporters: 0, because: 'nobody-supports-it', shortBy: 4 },
      { project: 'dear', cost: 11, supporters: 2, because: 'dearer-than-budget', shortBy: 7 },
    ]);
    const filled = countBudget(election, 'equal-shares-cost-greedy', ties);
    expect(filled.order).toEqual(['free', 'wanted', 'lonely']);
    expect(filled.rounds.map((round) => round.by)).toEqual(['no-cost', 'equal-shares', 'greedy', 'greedy']);
  });

  it.each(budgetRules)('%s: with no ballots at all nothing is bought by shares', (rule) => {
    const outcome = countBudget(approvals(10, { a: 4 }, []), rule, ties);
    expect(outcome.voters).toBe(0);
    const fills = rule.startsWith('greedy') || rule.endsWith('u') || rule.endsWith('-greedy');
    expect(outcome.winners).toEqual(fills ? ['a'] : []);
  });

  it('raises by ⌈B / (1000 n)⌉ riel under addpm and by one under add1', () => {
    // 6,000,000 riel, two voters: 3,000 a step. Each side wants something that costs more than its 3,000,000.
    const election = approvals(6_000_000, { ours: 3_600_000, theirs: 4_000_000 }, [
      [1, 'ours'],
      [1, 'theirs'],
    ]);
    const outcome = countBudget(election, 'equal-shares-cost-addpm', ties);
    expect(outcome.completion).toEqual({
      by: 'addpm',
      step: 3000,
      steps: 200,
      stoppedBecause: 'nothing-more-fits',
    });
    expect(outcome.winners).toEqual(['ours']);
    expect(outcome.endowment).toEqual({ perVoter: 3_600_000, exact: '3600000', first: 3_000_000 });
  });
});
