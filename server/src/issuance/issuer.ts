import { toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import type { Database } from '../platform/db/database.ts';
import { sha256 } from '../platform/keys/keyedCrypto.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import { findCurrent, type StoredCertificate } from './certificateStore.ts';

/** Who signs credentials and status lists today, or documents. */
export interface Issuer {
  readonly keyName: string;
  readonly uri: string;
  /** Leaf alone: the root is what a verifier brings along. */
  readonly x5c: readonly string[];
  readonly certificateSha256: Bytes;
  readonly notAfter: Date;
  readonly sign: SignEs256;
}

/** Asks the database each time, so that a rotation by another process takes effect at once; the key is kept. */
export function issuerSource(
  deps: { database: Database; keys: KeyStore },
  role: 'issuer' | 'document' = 'issuer',
): () => Promise<Issuer> {
  let known: Issuer | undefined;
  return async () => {
    const current = await findCurrent(deps.database.read, role);
    if (!current) throw new Error(`no certificate has been made for the ${role}`);
    if (known?.keyName !== current.keyName) known = await toIssuer(deps.keys, current);
    return known;
  };
}

async function toIssuer(keys: KeyStore, certificate: StoredCertificate): Promise<Issuer> {
  const { keyName, uri, der, notAfter } = certificate;
  return {
    keyName,
    uri,
    x5c: [toX5c(der)],
    certificateSha256: await sha256(der),
    notAfter,
    sign: keys.signingKey(keyName).sign,
  };
}
