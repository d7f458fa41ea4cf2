import { fromBase64url, toBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk, SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';

/**
 * What a lock keeps, in base64url: the keys of the kit, which its officers share, and one officer's own signing key.
 * It exists in plain form in the memory of an open kit alone.
 */
export const KitSecrets = v.object({
  /** AES-256: what the kit carries of expected residents; gone with the session. */
  carried: v.string(),
  /** HMAC-SHA-256: under which name a NIK is found among them. */
  index: v.string(),
  /** AES-256: what the kit wrote. */
  written: v.string(),
  /** P-256, PKCS#8: the kit key. */
  signing: v.string(),
});
export type KitSecrets = v.InferOutput<typeof KitSecrets>;

/** The same, ready for use; none of it can be exported again. */
export interface KitKeys {
  readonly carried: CryptoKey;
  readonly index: CryptoKey;
  readonly written: CryptoKey;
  readonly sign: SignEs256;
}

export type SharedSecrets = Omit<KitSecrets, 'signing'>;

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export const drawSharedSecrets = (): SharedSecrets => ({ carried: draw(), index: draw(), written: draw() });

const draw = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/** A kit key; its private half goes into a lock at once. */
export async function drawSigningSecret(): Promise<{ readonly secret: string; readonly jwk: PublicJwk }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  return { secret: toBase64url(pkcs8), jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! } };
}

export async function importKitKeys({ carried, index, written, signing }: KitSecrets): Promise<KitKeys> {
  const { subtle } = crypto;
  const aes = (secret: string) =>
    subtle.importKey('raw', fromBase64url(secret), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const privateKey = await subtle.importKey('pkcs8', fromBase64url(signing), P256, false, ['sign']);
  return {
    carried: await aes(carried),
    index: await subtle.importKey('raw', fromBase64url(index), hmac, false, ['sign']),
    written: await aes(written),
    sign: webSigner(subtle, privateKey),
  };
}
