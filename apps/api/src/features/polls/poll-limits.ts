import type { RateLimit } from '@samleng/server';

export const longestQuestion = 200;
export const longestOption = 120;
/** Options of a poll; statements may be more. */
export const mostOptions = 30;
export const mostStatements = 300;

/** Proposals of a device. */
export const proposalsByDevice = { points: 5, seconds: 3_600 } as const satisfies RateLimit;

/** A picture or recording given to a poll, how long a recording may be, and how many files of a kind a poll holds. */
export const mostMediaBytes = 5 * 1024 * 1024;
export const longestSound = 122;
export const mostMedia = 700;

/** Cards that need no passphrase given again. */
export const cardsWithoutPassphrase = 30;
/** Cards of one batch. */
export const mostCards = 1_000;

/**
 * Ballots of a phone, and tries with cards that do not fit; a facilitator's own session has no such limit, for a
 * whole club answers on one tablet.
 */
export const ballotsByDevice = { points: 20, seconds: 3_600 } as const satisfies RateLimit;
export const wrongCardsByDevice = { points: 10, seconds: 900 } as const satisfies RateLimit;
/** A school is one address: beyond this a ballot only waits a moment. */
export const ballotsByAddress = { points: 300, seconds: 600 } as const satisfies RateLimit;
export const wrongCardsByAddress = { points: 100, seconds: 900 } as const satisfies RateLimit;
export const slowedBy = 1_000;

/** More cards of one batch from one phone within this time, outside a facilitator's session, are worth a look. */
export const burst = { cards: 5, seconds: 300 } as const;
