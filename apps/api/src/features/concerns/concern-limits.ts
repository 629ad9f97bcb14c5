import type { RateLimit } from '@samleng/server';

/** A device that raises more is refused. */
export const concernsByDevice = { points: 5, seconds: 3_600 } as const satisfies RateLimit;

/** An address from which more come is slowed, never refused: a school is one address. */
export const concernsByAddress = { points: 60, seconds: 3_600 } as const satisfies RateLimit;

/** How long a slowed request waits, in milliseconds: within the three seconds an operation has. */
export const slowedBy = 1_000;

/** Tries with a receipt, right or wrong. */
export const receiptTries = { points: 5, seconds: 900 } as const satisfies RateLimit;

/** Most characters of a concern's words and of a note to its child. */
export const longestConcern = 4_000;
export const longestNote = 1_000;

/** Days after moderation for which a concern's own words are kept. */
export const daysWordsAreKept = 30;
