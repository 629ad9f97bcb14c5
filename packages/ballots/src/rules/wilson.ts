/** Lower and upper end. */
export type Interval = readonly [number, number];

/** The normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval of a share.
 *
 * @param share between 0 and 1
 * @param papers how many papers it is taken of; with none the interval is everything
 * @param z the normal quantile: 1.96 for 95 %
 * Source: E. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilsonInterval(share: number, papers: number, z: number): Interval {
  if (papers === 0) return [0, 1];
  const squared = (z * z) / papers;
  const middle = share + squared / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / papers + squared / (4 * papers));
  return [Math.max(0, (middle - reach) / (1 + squared)), Math.min(1, (middle + reach) / (1 + squared))];
}
