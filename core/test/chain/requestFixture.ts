import 'reflect-metadata';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import type { Bytes } from '../../src/kit/bytes.ts';

/** A certificate request (PKCS #10, DER) for a new key of that curve, signed by it. */
export async function certificateRequest(namedCurve: 'P-256' | 'P-384'): Promise<Bytes> {
  const algorithm = { name: 'ECDSA', namedCurve, hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await Pkcs10CertificateRequestGenerator.create(
    { name: 'CN=Bank Lain', keys, signingAlgorithm: algorithm },
    crypto,
  );
  return Uint8Array.from(new Uint8Array(request.rawData));
}
