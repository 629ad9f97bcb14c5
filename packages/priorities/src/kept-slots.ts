/**
 * A group's claim to a slot: the issue is important to it in particular and is the `choice`-th of its own most
 * supported issues, so it belongs among the first ⌈choice · n / n_group⌉ of the list.
 */
export type Claim = {
  readonly issue: number;
  readonly groupKey: string;
  readonly choice: number;
  /** The position, from 1, by which the issue should stand in the list. */
  readonly due: number;
};

/**
 * Weaves claims into a plain order with as little change as they allow.
 *
 * Claims stand in the order in which they fall due. Where more fall due by a position than there are positions
 * (groups overlap: a girl of twelve is in two), the later ones slide to the next free position. Then every claim is
 * given the latest slot that still keeps it and those before it in time. The list is filled from the top: a slot
 * whose claim has not come by itself takes that issue; any other takes the next of the plain order.
 *
 * Why the groups of one split are always served in time: by position k they claim at most
 * Σ ⌊k · n_group / n⌋ ≤ k slots, so nobody slides (earliest due date first; Jackson 1955).
 *
 * @param plain issues in plain order, as indexes
 * @returns the final order, and for each issue that stands higher than it would have, the claim that holds it there
 */
export function weave(
  plain: readonly number[],
  claims: readonly Claim[],
): { order: number[]; keptBy: ReadonlyMap<number, Claim> } {
  const slotOf = latestSlots(claims);
  const keptBy = new Map<number, Claim>();
  const isPlaced = new Set<number>();
  const order: number[] = [];
  let next = 0;
  while (order.length < plain.length) {
    while (isPlaced.has(plain[next]!)) next += 1;
    const claim = slotOf.get(order.length + 1);
    const isHeld = claim !== undefined && !isPlaced.has(claim.issue) && claim.issue !== plain[next];
    const issue = isHeld ? claim.issue : plain[next]!;
    if (isHeld) keptBy.set(issue, claim);
    isPlaced.add(issue);
    order.push(issue);
  }
  return { order, keptBy };
}

/** Slots from the last claim to the first: each its due position, but before the slot of the claim after it. */
function latestSlots(claims: readonly Claim[]): Map<number, Claim> {
  const slots = new Map<number, Claim>();
  let before = Infinity;
  for (let index = claims.length - 1; index >= 0; index -= 1) {
    const claim = claims[index]!;
    const feasible = Math.max(claim.due, index + 1);
    before = Math.min(feasible, before - 1);
    slots.set(before, claim);
  }
  return slots;
}
