import type { Clock } from '@samleng/kernel';
import type { LoadingRequest, Log, RateLimits, RequestBatch } from '@samleng/server';
import type { Settings } from './config.ts';
import type { Viewer } from './features/accounts/index.ts';
import type { CastingWatch } from './features/polls/index.ts';
import type { Along } from './graph/brought-along.ts';
import type { News } from './news.ts';

export type Language = 'km' | 'en';

/** What stands still while a service runs. */
export type Service = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly news: News;
  readonly rates: RateLimits;
  readonly castingWatch: CastingWatch;
  /** What features to the right of issues add to a list of them. */
  readonly alongIssues: readonly Along[];
  readonly log: Log;
};

/** All that a deed may know of the request it serves. */
export type ApiRequest = Service &
  LoadingRequest & {
    readonly viewer: Viewer;
    readonly language: Language;
    readonly requestId: string;
    /** Where the request came from, for rate limits only: never stored, never logged. */
    readonly clientAddress: string;
  };

/** Loads many at once for a request of this service. */
export type Batch<Key, Value> = RequestBatch<ApiRequest, Key, Value>;

export { forgetLoaded, inTransaction, keepLoaded, load } from '@samleng/server';
