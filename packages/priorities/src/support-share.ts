/** z of the one-sided 90 % bound: one time in ten the true share lies below the lower bound. */
export const zForOneInTen = 1.2816;

/** Of `seen` children of a group, `agree` support an issue. */
export type GroupCount = { readonly agree: number; readonly seen: number };

/**
 * The lower end of Wilson's score interval for a share: what one can rely on after so few or so many answers.
 * 3 of 3 counts for less than 90 of 100.
 *
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * J. Am. Stat. Assoc. 22 (1927), 209–212.
 *
 * @param successes from 0 to `trials`
 * @param trials 0 gives 0
 * @param z standard normal deviate of the wanted certainty
 * @returns a share from 0 to 1
 * @example wilsonLowerBound(3, 3)    // 0.6462…
 * @example wilsonLowerBound(90, 100) // 0.8548…
 */
export function wilsonLowerBound(successes: number, trials: number, z: number = zForOneInTen): number {
  if (trials <= 0 || successes <= 0) return 0;
  const share = successes / trials;
  const zz = z * z;
  const centre = share + zz / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share) + zz / (4 * trials)) / trials);
  return (centre - spread) / (1 + zz / trials);
}

/**
 * How much an issue matters to every group alike: the geometric mean of (A + 1) / (S + 2) over the groups. An issue
 * one group leaves cold scores low, however many of a large group want it.
 *
 * The factors are the group-informed consensus of Small, Bjorkegren, Erkkilä, Shaw, Megill, Polis: Scaling
 * deliberation by mapping high dimensional opinion spaces (2021); the root makes scores of different numbers of
 * groups comparable.
 *
 * @returns a share between 0 and 1; null without groups
 * @example groupBalancedScore([{ agree: 9, seen: 18 }, { agree: 1, seen: 14 }]) // √(10/20 · 2/16) = 0.25
 */
export function groupBalancedScore(groups: readonly GroupCount[]): number | null {
  if (groups.length === 0) return null;
  let logarithms = 0;
  for (const { agree, seen } of groups) logarithms += Math.log((agree + 1) / (seen + 2));
  return Math.exp(logarithms / groups.length);
}
