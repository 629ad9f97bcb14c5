/** Up to this many points the mean is over all of them, above over about half as many, taken at even distances. */
const MOST_AVERAGED = 2000;

/**
 * How well groups are set apart, from −1 to 1: the mean over points of (b − a) / max(a, b), a the mean distance to the
 * others of the own group, b to those of the nearest other group; 0 for a point alone (P. J. Rousseeuw, "Silhouettes",
 * J. Comput. Appl. Math. 20, 1987, section 2).
 *
 * The distances are always to all points. With more than 2,000 points the mean is over every ⌈n/1000⌉-th of them:
 * the full mean takes n² distances.
 */
export function silhouette(positions: Float64Array, groupOf: Int32Array, groups: number): number {
  const points = groupOf.length;
  const sizes = new Float64Array(groups);
  for (const group of groupOf) sizes[group] = (sizes[group] as number) + 1;
  const step = points <= MOST_AVERAGED ? 1 : Math.ceil((points * 2) / MOST_AVERAGED);
  const sums = new Float64Array(groups);
  let total = 0;
  let averaged = 0;
  for (let point = 0; point < points; point += step) {
    averaged += 1;
    const own = groupOf[point] as number;
    if ((sizes[own] as number) <= 1) continue;
    const x = positions[point * 2] as number;
    const y = positions[point * 2 + 1] as number;
    sums.fill(0);
    for (let other = 0; other < points; other += 1) {
      const dx = (positions[other * 2] as number) - x;
      const dy = (positions[other * 2 + 1] as number) - y;
      const group = groupOf[other] as number;
      sums[group] = (sums[group] as number) + Math.sqrt(dx * dx + dy * dy);
    }
    const within = (sums[own] as number) / ((sizes[own] as number) - 1);
    let nearest = Infinity;
    for (let group = 0; group < groups; group += 1) {
      if (group === own || sizes[group] === 0) continue;
      nearest = Math.min(nearest, (sums[group] as number) / (sizes[group] as number));
    }
    const longer = Math.max(within, nearest);
    if (longer > 0 && nearest < Infinity) total += (nearest - within) / longer;
  }
  return averaged === 0 ? 0 : total / averaged;
}
