/** One vote, in the hundred-thousandths that votes are counted in. */
export const one = 100_000;

/**
 * A paper's value after a surplus transfer: value × surplus ÷ votes, cut (not rounded) to five decimals.
 * The product passes 2^53 for large polls, so it is taken in big integers.
 *
 * Source: SSI 2007/42, schedule 1, rule 48(3).
 *
 * @param value of the paper when the option received it, in hundred-thousandths
 * @param surplus in hundred-thousandths
 * @param votes all votes of the option, in hundred-thousandths
 */
export function shareOfValue(value: number, surplus: number, votes: number): number {
  return Number((BigInt(value) * BigInt(surplus)) / BigInt(votes));
}

/** Hundred-thousandths of a vote as text with five decimals. */
export function votesAsText(hundredThousandths: number): string {
  const whole = Math.floor(hundredThousandths / one);
  const rest = hundredThousandths - whole * one;
  return `${whole}.${String(rest).padStart(5, '0')}`;
}
