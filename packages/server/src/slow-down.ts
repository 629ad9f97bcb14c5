/** After so many failures an account begins to answer slower. */
const freeTries = 5;
const longestSeconds = 300;

/**
 * How many seconds an account must wait before its next try: none for the first five failures, then 2, 4, 8 … up to
 * five minutes. Time alone ends it, so nobody can be locked out.
 */
export function waitAfterFailures(
  account: { failedTries: number; lastFailedAt?: Date | null },
  now: Date,
): number {
  if (account.failedTries < freeTries || !account.lastFailedAt) return 0;
  const seconds = Math.min(longestSeconds, 2 ** (account.failedTries - freeTries + 1));
  return Math.max(0, seconds - (now.getTime() - account.lastFailedAt.getTime()) / 1000);
}
