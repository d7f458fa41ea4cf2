import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import * as v from 'valibot';

/** An ES256 key pair of this browser. The private half cannot be exported, not even by this page. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly jwk: PublicJwk;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  return { privateKey, jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! } };
}

/** How a key lies in a store. Made when it is needed: a page over plain http knows no `CryptoKey`. */
export const signingKeyRecord = () =>
  v.object({
    privateKey: v.instance(CryptoKey),
    jwk: v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string() }),
  });
