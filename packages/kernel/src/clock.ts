/** The only source of "now". Real in the services, moved by hand in tests and in the demo. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface MovableClock extends Clock {
  /** Sets the present instant. */
  moveTo(instant: Date): void;
  /** Moves the present forward by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved. */
export function movableClock(start: Date): MovableClock {
  let present = start.getTime();
  return {
    now: () => new Date(present),
    moveTo: (instant) => {
      present = instant.getTime();
    },
    advance: (milliseconds) => {
      present += milliseconds;
    },
  };
}
