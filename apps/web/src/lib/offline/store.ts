import type { Item } from './item.ts';
import { leaving } from './leaving.ts';

// The phone's own database: one store of rows, and one of what the worker remembers of itself.

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  if (leaving.hasLeft) return Promise.reject(new Error('left'));
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('outbox', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('items', { keyPath: 'id' });
      request.result.createObjectStore('known');
    };
    request.onsuccess = () => {
      // Cleared from elsewhere ("leave now"): the next use opens it anew.
      request.result.onclose = request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** One transaction; done when it stands on the disk, as far as the browser knows. */
async function work<Found>(
  store: 'items' | 'known',
  mode: IDBTransactionMode,
  deed: (rows: IDBObjectStore) => IDBRequest<Found>,
): Promise<Found> {
  const transaction = (await database()).transaction(store, mode);
  return new Promise<Found>((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('not stored'));
    transaction.onabort = fail;
    transaction.onerror = fail;
    const request = deed(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
  });
}

export function allItems(): Promise<Item[]> {
  return work('items', 'readonly', (rows) => rows.getAll() as IDBRequest<Item[]>);
}

export function oneItem(id: string): Promise<Item | undefined> {
  return work('items', 'readonly', (rows) => rows.get(id) as IDBRequest<Item | undefined>);
}

/** @throws when the phone has no room left */
export async function putItem(item: Item): Promise<void> {
  await work('items', 'readwrite', (rows) => rows.put(item));
}

export async function removeItem(id: string): Promise<void> {
  await work('items', 'readwrite', (rows) => rows.delete(id));
}

export function recall(name: string): Promise<unknown> {
  return work('known', 'readonly', (rows) => rows.get(name) as IDBRequest<unknown>);
}

export async function remember(name: string, value: unknown): Promise<void> {
  await work('known', 'readwrite', (rows) => rows.put(value, name));
}

/** Takes the whole database away, so that not even its name is left. */
export async function forgetDatabase(): Promise<void> {
  const open = await opened?.catch(() => undefined);
  open?.close();
  opened = undefined;
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase('outbox');
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
