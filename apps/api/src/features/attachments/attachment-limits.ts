import type { RateLimit } from '@samleng/server';

/** Bytes of a part; only the last one may be shorter. */
export const partSize = 32 * 1024;

/** Two minutes of speech are a quarter of this; some phones' recorders are wasteful. */
export const mostAttachmentBytes = 1024 * 1024;

/** Seconds: two minutes, and what a recorder takes to stop. */
export const longestRecording = 122;

/** Recordings that a giver begins. */
export const attachmentsByGiver = { points: 20, seconds: 3_600 } as const satisfies RateLimit;

/** Beyond this an address only waits a moment: a school is one address. */
export const attachmentsByAddress = { points: 120, seconds: 3_600 } as const satisfies RateLimit;
export const slowedBy = 1_000;

/** Hours for which a recording waits for its concern: a phone may be away from its network for two days. */
export const hoursUntaken = 48;
