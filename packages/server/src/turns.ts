/** Too much is waiting already; the caller should be asked to come back. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';

  constructor() {
    super('Too much of this work is waiting already.');
  }
}

/** Lets a few pieces of heavy work run at once and the next ones wait, in order. */
export type Turns = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * @param atOnce pieces of work that may run together
 * @param waitingMost pieces that may wait; the next one is refused with `TooBusy`
 */
export function createTurns(atOnce: number, waitingMost: number): Turns {
  let running = 0;
  const waiting: Array<() => void> = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMost) throw new TooBusy();
      // The one that ends hands its place over: `running` does not change.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
