import type { CountedElection } from './counted-election.ts';

/**
 * How equal projects are put in order, one rule after the other. `id` stands for the lot: the project ids compared
 * by Unicode code point, decided before anyone voted and the same for every endowment. It always comes last, even
 * when it is not named.
 */
export const tieRules = ['lowest-cost', 'most-supporters', 'id'] as const;
export type TieRule = (typeof tieRules)[number];

/** Projects that stood exactly equal, who was taken, and the rule that decided (the last one needed). */
export type BudgetTie = {
  readonly round: number;
  readonly projects: readonly string[];
  readonly chosen: string;
  readonly brokenBy: TieRule;
};

/** Less than zero when `left` comes first by Unicode code point (JavaScript's own `<` goes by UTF-16 unit). */
export function byCodePoint(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference === 0) continue;
    const isLeftSurrogate = isSurrogate(left.charCodeAt(at));
    const isRightSurrogate = isSurrogate(right.charCodeAt(at));
    if (isLeftSurrogate === isRightSurrogate) return difference;
    return isLeftSurrogate ? 1 : -1;
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

type Compare = (left: number, right: number) => number;

function comparison(election: CountedElection, rule: TieRule): Compare {
  switch (rule) {
    case 'lowest-cost':
      return (left, right) => sign(cost(election, left) - cost(election, right));
    case 'most-supporters':
      return (left, right) => (election.supporters[right] ?? 0) - (election.supporters[left] ?? 0);
    case 'id':
      return (left, right) => byCodePoint(election.ids[left] ?? '', election.ids[right] ?? '');
  }
}

function cost(election: CountedElection, project: number): bigint {
  return election.costs[project] ?? 0n;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

/** The stated order of all projects, worked out once, and the means to say which rule decided. */
export type TieOrder = {
  /** position of each project in the stated order: the smallest wins */
  readonly rank: Int32Array;
  breakTie(tied: readonly number[]): { readonly chosen: number; readonly brokenBy: TieRule };
};

export function tieOrder(election: CountedElection, ties: readonly TieRule[]): TieOrder {
  const rules: readonly TieRule[] = [...ties.filter((rule) => rule !== 'id'), 'id'];
  const comparisons = rules.map((rule) => comparison(election, rule));
  const sorted = election.ids
    .map((_, project) => project)
    .sort((left, right) => {
      for (const compare of comparisons) {
        const difference = compare(left, right);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  const rank = new Int32Array(sorted.length);
  sorted.forEach((project, position) => {
    rank[project] = position;
  });
  return {
    rank,
    breakTie(tied) {
      const chosen = tied.reduce((best, project) =>
        (rank[project] ?? 0) < (rank[best] ?? 0) ? project : best,
      );
      let left = tied;
      for (const [position, rule] of rules.entries()) {
        const compare = comparisons[position];
        if (compare === undefined) break;
        left = left.filter((project) => compare(project, chosen) === 0);
        if (left.length <= 1) return { chosen, brokenBy: rule };
      }
      return { chosen, brokenBy: 'id' };
    },
  };
}
