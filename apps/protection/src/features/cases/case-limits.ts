import type { RateLimit } from '@samleng/server';

/** A device that sends more is refused; sending the same form again does not count. */
export const disclosuresByDevice = { points: 5, seconds: 3_600 } as const satisfies RateLimit;

/** An address from which more come is slowed, never refused: a school is one address. */
export const disclosuresByAddress = { points: 60, seconds: 3_600 } as const satisfies RateLimit;

/** How long a slowed request waits, in milliseconds: within the three seconds an operation has. */
export const slowedBy = 1_000;

/** Tries with a receipt, right or wrong. */
export const receiptTries = { points: 5, seconds: 900 } as const satisfies RateLimit;

/** Most characters. */
export const longestReport = 4_000;
export const longestMessage = 2_000;
export const longestNote = 4_000;
export const longestAlias = 80;
export const longestCallback = 300;

/** Seconds of a recording, with a little patience for phones that stop late; bytes of it; recordings of a case. */
export const longestVoice = 122;
export const mostVoiceBytes = 1024 * 1024;
export const mostVoices = 10;

/** The promises of time. */
export const urgentLookMinutes = 60;
export const otherLookHours = 24;
export const daysKeptAfterClosing = 90;
export const hour = 3_600_000;
export const day = 24 * hour;
