import { wilsonLowerBound } from './support-share.ts';

export type SupportedIssue = {
  readonly id: string;
  /** Children who support it. */
  readonly support: number;
  /** Children who could have: all who took part in the issue's commune. */
  readonly participants: number;
  /** `YYYY-MM-DD` */
  readonly publishedOn: string;
};

/** What put an issue behind the one before it when their lower bounds are the same. */
export type TieBreak = 'SUPPORT' | 'OLDER' | 'ID';

export type PlainPlace = {
  readonly id: string;
  /** support ÷ participants, 0 when nobody took part */
  readonly share: number;
  readonly lowerBound: number;
  readonly tieBreak: TieBreak | null;
};

/**
 * Issues by what one can rely on: the lower bound of their share of support, each in its own commune, so that a
 * large commune does not outshout a small one. Ties: more support, then the older issue, then the id by code point.
 *
 * A count above the participants (two counts read at different moments) is taken as all of them.
 *
 * @example 70 of 100 (0.6384…) stands before 8 of 10 (0.6015…): the smaller share, but the surer one
 */
export function plainOrder(issues: readonly SupportedIssue[]): PlainPlace[] {
  const scored = issues.map((issue) => {
    const participants = Math.max(issue.participants, issue.support);
    return {
      issue,
      share: participants === 0 ? 0 : issue.support / participants,
      lowerBound: wilsonLowerBound(issue.support, participants),
    };
  });
  scored.sort(
    (one, other) =>
      other.lowerBound - one.lowerBound ||
      other.issue.support - one.issue.support ||
      compareText(one.issue.publishedOn, other.issue.publishedOn) ||
      compareText(one.issue.id, other.issue.id),
  );
  return scored.map(({ issue, share, lowerBound }, index) => {
    const before = scored[index - 1];
    const isTied = before !== undefined && before.lowerBound === lowerBound;
    return { id: issue.id, share, lowerBound, tieBreak: isTied ? brokenBy(before.issue, issue) : null };
  });
}

function brokenBy(before: SupportedIssue, after: SupportedIssue): TieBreak {
  if (before.support !== after.support) return 'SUPPORT';
  return before.publishedOn === after.publishedOn ? 'ID' : 'OLDER';
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
