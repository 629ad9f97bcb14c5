import type { OptionId } from '../profile/profile.ts';

/** What a tie had to decide. */
export type TieMatter = 'winner' | 'seat' | 'order' | 'elimination' | 'surplus';

/**
 * A tie and how it was broken, for the results page and for whoever contests it.
 *
 * `left` means that the rule leaves the tie: all of them win. `earlier-round` means that the votes of an earlier
 * round decided (`decidedIn`). `lot` means that the order drawn by lot, or stated beforehand, decided.
 */
export interface Tie<Id extends OptionId = string> {
  readonly options: readonly Id[];
  readonly matter: TieMatter;
  /** The round or stage in which it arose, from 1; null for rules without rounds. */
  readonly round: number | null;
  readonly brokenBy: 'left' | 'earlier-round' | 'lot';
  /** The round whose votes decided, from 1; null unless an earlier round decided. */
  readonly decidedIn: number | null;
  /** Whom the breaking named: elected, eliminated or served first, as `matter` says; none when left. */
  readonly chosen: readonly Id[];
}

/** Options of every rule. */
export interface TieOrder<Id extends OptionId> {
  /**
   * The lot, drawn once and written down: option ids, the luckiest first. Of tied options the earlier one stays
   * in, is seated, is served first. Left out: the order of the poll or file.
   */
  readonly lot?: readonly Id[];
}

/**
 * Each option's place in the lot, by position; options that the lot does not name follow in the order of the poll.
 *
 * @throws RangeError when the lot names an option that does not stand
 */
export function lotPlaces<Id extends OptionId>(options: readonly Id[], lot?: readonly Id[]): Int32Array {
  const places = new Int32Array(options.length).fill(-1);
  const positions = new Map(options.map((id, position) => [id, position]));
  let next = 0;
  for (const id of lot ?? []) {
    const position = positions.get(id);
    if (position === undefined) throw new RangeError(`the lot names ${id}, which is no option`);
    if (places[position]! < 0) places[position] = next++;
  }
  for (let position = 0; position < options.length; position += 1) {
    if (places[position]! < 0) places[position] = next++;
  }
  return places;
}

/**
 * Narrows tied options by the votes of earlier rounds, the most recent first: in each round only those with the
 * extreme number among them remain. Stops when one is left.
 *
 * This is how the Scottish rules' "most recently preceding stage at which they had an unequal number of votes"
 * (SSI 2007/42, rules 49(2), 51(2)) is applied when more than two are tied.
 *
 * @param tied positions
 * @param rounds the votes by position at the end of each earlier round, the first first
 * @param wanted whether the fewest or the most votes are looked for
 * @returns those still tied, and the round (from 1) that decided, when one did
 */
export function narrowByEarlierRounds(
  tied: readonly number[],
  rounds: readonly ArrayLike<number>[],
  wanted: 'fewest' | 'most',
): { readonly left: readonly number[]; readonly decidedIn: number | null } {
  let left = tied;
  for (let round = rounds.length - 1; round >= 0 && left.length > 1; round -= 1) {
    const votes = left.map((option) => rounds[round]![option]!);
    const extreme = wanted === 'fewest' ? Math.min(...votes) : Math.max(...votes);
    left = left.filter((_, place) => votes[place] === extreme);
    if (left.length === 1) return { left, decidedIn: round + 1 };
  }
  return { left, decidedIn: null };
}
