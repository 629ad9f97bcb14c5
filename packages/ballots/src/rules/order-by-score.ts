import type { OptionId } from '../profile/profile.ts';
import { lotPlaces, type Tie, type TieMatter } from './tie.ts';

/** How many must be chosen, and how ties are broken then. */
export interface ScoreOptions<Id extends OptionId> {
  /**
   * Places to fill. Left out: the best option wins and a tie for it is left standing, with several winners. Given:
   * exactly so many win (or all, if fewer stand), and a tie for the last place is broken by the lot.
   */
  readonly seats?: number;
  readonly lot?: readonly Id[];
}

export interface OrderByScore<Id extends OptionId> {
  /** In the order of the poll or file. */
  readonly winners: readonly Id[];
  /** All options, best first; level ones in the order of the lot. */
  readonly order: readonly Id[];
  readonly ties: readonly Tie<Id>[];
}

/**
 * Winners and order from one comparison of options, for every rule that gives each option a score or a rank.
 *
 * @param compare negative when the first position is better, 0 when level; must be transitive
 */
export function orderByScore<Id extends OptionId>(
  options: readonly Id[],
  compare: (a: number, b: number) => number,
  { seats, lot }: ScoreOptions<Id>,
): OrderByScore<Id> {
  const places = lotPlaces(options, lot);
  const ranked = options.map((_, position) => position);
  ranked.sort((a, b) => compare(a, b) || places[a]! - places[b]!);
  const ids = (positions: readonly number[]) => positions.map((position) => options[position]!);
  const ties: Tie<Id>[] = [];
  let winners: number[] = [];
  for (let start = 0; start < ranked.length;) {
    let end = start + 1;
    while (end < ranked.length && compare(ranked[start]!, ranked[end]!) === 0) end += 1;
    const group = ranked.slice(start, end);
    const free = (seats ?? 1) - winners.length;
    const inOrderOfPoll = ids([...group].sort((a, b) => a - b));
    if (seats === undefined && start === 0) {
      winners = group;
      if (group.length > 1) ties.push(tie(inOrderOfPoll, 'winner', []));
    } else if (seats !== undefined && free > 0) {
      const seated = group.slice(0, free);
      winners.push(...seated);
      if (group.length > free) ties.push(tie(inOrderOfPoll, 'seat', ids(seated)));
    } else if (group.length > 1) {
      ties.push(tie(inOrderOfPoll, 'order', []));
    }
    start = end;
  }
  return { winners: ids(winners.sort((a, b) => a - b)), order: ids(ranked), ties };
}

function tie<Id extends OptionId>(options: readonly Id[], matter: TieMatter, chosen: readonly Id[]): Tie<Id> {
  const brokenBy = chosen.length > 0 ? 'lot' : 'left';
  return { options, matter, round: null, brokenBy, decidedIn: null, chosen };
}
