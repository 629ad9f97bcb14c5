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
 * @param waitingMilliseconds how long a piece waits at most before it is refused with `TooBusy`: nobody waits for it
 *   any more when its request has run out of time, and doing it then would only make others late (default: for ever)
 */
export function createTurns(
  atOnce: number,
  waitingMost: number,
  waitingMilliseconds: number = Number.POSITIVE_INFINITY,
): Turns {
  let running = 0;
  const waiting: Array<() => void> = [];
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMost) throw new TooBusy();
      // The one that ends hands its place over: `running` does not change.
      await turnIn(waiting, waitingMilliseconds);
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

/** Takes a place in a line; refused, and out of the line, when its turn does not come in time. */
function turnIn(waiting: Array<() => void>, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = Number.isFinite(milliseconds) ? setTimeout(leave, milliseconds) : undefined;
    waiting.push(begin);
    function leave() {
      waiting.splice(waiting.indexOf(begin), 1);
      reject(new TooBusy());
    }
  });
}
