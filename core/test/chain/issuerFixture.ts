import { webcrypto } from 'node:crypto';
import { createIssuer, createRoot, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk, SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';

export const crypto = webcrypto as unknown as Crypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export const VALID_FROM = new Date('2026-01-01T00:00:00Z');
export const VALID_TO = new Date('2031-01-01T00:00:00Z');
export const NOW = new Date('2026-11-22T04:00:00Z');
export const ISSUER_URI = 'https://ikd.example.go.id';

export const newKeys = () => crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
export const newSerial = (): Bytes => crypto.getRandomValues(new Uint8Array(16));

export async function publicJwkOf(key: CryptoKey): Promise<PublicJwk> {
  return parsePublicJwk(await crypto.subtle.exportKey('jwk', key))!;
}

export interface Signer {
  readonly publicJwk: PublicJwk;
  readonly sign: SignEs256;
}

export async function newSigner(): Promise<Signer> {
  const keys = await newKeys();
  return { publicJwk: await publicJwkOf(keys.publicKey), sign: webSigner(crypto.subtle, keys.privateKey) };
}

/** A root and one issuer below it, as the server makes them at its first start. */
export async function newIssuer(
  subject = 'CN=Penerbit IKD (contoh), O=Disdukcapil Sintetis, C=ID',
  validity = { notBefore: VALID_FROM, notAfter: VALID_TO },
) {
  const rootKeys = await newKeys();
  const rootTerms = { subject: 'CN=Akar IKD (contoh), C=ID', serial: newSerial(), ...validity };
  const rootDer = await createRoot(rootTerms, rootKeys, crypto);
  const keys = await newKeys();
  const terms = { subject, serial: newSerial(), publicKey: keys.publicKey, uri: ISSUER_URI, ...validity };
  const der = await createIssuer(terms, { der: rootDer, privateKey: rootKeys.privateKey }, crypto);
  return {
    rootDer,
    rootKeys,
    der,
    keys,
    x5c: [toX5c(der)],
    publicJwk: await publicJwkOf(keys.publicKey),
    sign: webSigner(crypto.subtle, keys.privateKey),
    verifyChain: chainVerifier([rootDer], crypto),
  };
}
