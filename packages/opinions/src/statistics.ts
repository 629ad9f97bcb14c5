import type { OpinionVotes } from './votes.ts';

/** 90 % of a normal distribution lie below this: the level of one-sided tests. */
export const SIGNIFICANT = 1.2816;

/** How often a statement was agreed to, disagreed with, and seen (agree, disagree or pass). */
export type Tally = { readonly agrees: number; readonly disagrees: number; readonly seen: number };

/** The case for one side (agree or disagree) of a statement, in one group against the rest. */
export type Side = {
  /** (n + 1) / (seen + 2): the share with one imagined voter on either side */
  readonly share: number;
  /** test of the share against one half */
  readonly shareTest: number;
  /** the share divided by the share among everybody else */
  readonly ratio: number;
  /** test of the difference between the group and everybody else */
  readonly ratioTest: number;
};

export type GroupStatement = Tally & { readonly agree: Side; readonly disagree: Side };

/** Tallies of all statements per group; people whose group is −1 are not counted. Index: [group][statement]. */
export function talliesByGroup(votes: OpinionVotes, groupOf: Int32Array, groups: number): Tally[][] {
  const statements = votes.statements.length;
  const agrees = new Float64Array(groups * statements);
  const disagrees = new Float64Array(groups * statements);
  const seen = new Float64Array(groups * statements);
  for (let person = 0; person < votes.participants.length; person += 1) {
    const group = groupOf[person] as number;
    if (group < 0) continue;
    for (let entry = votes.start[person] as number; entry < (votes.start[person + 1] as number); entry += 1) {
      const cell = group * statements + (votes.statement[entry] as number);
      const vote = votes.vote[entry] as number;
      seen[cell] = (seen[cell] as number) + 1;
      if (vote > 0) agrees[cell] = (agrees[cell] as number) + 1;
      if (vote < 0) disagrees[cell] = (disagrees[cell] as number) + 1;
    }
  }
  return Array.from({ length: groups }, (_, group) =>
    votes.statements.map((__, statement) => {
      const cell = group * statements + statement;
      return {
        agrees: agrees[cell] as number,
        disagrees: disagrees[cell] as number,
        seen: seen[cell] as number,
      };
    }),
  );
}

/** Tallies over everybody who voted. */
export function talliesOfAll(votes: OpinionVotes): Tally[] {
  return talliesByGroup(votes, new Int32Array(votes.participants.length), 1)[0] ?? [];
}

/** 2 √(seen + 1) · ((n + 1) / (seen + 1) − ½): a share against one half, one success added. */
export function shareTest(n: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((n + 1) / (seen + 1) - 0.5);
}

/** (n + 1) / (seen + 2). */
export function smoothedShare(n: number, seen: number): number {
  return (n + 1) / (seen + 2);
}

/** Difference of two shares in standard errors of the pooled share, with one added to each of the four counts. */
export function twoShareTest(n: number, seen: number, otherN: number, otherSeen: number): number {
  const [a, s, b, t] = [n + 1, seen + 1, otherN + 1, otherSeen + 1];
  const pooled = (a + b) / (s + t);
  if (pooled >= 1) return 0;
  return (a / s - b / t) / Math.sqrt(pooled * (1 - pooled) * (1 / s + 1 / t));
}

/**
 * The statistics by which a statement stands for a group (C. Small and others, "Polis", Recerca 26(2), 2021,
 * "representativeness").
 *
 * @param groupOf group of each participant, −1 for none.
 * @returns [group][statement], statements in the order of `votes.statements`.
 */
export function representativeness(
  votes: OpinionVotes,
  groupOf: Int32Array,
  groups: number,
): GroupStatement[][] {
  const tallies = talliesByGroup(votes, groupOf, groups);
  return tallies.map((own, group) =>
    own.map((tally, statement) => {
      const rest = { agrees: 0, disagrees: 0, seen: 0 };
      for (const [other, row] of tallies.entries()) {
        const theirs = row[statement];
        if (other === group || theirs === undefined) continue;
        rest.agrees += theirs.agrees;
        rest.disagrees += theirs.disagrees;
        rest.seen += theirs.seen;
      }
      return {
        ...tally,
        agree: side(tally.agrees, tally.seen, rest.agrees, rest.seen),
        disagree: side(tally.disagrees, tally.seen, rest.disagrees, rest.seen),
      };
    }),
  );
}

function side(n: number, seen: number, otherN: number, otherSeen: number): Side {
  const share = smoothedShare(n, seen);
  return {
    share,
    shareTest: shareTest(n, seen),
    ratio: share / smoothedShare(otherN, otherSeen),
    ratioTest: twoShareTest(n, seen, otherN, otherSeen),
  };
}

/** Π over the groups of (agrees + 1) / (seen + 2): high only where every group agrees. And the same for disagree. */
export function consensusOfGroups(
  tallies: readonly (readonly Tally[])[],
  statement: number,
): { readonly agree: number; readonly disagree: number } {
  let agree = 1;
  let disagree = 1;
  for (const row of tallies) {
    const tally = row[statement];
    if (tally === undefined) continue;
    agree *= smoothedShare(tally.agrees, tally.seen);
    disagree *= smoothedShare(tally.disagrees, tally.seen);
  }
  return { agree, disagree };
}
