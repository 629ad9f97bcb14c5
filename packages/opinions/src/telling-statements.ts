import type { CommonStatement, OpinionOutcome, RepresentativeStatement } from './outcome.ts';
import {
  consensusOfGroups,
  type GroupStatement,
  shareTest,
  SIGNIFICANT,
  smoothedShare,
  type Tally,
} from './statistics.ts';

const MOST_REPRESENTATIVE = 5;

/**
 * The statements that stand for a group: at most five whose share and whose difference from everybody else are both
 * significant, by ratio · its test · share · its test; then those agreed to before those disagreed with.
 */
export function representativeStatements(
  rows: readonly GroupStatement[],
  ids: readonly string[],
): RepresentativeStatement[] {
  const telling = rows.flatMap(({ agrees, disagrees, seen, agree, disagree }, place) => {
    const sides = [
      { side: 'agree' as const, ...agree },
      { side: 'disagree' as const, ...disagree },
    ];
    return sides
      .filter((one) => one.shareTest > SIGNIFICANT && one.ratioTest > SIGNIFICANT)
      .map((one) => ({ statement: ids[place] ?? '', agrees, disagrees, seen, ...one }));
  });
  const weight = ({ ratio, ratioTest, share, shareTest: test }: RepresentativeStatement): number =>
    ratio * ratioTest * share * test;
  const strongest = telling.sort((left, right) => weight(right) - weight(left)).slice(0, MOST_REPRESENTATIVE);
  return [
    ...strongest.filter(({ side }) => side === 'agree'),
    ...strongest.filter(({ side }) => side === 'disagree'),
  ];
}

/** Statements on which significantly more than half of all who saw them are of one mind, by share · its test. */
export function commonGround(tallies: readonly Tally[], ids: readonly string[]): OpinionOutcome['common'] {
  const ofOneMind = (count: (tally: Tally) => number): CommonStatement[] =>
    tallies
      .flatMap((tally, place) => {
        const share = smoothedShare(count(tally), tally.seen);
        const test = shareTest(count(tally), tally.seen);
        if (!(share > 0.5 && test > SIGNIFICANT)) return [];
        return [{ statement: ids[place] ?? '', ...tally, share, shareTest: test }];
      })
      .sort((left, right) => right.share * right.shareTest - left.share * left.shareTest);
  return { agree: ofOneMind(({ agrees }) => agrees), disagree: ofOneMind(({ disagrees }) => disagrees) };
}

/** Every statement by how far all groups agree to it. */
export function groupConsensus(
  tallies: readonly (readonly Tally[])[],
  ids: readonly string[],
): OpinionOutcome['consensus'] {
  return ids
    .map((statement, place) => ({ place, statement, ...consensusOfGroups(tallies, place) }))
    .sort((left, right) => right.agree - left.agree || left.place - right.place)
    .map(({ statement, agree, disagree }) => ({ statement, agree, disagree }));
}
