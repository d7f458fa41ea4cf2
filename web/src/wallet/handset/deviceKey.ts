import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import * as v from 'valibot';
import { alone } from './alone.ts';
import type { WalletStore } from './walletStore.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The key that binds an IKD to this handset. The private half cannot be exported, not even by this page. */
export interface DeviceKey {
  readonly privateKey: CryptoKey;
  readonly jwk: PublicJwk;
}

/** The handset's key, made at its first use. */
export function obtainDeviceKey(store: WalletStore): Promise<DeviceKey> {
  // Two tabs that both make a key would leave one of them with a key that is not kept.
  return alone('device-key', async () => {
    const kept = v.safeParse(keyRecord(), await store.get('handset', 'key'));
    if (kept.success) return kept.output;
    const made = await makeKey();
    await store.put('handset', 'key', made);
    return made;
  });
}

async function makeKey(): Promise<DeviceKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! } };
}

const keyRecord = () =>
  v.object({
    privateKey: v.instance(CryptoKey),
    jwk: v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string() }),
  });
