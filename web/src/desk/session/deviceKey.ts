import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import type { DeskStore } from '../deskStore.ts';

/** The key with which this desk signs one officer's decisions. The private half cannot be exported. */
export interface DeskKey {
  readonly privateKey: CryptoKey;
  readonly jwk: PublicJwk;
  readonly thumbprint: string;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The officer's key at this desk, made at its first use. */
export async function obtainDeskKey(store: DeskStore, officer: string): Promise<DeskKey> {
  const kept = v.safeParse(keyRecord(), await store.get('keys', officer));
  if (kept.success) return kept.output;
  const made = await makeKey();
  await store.put('keys', officer, made);
  return made;
}

/** A key that the server has revoked makes room for a new one. */
export function forgetDeskKey(store: DeskStore, officer: string): Promise<void> {
  return store.delete('keys', officer);
}

async function makeKey(): Promise<DeskKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const jwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! } as const;
  return { privateKey, jwk, thumbprint: await thumbprint(webSuite(crypto.subtle), jwk) };
}

const keyRecord = () =>
  v.object({
    privateKey: v.instance(CryptoKey),
    jwk: v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string() }),
    thumbprint: v.string(),
  });
