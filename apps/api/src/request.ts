import type { Clock } from '@samleng/kernel';
import type { DatabaseEntityManager, Log, RateLimits } from '@samleng/server';
import DataLoader from 'dataloader';
import type { Settings } from './config.ts';
import type { Viewer } from './features/accounts/index.ts';
import type { CastingWatch } from './features/polls/index.ts';
import type { News } from './news.ts';

export type Language = 'km' | 'en';

/** What stands still while a service runs. */
export type Service = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly news: News;
  readonly rates: RateLimits;
  readonly castingWatch: CastingWatch;
  readonly log: Log;
};

/** All that a deed may know of the request it serves. */
export type ApiRequest = Service & {
  readonly em: DatabaseEntityManager;
  readonly viewer: Viewer;
  readonly language: Language;
  readonly requestId: string;
  /** Where the request came from, for rate limits only: never stored, never logged. */
  readonly clientAddress: string;
  readonly batches: Map<unknown, unknown>;
};

/** Loads many at once: the answers in any order, missing ones left out. */
export type Batch<Key, Value> = (
  request: ApiRequest,
  keys: readonly Key[],
) => Promise<ReadonlyMap<Key, Value>>;

/**
 * Asks for one thing; what is asked for in the same turn is loaded together, and once per request.
 *
 * @example const commune = await load(request, placesByCode, issue.communeCode);
 */
export function load<Key, Value>(
  request: ApiRequest,
  batch: Batch<Key, Value>,
  key: Key,
): Promise<Value | undefined> {
  return loaderOf(request, batch).load(key);
}

/** Keeps what another query brought along, so that it is not asked for again in this request. */
export function keepLoaded<Key, Value>(
  request: ApiRequest,
  batch: Batch<Key, Value>,
  key: Key,
  value: Value | undefined,
): void {
  loaderOf(request, batch).prime(key, value);
}

function loaderOf<Key, Value>(
  request: ApiRequest,
  batch: Batch<Key, Value>,
): DataLoader<Key, Value | undefined> {
  const made = request.batches.get(batch) as DataLoader<Key, Value | undefined> | undefined;
  if (made !== undefined) return made;
  const loader = new DataLoader<Key, Value | undefined>(async (keys) => {
    const found = await batch(request, keys);
    return keys.map((wanted) => found.get(wanted));
  });
  request.batches.set(batch, loader);
  return loader;
}

/** Forgets what was loaded, after a deed has changed it. */
export function forgetLoaded(request: ApiRequest): void {
  request.batches.clear();
}

/** Runs a deed in one transaction, on an entity manager of its own. All of it happens, or nothing. */
export async function inTransaction<Value>(
  request: ApiRequest,
  work: (inside: ApiRequest) => Promise<Value>,
): Promise<Value> {
  const value = await request.em
    .fork({ clear: true })
    .transactional((em) => work({ ...request, em: em as DatabaseEntityManager, batches: new Map() }));
  request.em.clear();
  forgetLoaded(request);
  return value;
}
