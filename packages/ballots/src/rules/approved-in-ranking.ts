import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { profileBuilder } from '../profile/profile-builder.ts';

/**
 * The approvals that complete rankings with ties can carry: where every ballot has at most two levels, the upper one
 * is approved. Null when a ballot has more levels: then it ranks, and says nothing about approval.
 */
export function approvedInRanking<Id extends OptionId>(profile: BallotProfile<Id>): BallotProfile<Id> | null {
  const { starts, choices, tied, counts } = profile;
  const builder = profileBuilder(profile.options);
  for (let ballot = 0; ballot < profile.distinct; ballot += 1) {
    const start = starts[ballot]!;
    const end = starts[ballot + 1]!;
    let upperEnd = start + 1;
    while (upperEnd < end && tied?.[upperEnd] === 1) upperEnd += 1;
    for (let i = upperEnd + 1; i < end; i += 1) if (tied?.[i] !== 1) return null;
    builder.add(choices.subarray(start, upperEnd), counts[ballot]!);
  }
  return builder.finish();
}
