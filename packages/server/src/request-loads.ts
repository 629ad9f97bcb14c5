import DataLoader from 'dataloader';
import type { DatabaseEntityManager } from './database.ts';

/** What loading and transactions need to know of the request they serve. */
export type LoadingRequest = {
  readonly em: DatabaseEntityManager;
  readonly batches: Map<unknown, unknown>;
};

/** Loads many at once: the answers in any order, missing ones left out. */
export type RequestBatch<Request extends LoadingRequest, Key, Value> = (
  request: Request,
  keys: readonly Key[],
) => Promise<ReadonlyMap<Key, Value>>;

/**
 * Asks for one thing; what is asked for in the same turn is loaded together, and once per request.
 *
 * @example const commune = await load(request, placesByCode, issue.communeCode);
 */
export function load<Request extends LoadingRequest, Key, Value>(
  request: Request,
  batch: RequestBatch<Request, Key, Value>,
  key: Key,
): Promise<Value | undefined> {
  return loaderOf(request, batch).load(key);
}

/** Keeps what another query brought along, so that it is not asked for again in this request. */
export function keepLoaded<Request extends LoadingRequest, Key, Value>(
  request: Request,
  batch: RequestBatch<Request, Key, Value>,
  key: Key,
  value: Value | undefined,
): void {
  loaderOf(request, batch).prime(key, value);
}

/** Forgets what was loaded, after a deed has changed it. */
export function forgetLoaded(request: LoadingRequest): void {
  request.batches.clear();
}

function loaderOf<Request extends LoadingRequest, Key, Value>(
  request: Request,
  batch: RequestBatch<Request, Key, Value>,
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

/**
 * Runs a deed in one transaction, on an entity manager of its own. All of it happens, or nothing. Afterwards the
 * request has forgotten what it had loaded.
 *
 * Inside, use the request given and no other entity manager: the embedded database has one connection.
 */
export async function inTransaction<Request extends LoadingRequest, Value>(
  request: Request,
  work: (inside: Request) => Promise<Value>,
): Promise<Value> {
  const value = await request.em
    .fork({ clear: true })
    .transactional((em) => work({ ...request, em: em as DatabaseEntityManager, batches: new Map() }));
  request.em.clear();
  forgetLoaded(request);
  return value;
}
