import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIssuer, createRoot, toPem, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const YEAR_MS = 365 * 86_400_000;

/** What the institution signs its cards with. */
export interface Authority {
  readonly sign: SignEs256;
  readonly x5c: readonly string[];
  /** What the ministry puts on its list. */
  readonly rootPem: string;
}

interface Kept {
  readonly rootPem: string;
  readonly issuerPem: string;
  readonly issuerKey: JsonWebKey;
}

/**
 * Makes a root and a signing key at the first start and keeps them in `folder`. The root's own key is thrown away: it has
 * signed the one certificate that it is there for. An institution in earnest keeps the signing key in hardware.
 */
export async function openAuthority(folder: string, name: string, origin: string): Promise<Authority> {
  const file = join(folder, 'authority.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(await make(name, origin)), { mode: 0o600 });
  }
  const { rootPem, issuerPem, issuerKey } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const key = await crypto.subtle.importKey('jwk', issuerKey, P256, false, ['sign']);
  const [der] = certificatesInPem(issuerPem);
  return { sign: webSigner(crypto.subtle, key), x5c: [toX5c(der!)], rootPem };
}

async function make(name: string, origin: string): Promise<Kept> {
  const rootKeys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const issuerKeys = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const common = (subject: string, years: number) => ({
    subject: `CN=${subject}, C=ID`,
    serial: crypto.getRandomValues(new Uint8Array(16)),
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + years * YEAR_MS),
  });
  const root = await createRoot(common(`Akar ${name}`, 10), rootKeys, crypto);
  const issuer = await createIssuer(
    { ...common(name, 5), publicKey: issuerKeys.publicKey, uri: origin },
    { der: root, privateKey: rootKeys.privateKey },
    crypto,
  );
  return {
    rootPem: toPem(root),
    issuerPem: toPem(issuer),
    issuerKey: await crypto.subtle.exportKey('jwk', issuerKeys.privateKey),
  };
}
