import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Change, KitStore, KitStoreName } from '../../src/desk/kit/store/kitStore.ts';

/** Where the kit's database would be; the browser's own is met in the walks. */
export function memoryKitStore() {
  const stores = new Map<KitStoreName, Map<IDBValidKey, unknown>>();
  const storeOf = (name: KitStoreName) => {
    const store = stores.get(name) ?? new Map<IDBValidKey, unknown>();
    stores.set(name, store);
    return store;
  };
  function apply(change: Change): void {
    const store = storeOf(change.store);
    if (change.kind === 'clear') store.clear();
    else if (change.kind === 'delete') store.delete(change.key);
    else store.set(change.key, structuredClone(change.value));
  }
  const store: KitStore = {
    get: async (name, key) => storeOf(name).get(key),
    all: async (name) => [...storeOf(name)].map(([key, value]) => ({ key, value })),
    count: async (name) => storeOf(name).size,
    async write(changes) {
      const taken = changes.some(
        ({ kind, ...at }) => kind === 'add' && 'key' in at && storeOf(at.store).has(at.key),
      );
      if (taken) return refuse({ code: 'storage/taken' });
      for (const change of changes) apply(change);
      return ok(null);
    },
    async erase() {
      stores.clear();
    },
    async sweep() {},
  };
  /** Everything that is kept, as bytes a thief would search. */
  const bytes = () =>
    Buffer.concat(
      [...stores.values()].flatMap((kept) => [...kept].map(([key, value]) => flat([key, value]))),
    );
  return { ...store, bytes };
}

function flat(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return Buffer.concat(value.map(flat));
  if (typeof value === 'object' && value !== null) return Buffer.concat(Object.values(value).map(flat));
  return Buffer.from(String(value));
}
