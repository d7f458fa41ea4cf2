import 'reflect-metadata';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import type { PublicJwk } from '../kit/suite.ts';
import { p256OfSpki } from './certificate.ts';

/**
 * The public key of a PKCS #10 request (RFC 2986, PEM), proven by the request's own signature; undefined when it is
 * none, is not signed by that key, or the key is not on P-256. Names and extensions are not read: who certifies knows
 * better.
 */
export async function readCertificateRequest(pem: string, crypto: Crypto): Promise<PublicJwk | undefined> {
  try {
    const request = new Pkcs10CertificateRequest(pem);
    const jwk = p256OfSpki(new Uint8Array(request.publicKey.rawData));
    return jwk && (await request.verify(crypto)) ? jwk : undefined;
  } catch {
    return undefined;
  }
}
