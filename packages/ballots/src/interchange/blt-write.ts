import type { BallotProfile, OptionId } from '../profile/profile.ts';
import { oneLine, sortedBallots } from './sorted-ballots.ts';

/** What a .blt file says beside the ballots. */
export interface BltHeader {
  readonly title: string;
  /** How many are elected. */
  readonly seats: number;
  /** Names of all candidates, also the withdrawn. */
  readonly names: readonly string[];
  /** Numbers (from 1) of withdrawn candidates; the profile must not hold them. */
  readonly withdrawn?: readonly number[];
}

/**
 * A .blt file: candidates and seats, withdrawn candidates, ballots with their counts, a final 0, names, title. The
 * format knows no way to write a quotation mark within a name; it becomes an apostrophe.
 *
 * @param profile its options are the candidates that stand, in the order of `names`
 */
export function writeBlt(profile: BallotProfile<OptionId>, header: BltHeader): string {
  const { names, seats, withdrawn = [], title } = header;
  const standing = names.map((_, i) => i + 1).filter((candidate) => !withdrawn.includes(candidate));
  const ballots = sortedBallots(profile, (position) => standing[position]!).map(({ count, levels }) =>
    [count, ...levels.map((level) => level.join('=')), 0].join(' '),
  );
  return [
    `${names.length} ${seats}`,
    ...(withdrawn.length > 0 ? [withdrawn.map((candidate) => `-${candidate}`).join(' ')] : []),
    ...ballots,
    ...(profile.blank > 0 ? [`${profile.blank} 0`] : []),
    '0',
    ...[...names, title].map((text) => `"${oneLine(text).replaceAll('"', "'")}"`),
    '',
  ].join('\n');
}
