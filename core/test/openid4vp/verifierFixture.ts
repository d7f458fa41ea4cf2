import { webcrypto } from 'node:crypto';
import { createAccessCertificate, createRoot, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { webSigner, webSuite } from '@jatidiri/core/kit/webSuite.ts';
import {
  createRequestObject,
  hashClientId,
  type RequestTerms,
} from '@jatidiri/core/openid4vp/requestObject.ts';
import {
  type RequestArrival,
  type RequestTrust,
  verifyRequestObject,
} from '@jatidiri/core/openid4vp/verifyRequestObject.ts';
import {
  crypto,
  NOW,
  newKeys,
  newSerial,
  publicJwkOf,
  VALID_FROM,
  VALID_TO,
} from '../chain/issuerFixture.ts';

export const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
export const HOST = 'rs.example.go.id';
export const RESPONSE_URI = `https://${HOST}/verification/responses/1`;
export const REQUEST_URI = `https://${HOST}/verification/requests/1`;

/** An authority for access certificates, and one verifier that it certified. */
export async function newVerifier(dnsNames: readonly string[] = [HOST]) {
  const validity = { notBefore: VALID_FROM, notAfter: VALID_TO };
  const rootKeys = await newKeys();
  const root = { subject: 'CN=Akar Pengguna Data (contoh), C=ID', serial: newSerial(), ...validity };
  const rootDer = await createRoot(root, rootKeys, crypto);
  const keys = await newKeys();
  const subject = 'CN=Rumah Sakit Contoh, O=RS Contoh, C=ID';
  const terms = { subject, serial: newSerial(), publicKey: keys.publicKey, dnsNames, ...validity };
  const der = await createAccessCertificate(terms, { der: rootDer, privateKey: rootKeys.privateKey }, crypto);
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', der));
  return {
    sign: webSigner(crypto.subtle, keys.privateKey),
    signingKeys: keys,
    x5c: [toX5c(der)],
    clientId: hashClientId(sha256),
    verifyChain: chainVerifier([rootDer], crypto),
  };
}
export const verifier = await newVerifier();

const encryptionKeys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
  'deriveBits',
]);
export const encryptionKey = encryptionKeys.privateKey;
export const encryptTo = { jwk: await publicJwkOf(encryptionKeys.publicKey), kid: 'k1' };

export const dcqlQuery: JsonObject = {
  credentials: [
    {
      id: 'ikd',
      format: 'dc+sd-jwt',
      meta: { vct_values: ['urn:jatidiri:ikd:1'] },
      claims: [{ path: ['name'] }, { path: ['age_over_17'] }],
    },
  ],
};

export const terms: RequestTerms = {
  clientId: verifier.clientId,
  responseMode: 'direct_post',
  responseUri: RESPONSE_URI,
  nonce: 'n-0S6_WzA2Mj',
  state: 'af0ifjsldkj',
  dcqlQuery,
  issuedAt: NOW,
  expiresAt: new Date(NOW.getTime() + 300_000),
};
export const arrival: RequestArrival = { kind: 'link', clientId: terms.clientId, requestUri: REQUEST_URI };
export const trust: RequestTrust = { suite, verifyChain: verifier.verifyChain, now: NOW };

export const request = (
  changes: Partial<RequestTerms> = {},
  by: Pick<typeof verifier, 'sign' | 'x5c'> = verifier,
) => createRequestObject(by, { ...terms, ...changes });

/** `ok`, or the code of the refusal. */
export async function outcomeOf(
  requestObject: string | Promise<string>,
  changes: Partial<Extract<RequestArrival, { kind: 'link' }>> = {},
  trusting: Partial<RequestTrust> = {},
): Promise<string> {
  const come = { ...arrival, ...changes } as RequestArrival;
  const outcome = await verifyRequestObject(await requestObject, come, { ...trust, ...trusting });
  return outcome.ok ? 'ok' : outcome.refusal.code;
}
