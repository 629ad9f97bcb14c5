import { type GroupCount, zForOneInTen } from './support-share.ts';

/**
 * How much more a group supports an issue than the others do: the z value of the pooled two-proportion test, with
 * one added to every count so that empty groups neither divide by zero nor shout.
 *
 * Any textbook of statistics, "comparing two proportions"; the added one as in Polis (`two-prop-test`).
 *
 * @returns positive when the group supports it more, negative when less, 0 when nothing can be told
 * @example importanceToGroup({ agree: 9, seen: 19 }, { agree: 4, seen: 49 }) // 10/20 against 5/50: 3.6845…
 */
export function importanceToGroup(group: GroupCount, others: GroupCount): number {
  const agreeInside = group.agree + 1;
  const agreeOutside = others.agree + 1;
  const seenInside = group.seen + 1;
  const seenOutside = others.seen + 1;
  const pooled = (agreeInside + agreeOutside) / (seenInside + seenOutside);
  if (pooled >= 1) return 0;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / seenInside + 1 / seenOutside));
  return (agreeInside / seenInside - agreeOutside / seenOutside) / error;
}

/** Whether an issue is important to a group in particular: the test exceeds 1.2816 (one-sided, 90 %). */
export function isImportantToGroup(group: GroupCount, others: GroupCount): boolean {
  return importanceToGroup(group, others) > zForOneInTen;
}
