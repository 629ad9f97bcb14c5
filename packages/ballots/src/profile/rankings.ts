import { profileBuilder } from './profile-builder.ts';
import type { BallotProfile, OptionId } from './profile.ts';

/** One ranking, most wanted first; options in an inner list stand level. */
export type Ranking<Id extends OptionId> = readonly (Id | readonly Id[])[];

/** A ballot and how many papers say the same. */
export interface CountedBallot<Ballot> {
  readonly ballot: Ballot;
  readonly count: number;
}

/**
 * A profile from rankings that name options by id.
 *
 * @param options every option of the poll, in its order
 * @param rankings the ballots; each may be a stream from the database, already grouped or not
 * @throws RangeError when a ranking names an option that is not in the list, or one twice
 * @example
 *   profileOfRankings(['a', 'b', 'c'], [{ ballot: ['a', ['b', 'c']], count: 3 }]);
 */
export function profileOfRankings<Id extends OptionId>(
  options: readonly Id[],
  rankings: Iterable<CountedBallot<Ranking<Id>>>,
): BallotProfile<Id> {
  const positions = new Map(options.map((id, position) => [id, position]));
  const builder = profileBuilder(options);
  for (const { ballot, count } of rankings) {
    const choices: number[] = [];
    const tied: number[] = [];
    for (const level of ballot) {
      const ids = typeof level === 'object' ? level : [level];
      ids.forEach((id, place) => {
        const position = positions.get(id);
        if (position === undefined) throw new RangeError(`no option ${id}`);
        if (choices.includes(position)) throw new RangeError(`option ${id} ranked twice`);
        choices.push(position);
        tied.push(place > 0 ? 1 : 0);
      });
    }
    builder.add(choices, count, tied);
  }
  return builder.finish();
}
