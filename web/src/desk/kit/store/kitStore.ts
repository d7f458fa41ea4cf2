import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { openDatabase, type StoreRefusal } from '../../../shared/store.ts';

/**
 * What a kit keeps in the browser, in a database of its own. In plain form lie `about` (which session, until when, which
 * officers) and `outcomes` (what the server said, by number). `locks`: one for each officer. `copies`: of each entry with its
 * photograph, encrypted to the server. The rest is sealed under the kit's keys.
 */
const STORES = [
  'about',
  'locks',
  'settings',
  'residents',
  'entries',
  'photos',
  'copies',
  'outcomes',
] as const;
const DATABASE = 'kit';

export type KitStoreName = (typeof STORES)[number];

export type Change =
  | { readonly kind: 'put'; readonly store: KitStoreName; readonly key: IDBValidKey; readonly value: unknown }
  /** Fails when the key is taken: the whole transaction with it. */
  | { readonly kind: 'add'; readonly store: KitStoreName; readonly key: IDBValidKey; readonly value: unknown }
  | { readonly kind: 'delete'; readonly store: KitStoreName; readonly key: IDBValidKey }
  | { readonly kind: 'clear'; readonly store: KitStoreName };

export type WriteCode = 'storage/full' | 'storage/taken' | 'storage/broken';

export interface KitStore {
  get(store: KitStoreName, key: IDBValidKey): Promise<unknown>;
  /** In the order of their keys. */
  all(store: KitStoreName): Promise<readonly { readonly key: IDBValidKey; readonly value: unknown }[]>;
  count(store: KitStoreName): Promise<number>;
  /** All of it is on disk when this resolves, or none. */
  write(changes: readonly Change[]): Promise<Result<null, { code: WriteCode }>>;
  /** Everything goes, as far as the browser lets it. */
  erase(): Promise<void>;
  /** Asks the browser to write anew the files in which what was deleted still lies. */
  sweep(): Promise<void>;
}

const open = () => openDatabase({ database: DATABASE, version: 1, stores: STORES });

export async function openKitStore(): Promise<Result<KitStore, StoreRefusal>> {
  const opened = await open();
  return opened.ok ? ok(kitStoreIn(opened.value)) : opened;
}

function kitStoreIn(opened: IDBDatabase): KitStore {
  let database = opened;
  function read<T>(name: KitStoreName, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return settled(ask(database.transaction(name, 'readonly').objectStore(name)));
  }
  return {
    get: (name, key) => read(name, (store) => store.get(key)),
    async all(name) {
      const store = database.transaction(name, 'readonly').objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return keys.map((key, index) => ({ key, value: values[index] }));
    },
    count: (name) => read(name, (store) => store.count()),
    write: (changes) => write(database, changes),
    async erase() {
      database.close();
      await settled(indexedDB.deleteDatabase(DATABASE));
      const again = await open();
      if (again.ok) database = again.value;
    },
    sweep,
  };
}

/**
 * LevelDB, in which Chromium keeps IndexedDB, only marks a record as deleted; its bytes stay in a file until that file is
 * rewritten. Deleting a database is what makes Chromium rewrite them, often and not always (decision 0032).
 */
async function sweep(): Promise<void> {
  const name = `${DATABASE}-sweep`;
  const opened = await openDatabase({ database: name, version: 1, stores: ['nothing'] });
  if (!opened.ok) return;
  opened.value.close();
  await settled(indexedDB.deleteDatabase(name));
}

/** `durability: 'strict'`: the browser has asked the disk to keep it before it says so. */
function write(
  database: IDBDatabase,
  changes: readonly Change[],
): Promise<Result<null, { code: WriteCode }>> {
  return new Promise((resolve) => {
    const failed = (error: DOMException | null) => resolve(refuse({ code: codeOf(error) }));
    try {
      const names = [...new Set(changes.map(({ store }) => store))];
      const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve(ok(null));
      transaction.onabort = () => failed(transaction.error);
      for (const change of changes) apply(transaction.objectStore(change.store), change);
    } catch (error) {
      failed(error instanceof DOMException ? error : null);
    }
  });
}

function apply(store: IDBObjectStore, change: Change): void {
  switch (change.kind) {
    case 'put':
      store.put(change.value, change.key);
      return;
    case 'add':
      store.add(change.value, change.key);
      return;
    case 'delete':
      store.delete(change.key);
      return;
    case 'clear':
      store.clear();
  }
}

/** The names are those of Indexed Database API 3.0, section 3.2. */
function codeOf(error: DOMException | null): WriteCode {
  if (error?.name === 'QuotaExceededError') return 'storage/full';
  return error?.name === 'ConstraintError' ? 'storage/taken' : 'storage/broken';
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
