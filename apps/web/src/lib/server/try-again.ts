import type { Outcome } from './service-door.ts';

/** Pauses before the second and the third try, in milliseconds: with the waiting at the service, ten seconds in all. */
const pauses = [800, 1_600] as const;

/**
 * Tries again while the service says that too many ask at once, for writes that bear an idempotency key: when a whole
 * class presses "send" together, nobody should have to press twice.
 *
 * @param work one try
 * @param pause waits so many milliseconds
 */
export async function tryAgain<Result>(
  work: () => Promise<Outcome<Result>>,
  pause: (milliseconds: number) => Promise<void> = waiting,
): Promise<Outcome<Result>> {
  let outcome = await work();
  for (const milliseconds of pauses) {
    if (outcome.ok || !outcome.isBusy) return outcome;
    await pause(milliseconds);
    outcome = await work();
  }
  return outcome;
}

function waiting(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
