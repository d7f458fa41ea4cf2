import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';

/** Values in IndexedDB by store and key: whatever structured clone knows, keys that cannot be exported included. */
export interface Store<Name extends string> {
  /** The caller parses: what lies in a browser's storage may be of an older version. */
  get(store: Name, key: string): Promise<unknown>;
  /** Resolves when the value is on disk. */
  put(store: Name, key: string, value: unknown): Promise<void>;
  delete(store: Name, key: string): Promise<void>;
  clear(store: Name): Promise<void>;
}

export interface StoreOptions<Name extends string> {
  readonly database: string;
  /** Raise it when `stores` grows. */
  readonly version: number;
  readonly stores: readonly Name[];
}

/** `forbidden`: a private window or a setting. `blocked`: another tab still has an older version open. */
export interface StoreRefusal {
  readonly code: 'storage/forbidden' | 'storage/blocked';
}

/** Opens the database, making the stores that are missing. Full storage and broken disks are faults and reject later. */
export async function openStore<Name extends string>(
  options: StoreOptions<Name>,
): Promise<Result<Store<Name>, StoreRefusal>> {
  const opened = await openDatabase(options);
  return opened.ok ? ok(storeIn(opened.value)) : opened;
}

/** The same for whoever needs more of IndexedDB than single values. */
export function openDatabase(options: StoreOptions<string>): Promise<Result<IDBDatabase, StoreRefusal>> {
  return new Promise((resolve) => {
    const forbidden = () => resolve(refuse({ code: 'storage/forbidden' }));
    try {
      const opening = indexedDB.open(options.database, options.version);
      opening.onupgradeneeded = () => makeMissing(opening.result, options.stores);
      opening.onblocked = () => resolve(refuse({ code: 'storage/blocked' }));
      opening.onerror = forbidden;
      opening.onsuccess = () => {
        const database = opening.result;
        // A newer version in another tab must not wait for this one.
        database.onversionchange = () => database.close();
        resolve(ok(database));
      };
    } catch {
      forbidden();
    }
  });
}

function makeMissing(database: IDBDatabase, stores: readonly string[]): void {
  for (const name of stores) {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
  }
}

function storeIn<Name extends string>(database: IDBDatabase): Store<Name> {
  function run<T>(
    name: Name,
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('storage: aborted'));
    });
  }
  return {
    get: (name, key) => run(name, 'readonly', (store) => store.get(key)),
    put: (name, key, value) => run(name, 'readwrite', (store) => store.put(value, key)).then(() => undefined),
    delete: (name, key) => run(name, 'readwrite', (store) => store.delete(key)),
    clear: (name) => run(name, 'readwrite', (store) => store.clear()),
  };
}

/** Asks the browser not to clear this origin when space is short. It may say no; the data are there all the same. */
export async function askToKeepStorage(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
