import { type Clustering, kMeans } from './clusters.ts';
import { components } from './components.ts';
import type { OpinionOutcome } from './outcome.ts';
import { silhouette } from './silhouette.ts';
import { representativeness, talliesByGroup, talliesOfAll } from './statistics.ts';
import { commonGround, groupConsensus, representativeStatements } from './telling-statements.ts';
import { type OpinionVotes, withoutStatements } from './votes.ts';

export type OpinionParameters = {
  /** Fewest people a published group may hold; never below five. Default 10. */
  readonly smallCellLimit?: number;
  /** Ids of statements that were moderated out: they take no part at all. */
  readonly leaveOut?: readonly string[];
};

const VOTES_TO_COUNT = 7;
const ALWAYS_COUNTED = 15;
const GROUP_COUNTS = [2, 3, 4, 5] as const;
const FEWEST_IN_GROUP = 5;
const LEAST_SILHOUETTE = 0.25;

/**
 * Finds groups of people who vote alike, the statements that tell them apart, and what all of them share.
 *
 * In the count is who voted on at least seven statements (or on all, if there are fewer), and in any case the fifteen
 * most active. The votes are brought to two components and k-means is run for two to five groups. Among the groupings
 * in which every group holds enough people the silhouette chooses; where there is none, or the silhouette does not reach
 * 0.25, there are no clear groups.
 *
 * Nothing is drawn and nothing remembered: the same votes give the same groups on every machine.
 */
export function findOpinionGroups(all: OpinionVotes, parameters: OpinionParameters = {}): OpinionOutcome {
  const { smallCellLimit = 10, leaveOut = [] } = parameters;
  const fewest = Math.max(FEWEST_IN_GROUP, smallCellLimit);
  const votes = withoutStatements(all, new Set(leaveOut));
  const { positions, votesOf, explained } = components(votes);
  const counted = inTheCount(votesOf, votes.statements.length);
  const places = Float64Array.from(
    counted.flatMap((person) => [...positions.subarray(person * 2, person * 2 + 2)]),
  );
  const tried = GROUP_COUNTS.flatMap((k) => {
    const clustering = counted.length > k ? kMeans(places, k) : undefined;
    if (clustering === undefined || clustering.sizes.includes(0)) return [];
    return [{ k, clustering, silhouette: silhouette(places, clustering.groupOf, k) }];
  });
  const bigEnough = tried.filter(({ clustering }) => Math.min(...clustering.sizes) >= fewest);
  const best = bigEnough.reduce<(typeof tried)[number] | undefined>(
    (found, one) => (found === undefined || one.silhouette > found.silhouette ? one : found),
    undefined,
  );
  const unclear = whyUnclear(best?.silhouette, tried.length, counted.length, fewest);
  const groups = unclear === undefined && best !== undefined ? best.k : 0;
  const groupOf = new Int32Array(votes.participants.length).fill(-1);
  if (groups > 0 && best !== undefined) numberGroups(groupOf, counted, best.clustering);

  const sizes = Array.from({ length: groups }, () => 0);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  const tallies = groups > 0 ? talliesByGroup(votes, groupOf, groups) : [talliesOfAll(votes)];
  const statistics = groups > 0 ? representativeness(votes, groupOf, groups) : [];
  return {
    rule: 'opinion-groups',
    winners: [],
    order: [],
    ties: [],
    rounds: [],
    clear: groups > 0,
    unclearBecause: unclear ?? null,
    participants: votes.participants.length,
    counted: counted.length,
    statements: votes.statements.length,
    explained,
    tried: tried.map(({ k, clustering, silhouette: apart }) => ({
      groups: k,
      silhouette: apart,
      sizes: [...clustering.sizes].sort((left, right) => right - left),
    })),
    sizes,
    groups: Object.fromEntries(
      votes.participants.map((id, person) => [
        id,
        (groupOf[person] ?? -1) < 0 ? null : (groupOf[person] ?? null),
      ]),
    ),
    representative: statistics.map((rows, group) => ({
      group,
      statements: representativeStatements(rows, votes.statements),
    })),
    common: commonGround(talliesOfAll(votes), votes.statements),
    consensus: groupConsensus(tallies, votes.statements),
  };
}

function inTheCount(votesOf: Int32Array, statements: number): number[] {
  const needed = Math.min(VOTES_TO_COUNT, statements);
  const people = Array.from(votesOf.keys()).filter((person) => (votesOf[person] ?? 0) > 0);
  const active = people.filter((person) => (votesOf[person] ?? 0) >= needed);
  if (active.length >= ALWAYS_COUNTED) return active;
  return people
    .toSorted((left, right) => (votesOf[right] ?? 0) - (votesOf[left] ?? 0) || left - right)
    .slice(0, ALWAYS_COUNTED)
    .sort((left, right) => left - right);
}

function whyUnclear(
  apart: number | undefined,
  groupings: number,
  people: number,
  fewest: number,
): OpinionOutcome['unclearBecause'] | undefined {
  if (people < 2 * fewest) return 'too-few-people';
  if (groupings > 0 && apart === undefined) return 'group-too-small';
  return apart === undefined || apart < LEAST_SILHOUETTE ? 'not-set-apart' : undefined;
}

/** Groups are numbered by size, greatest first; equal ones by who stands first in the list of participants. */
function numberGroups(
  groupOf: Int32Array,
  counted: readonly number[],
  { groupOf: raw, sizes }: Clustering,
): void {
  const bySize = [...sizes.keys()].sort(
    (left, right) => (sizes[right] ?? 0) - (sizes[left] ?? 0) || raw.indexOf(left) - raw.indexOf(right),
  );
  for (const [place, person] of counted.entries()) groupOf[person] = bySize.indexOf(raw[place] ?? -1);
}
