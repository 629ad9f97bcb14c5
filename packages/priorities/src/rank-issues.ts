import { importanceToGroup } from './group-importance.ts';
import { type Claim, weave } from './kept-slots.ts';
import { plainOrder, type PlainPlace, type TieBreak } from './plain-order.ts';
import { groupBalancedScore, zForOneInTen } from './support-share.ts';

/** Groups smaller than this take no part: their children could be recognised. */
export const smallestGroup = 10;

export type RankedGroup = { readonly key: string; readonly participants: number };

export type RankedIssue = {
  readonly id: string;
  readonly support: number;
  /** Supporters by group key; a missing key is 0. */
  readonly byGroup: Readonly<Record<string, number>>;
  /** `YYYY-MM-DD` */
  readonly publishedOn: string;
};

export type RankingInputs = {
  /** Children of the commune who took part. */
  readonly participants: number;
  /** Groups children declared themselves: sex, age band, disability, village. */
  readonly groups: readonly RankedGroup[];
  readonly issues: readonly RankedIssue[];
};

/** The claim that holds an issue above its plain place. */
export type KeptSlot = {
  readonly groupKey: string;
  /** The issue is this group's first, second … most supported. */
  readonly choice: number;
  /** The group's share of the participants gives it a slot by this position. */
  readonly dueBy: number;
};

/** Where an issue stands and why. */
export type RankedPlace = {
  readonly id: string;
  /** From 1. */
  readonly position: number;
  /** From 1, without regard to groups: the plain count always stands beside. */
  readonly plainPosition: number;
  readonly support: number;
  readonly share: number;
  readonly lowerBound: number;
  readonly tieBreak: TieBreak | null;
  /** Null when no group is large enough. */
  readonly groupBalancedScore: number | null;
  /** Keys of the groups to which it is important in particular. */
  readonly importantTo: readonly string[];
  readonly kept: KeptSlot | null;
};

export type Ranking = {
  /** Changes when the rule changes, so that an old ranking is replayed by its own rule. */
  readonly method: 'lower-bound-with-kept-slots-1';
  readonly places: readonly RankedPlace[];
  /**
   * What was ranked, in one fixed order, with only the groups that counted. Small counts stand in it: it is kept for
   * replay and audit and never published.
   */
  readonly inputs: RankingInputs;
};

/**
 * Ranks the issues of one commune: by the lower bound of their share of support, with slots kept for groups.
 *
 * A fifth of the children decides a fifth of the list: for every k, of a group's ⌊k · n_group / n⌋ most supported
 * issues those that are important to it in particular stand among the first k. (Equal shares with unit costs,
 * Peters, Pierczyński, Skowron 2021, for groups instead of single children, because no single child's supports are
 * read here.) It holds exactly for the groups of one split (girls and boys; age bands); where several splits claim
 * more than there is, claims slide to the next position. Issues everybody supports need no slot: they stand high
 * already, and count among the group's most supported.
 *
 * The order of the arguments' lists does not matter; the result is plain JSON. About n log n in the issues.
 *
 * @example 100 children, 20 of them with a disability: their most supported issue, wheelchair toilets, is important
 *          to them in particular, so it stands fifth or higher, wherever the count alone would put it
 */
export function rankIssues(input: RankingInputs): Ranking {
  const inputs = inFixedOrder(input);
  const plain = plainOrder(inputs.issues.map((issue) => ({ ...issue, participants: inputs.participants })));
  const issueOf = new Map(inputs.issues.map((issue) => [issue.id, issue]));
  const inPlainOrder = plain.map((place) => issueOf.get(place.id)!);

  const importantTo = inPlainOrder.map((issue) => groupsItMattersTo(issue, inputs));
  const claims = claimsOf(inPlainOrder, importantTo, inputs);
  const { order, keptBy } = weave([...inPlainOrder.keys()], claims);

  return {
    method: 'lower-bound-with-kept-slots-1',
    places: order.map((index, before) => {
      const issue = inPlainOrder[index]!;
      return {
        position: before + 1,
        plainPosition: index + 1,
        support: issue.support,
        ...(plain[index] as PlainPlace),
        groupBalancedScore: groupBalancedScore(countsByGroup(issue, inputs)),
        importantTo: importantTo[index]!,
        kept: keptSlot(keptBy.get(index)),
      };
    }),
    inputs,
  };
}

/** Ranks once more from the inputs a ranking carries: the same inputs give the same ranking, to the last digit. */
export function replay(inputs: RankingInputs): Ranking {
  return rankIssues(inputs);
}

function inFixedOrder(input: RankingInputs): RankingInputs {
  const groups = input.groups
    .filter((group) => group.participants >= smallestGroup)
    .map(({ key, participants }) => ({ key, participants }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const issues = input.issues
    .map(({ id, support, byGroup, publishedOn }) => ({
      id,
      support,
      byGroup: Object.fromEntries(groups.map(({ key }) => [key, byGroup[key] ?? 0])),
      publishedOn,
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return { participants: input.participants, groups, issues };
}

function countsByGroup(issue: RankedIssue, inputs: RankingInputs): { agree: number; seen: number }[] {
  return inputs.groups.map((group) => {
    const agree = issue.byGroup[group.key] ?? 0;
    return { agree, seen: Math.max(group.participants, agree) };
  });
}

function groupsItMattersTo(issue: RankedIssue, inputs: RankingInputs): string[] {
  const everyone = Math.max(inputs.participants, issue.support);
  const counts = countsByGroup(issue, inputs);
  return inputs.groups
    .filter((_, index) => {
      const inside = counts[index]!;
      const others = {
        agree: Math.max(issue.support - inside.agree, 0),
        seen: Math.max(everyone - inside.seen, issue.support - inside.agree, 0),
      };
      return inside.agree > 0 && importanceToGroup(inside, others) > zForOneInTen;
    })
    .map((group) => group.key);
}

/** Every group's claims, in the order in which they fall due; one claim an issue, the earliest. */
function claimsOf(
  inPlainOrder: readonly RankedIssue[],
  importantTo: readonly (readonly string[])[],
  inputs: RankingInputs,
): Claim[] {
  const earliest = new Map<number, Claim>();
  for (const group of inputs.groups)
    for (const claim of claimsOfGroup(group, inPlainOrder, importantTo, inputs.participants)) {
      const other = earliest.get(claim.issue);
      if (other === undefined || claim.due < other.due) earliest.set(claim.issue, claim);
    }
  return [...earliest.values()].toSorted((one, other) => one.due - other.due || one.issue - other.issue);
}

function claimsOfGroup(
  group: RankedGroup,
  inPlainOrder: readonly RankedIssue[],
  importantTo: readonly (readonly string[])[],
  participants: number,
): Claim[] {
  const support = (index: number): number => inPlainOrder[index]!.byGroup[group.key] ?? 0;
  // Equal support within the group keeps the plain order: the sort is stable.
  const ownOrder = [...inPlainOrder.keys()].toSorted((one, other) => support(other) - support(one));
  const everyone = Math.max(participants, group.participants);
  const claims: Claim[] = [];
  for (const [before, issue] of ownOrder.entries()) {
    const choice = before + 1;
    const due = Math.ceil((choice * everyone) / group.participants);
    if (due > inPlainOrder.length) break;
    if (importantTo[issue]!.includes(group.key)) claims.push({ issue, groupKey: group.key, choice, due });
  }
  return claims;
}

function keptSlot(claim: Claim | undefined): KeptSlot | null {
  return claim === undefined ? null : { groupKey: claim.groupKey, choice: claim.choice, dueBy: claim.due };
}
