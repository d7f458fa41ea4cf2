import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import { makeSigningKey, type SigningKey, signingKeyRecord } from '../../shared/signingKey.ts';
import type { WalletStore } from './walletStore.ts';

/**
 * The key that binds an IKD to this handset, made at its first use.
 * @param person whose key, where it is not that of whoever uses the telephone now
 */
export function obtainDeviceKey(store: WalletStore, person = ''): Promise<SigningKey> {
  // Two tabs that both make a key would leave one of them with a key that is not kept.
  return alone(`device-key${person}`, async () => {
    const kept = v.safeParse(signingKeyRecord(), await store.get('handset', 'key'));
    if (kept.success) return kept.output;
    const made = await makeSigningKey();
    await store.put('handset', 'key', made);
    return made;
  });
}
