import { webcrypto } from 'node:crypto';
import {
  createAccessCertificate,
  createIssuer,
  createRoot,
  toX5c,
} from '@jatidiri/core/chain/createCertificate.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';

const crypto = webcrypto as unknown as Crypto;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const DAY_MS = 86_400_000;

/** A certificate with its private key, for a foreign library to sign with. */
export interface CertifiedKey {
  readonly privateKey: CryptoKey;
  readonly x5c: readonly string[];
  readonly der: Bytes;
}

export interface Authority {
  readonly rootDer: Bytes;
  readonly rootPem: string;
  readonly certifyIssuer: (uri: string) => Promise<CertifiedKey>;
  readonly certifyVerifier: (dnsNames: readonly string[]) => Promise<CertifiedKey>;
}

/** An authority of its own, as any country could have one. */
export async function newAuthority(name: string): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const rootDer = await createRoot({ subject: `CN=${name}, C=ID`, ...terms() }, keys, crypto);
  const root = { der: rootDer, privateKey: keys.privateKey };

  async function certify(create: (publicKey: CryptoKey) => Promise<Bytes>): Promise<CertifiedKey> {
    const leaf = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
    const der = await create(leaf.publicKey);
    return { privateKey: leaf.privateKey, x5c: [toX5c(der)], der };
  }

  return {
    rootDer,
    rootPem: `-----BEGIN CERTIFICATE-----\n${toX5c(rootDer)}\n-----END CERTIFICATE-----\n`,
    certifyIssuer: (uri) =>
      certify((publicKey) =>
        createIssuer({ subject: `CN=Issuer of ${name}, C=ID`, uri, publicKey, ...terms() }, root, crypto),
      ),
    certifyVerifier: (dnsNames) =>
      certify((publicKey) => {
        const subject = 'CN=Registration desk, O=Klinik Contoh, C=ID';
        return createAccessCertificate({ subject, dnsNames, publicKey, ...terms() }, root, crypto);
      }),
  };
}

function terms() {
  const now = Date.now();
  return {
    serial: crypto.getRandomValues(new Uint8Array(16)) as Bytes,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + 365 * DAY_MS),
  };
}
