/** The children's words on the last thing the office said. */
export type VerdictCounts = { readonly solved: number; readonly partly: number; readonly notSolved: number };

/** Voices that are needed to open an issue again, where it has so many supporters. */
export const reopeningQuorum = 3;

/**
 * What the children's verdicts make of an issue its office calls over.
 *
 * - CONFIRMED when more than half of all verdicts, and at least one, say it is solved.
 * - REOPENED when more than half say it is not solved, and at least three children have spoken: an office is sent back
 *   to work by a group, not by one phone. Where fewer than three support it, all of them are enough.
 * - Otherwise nothing: "partly" counts among all, and a tie decides nothing.
 *
 * @param supporters how many support the issue
 * @example outcomeOf({ solved: 1, partly: 0, notSolved: 2 }, 40) // 'REOPENED'
 */
export function outcomeOf(counts: VerdictCounts, supporters: number): 'CONFIRMED' | 'REOPENED' | null {
  const all = counts.solved + counts.partly + counts.notSolved;
  if (counts.solved * 2 > all) return 'CONFIRMED';
  const quorum = Math.max(1, Math.min(reopeningQuorum, supporters));
  return counts.notSolved * 2 > all && all >= quorum ? 'REOPENED' : null;
}
