import type { BallotProfile, OptionId } from '../profile/profile.ts';

/**
 * Papers sorted into piles by their first continuing option, as runoff counts move them. A pile is a linked list
 * over distinct ballots; a paper is looked at again only when the option it lies with falls away.
 */
export interface Piles {
  /** First ballot of each option's pile; -1 when empty. */
  readonly heads: Int32Array;
  /** The ballot after each ballot in its pile; -1 at the end. */
  readonly next: Int32Array;
  /** Where in `choices` each ballot now stands. */
  readonly places: Uint32Array;
}

/** All papers with their first choices. */
export function firstPiles(profile: BallotProfile<OptionId>): Piles {
  const heads = new Int32Array(profile.options.length).fill(-1);
  const next = new Int32Array(profile.distinct);
  const places = profile.starts.slice(0, profile.distinct);
  for (let ballot = profile.distinct - 1; ballot >= 0; ballot -= 1) {
    const option = profile.choices[places[ballot]!]!;
    next[ballot] = heads[option]!;
    heads[option] = ballot;
  }
  return { heads, next, places };
}

/**
 * Takes an option's pile apart: every paper goes to its next continuing option, or out.
 *
 * @param isContinuing 1 for each option that still takes papers, by position
 * @param moved called once for each distinct ballot with the option that receives it, -1 when none does
 */
export function movePile(
  profile: BallotProfile<OptionId>,
  piles: Piles,
  from: number,
  isContinuing: Uint8Array,
  moved: (ballot: number, to: number) => void,
): void {
  const { starts, choices } = profile;
  const { heads, next, places } = piles;
  let ballot = heads[from]!;
  heads[from] = -1;
  while (ballot >= 0) {
    const following = next[ballot]!;
    const end = starts[ballot + 1]!;
    let place = places[ballot]! + 1;
    while (place < end && isContinuing[choices[place]!] === 0) place += 1;
    places[ballot] = place;
    if (place < end) {
      const to = choices[place]!;
      next[ballot] = heads[to]!;
      heads[to] = ballot;
      moved(ballot, to);
    } else {
      moved(ballot, -1);
    }
    ballot = following;
  }
}
