import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import { makeSigningKey, type SigningKey, signingKeyRecord } from '../../shared/signingKey.ts';
import type { DeskStore } from '../deskStore.ts';

/** The key with which this desk signs one officer's decisions. */
export interface DeskKey extends SigningKey {
  readonly thumbprint: string;
}

/** The officer's key at this desk, made at its first use. */
export async function obtainDeskKey(store: DeskStore, officer: string): Promise<DeskKey> {
  // Two tabs that both make a key would leave one of them with a key that is not kept.
  const key = await alone('desk-key', async () => {
    const kept = v.safeParse(signingKeyRecord(), await store.get('keys', officer));
    if (kept.success) return kept.output;
    const made = await makeSigningKey();
    await store.put('keys', officer, made);
    return made;
  });
  return { ...key, thumbprint: await thumbprint(webSuite(crypto.subtle), key.jwk) };
}

/** A key that the server has revoked makes room for a new one. */
export function forgetDeskKey(store: DeskStore, officer: string): Promise<void> {
  return store.delete('keys', officer);
}

/** Every officer's: nothing that signs stays in this browser. */
export const forgetDeskKeys = (store: DeskStore): Promise<void> => store.clear('keys');
