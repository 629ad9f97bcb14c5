import type { BallotType, OutcomeFrame } from './ballot-type.ts';
import { ballotTypes } from './index.ts';

export type BallotTypeName = (typeof ballotTypes)[number]['name'];

/** The names, in the order of the list. */
export const ballotTypeNames = ballotTypes.map((type) => type.name);

/** A ballot type as code sees it that works with any: ballots are plain JSON that `check` gave back. */
export type AnyBallotType = BallotType<BallotTypeName, unknown, string, OutcomeFrame>;

/**
 * The ballot type of a poll.
 *
 * @example
 *   const type = ballotTypeOf(poll.ballotType);
 *   const ballot = type.check(input, poll);
 */
export function ballotTypeOf(name: BallotTypeName): AnyBallotType {
  return ballotTypes.find((type) => type.name === name) as unknown as AnyBallotType;
}
