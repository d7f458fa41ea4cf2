import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import type { WalletStore } from '../handset/walletStore.ts';

type Keys = Readonly<Record<string, CryptoKey>>;

/** Every ring of the wallet, by its place in the store. */
export const KEY_RINGS = ['copyKeys', 'passKeys'] as const;

/** Keys that cannot be exported, beside the handset's own: each for one thing that is shown, by that thing's key id. */
export interface KeyRing {
  /** Takes these in, and lets go of all but the needed. */
  keep(added: Keys, needed: ReadonlySet<string>): Promise<void>;
  /** @throws Error when the key is gone */
  signerOf(keyId: string): Promise<SignEs256>;
}

/** Callers change it one after another (`alone`). */
export function openKeyRing(store: WalletStore, name: (typeof KEY_RINGS)[number]): KeyRing {
  async function read(): Promise<Keys> {
    const record = v.record(v.string(), v.instance(CryptoKey));
    const kept = v.safeParse(record, await store.get('handset', name));
    return kept.success ? kept.output : {};
  }
  return {
    async keep(added, needed) {
      const all = Object.entries({ ...(await read()), ...added });
      await store.put('handset', name, Object.fromEntries(all.filter(([keyId]) => needed.has(keyId))));
    },
    async signerOf(keyId) {
      const key = (await read())[keyId];
      if (!key) throw new Error('the key of what is to be shown is gone');
      return webSigner(crypto.subtle, key);
    },
  };
}
