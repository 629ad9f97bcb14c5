import { firstBallotWithTie, type BallotProfile, type OptionId } from '../profile/profile.ts';
import { approval, type ApprovalOutcome } from './approval.ts';
import { borda, type BordaOutcome } from './borda.ts';
import { instantRunoff, type InstantRunoffOutcome } from './instant-runoff.ts';
import { plurality, type PluralityOutcome } from './plurality.ts';
import { schulze, type SchulzeOutcome } from './schulze.ts';
import { stvScottish, type StvOutcome } from './stv-scottish.ts';

/** The rules that count ballots which list options, by their names in polls, files and on the command line. */
export const rankedRules = [
  'plurality',
  'approval',
  'borda',
  'instant-runoff',
  'schulze',
  'stv-scottish',
] as const;
export type RankedRule = (typeof rankedRules)[number];

export type RankedOutcome<Id extends OptionId = string> =
  | PluralityOutcome<Id>
  | ApprovalOutcome<Id>
  | BordaOutcome<Id>
  | InstantRunoffOutcome<Id>
  | SchulzeOutcome<Id>
  | StvOutcome<Id>;

export interface RankedCount<Id extends OptionId> {
  readonly seats?: number;
  readonly lot?: readonly Id[];
}

/**
 * Counts a profile by the named rule. Instant runoff elects one and does not read `seats`; Scottish STV elects one
 * when `seats` is left out.
 *
 * @throws RangeError when the rule cannot read the ballots: ask `canCount`
 */
export function countRanked<Id extends OptionId>(
  profile: BallotProfile<Id>,
  rule: RankedRule,
  { seats, lot }: RankedCount<Id> = {},
): RankedOutcome<Id> {
  switch (rule) {
    case 'plurality':
      return plurality(profile, { seats, lot });
    case 'approval':
      return approval(profile, { seats, lot });
    case 'borda':
      return borda(profile, { seats, lot });
    case 'instant-runoff':
      return instantRunoff(profile, { lot });
    case 'schulze':
      return schulze(profile, { seats, lot });
    case 'stv-scottish':
      return stvScottish(profile, seats ?? 1, { lot });
    default:
      return rule satisfies never;
  }
}

/** Whether the rule can count these ballots: runoffs need to know whose paper each is, so no two options level. */
export function canCount(profile: BallotProfile<OptionId>, rule: RankedRule): boolean {
  const needsStrictBallots = rule === 'instant-runoff' || rule === 'stv-scottish';
  return !needsStrictBallots || firstBallotWithTie(profile) === null;
}
