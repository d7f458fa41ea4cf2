import type { WalletStore } from '../../src/wallet/handset/walletStore.ts';

/** Where IndexedDB would be; the browser's own is met in the walks. */
export function memoryStore(): WalletStore {
  const kept = new Map<string, unknown>();
  return {
    get: async (store, key) => kept.get(`${store}/${key}`),
    put: async (store, key, value) => {
      kept.set(`${store}/${key}`, value);
    },
    delete: async (store, key) => {
      kept.delete(`${store}/${key}`);
    },
    clear: async (store) => {
      for (const name of kept.keys()) if (name.startsWith(`${store}/`)) kept.delete(name);
    },
  };
}
