import type { Clock } from '@samleng/kernel';
import type { EnvelopeKeys, LoadingRequest, Log, RateLimits, ReceiptKeys } from '@samleng/server';
import type { Settings } from './config.ts';
import type { Viewer } from './features/accounts/index.ts';
import type { ReferralDoors } from './features/referrals/index.ts';
import type { UnlockedKeys } from './sealing/unlocked-keys.ts';

/** What stands still while the service runs. */
export type Service = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly rates: RateLimits;
  readonly log: Log;
  /** What a receipt's digits open; missing without the pepper: then nothing is taken in and nothing opens. */
  readonly stretchReceipt: ((digits: string) => Promise<ReceiptKeys>) | null;
  /** The keys of workers who are signed in here. */
  readonly unlocked: UnlockedKeys;
  /** To these phones and the participation service seal. */
  readonly deskKeys: EnvelopeKeys;
  readonly breakGlassPublicKey: Uint8Array;
  /** Days on which nobody is on call unless the roster says so. */
  readonly holidays: ReadonlySet<string>;
  readonly doors: ReferralDoors;
};

/** All that a deed may know of the request it serves. */
export type DeskRequest = Service &
  LoadingRequest & {
    readonly viewer: Viewer;
    readonly requestId: string;
    /** Where the request came from, for rate limits only: never stored, never logged. */
    readonly clientAddress: string;
  };
