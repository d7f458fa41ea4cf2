import { createDocumentSigner, createIssuer, createRoot } from '@jatidiri/core/chain/createCertificate.ts';
import { CREDENTIAL_VALIDITY_DAYS } from '@jatidiri/core/issuance/validity.ts';
import { toHex } from '@jatidiri/core/kit/bytes.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { freshTerms, isKeyOf } from '../platform/keys/certificates.ts';
import { keyedCrypto, publicKeyOf, sha256 } from '../platform/keys/keyedCrypto.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import {
  countMade,
  findCurrent,
  insertCertificate,
  lockAuthority,
  retireCurrent,
  type StoredCertificate,
} from './certificateStore.ts';

export interface AuthorityDeps extends Tracing {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly random: (size: number) => Uint8Array;
  /** `iss` of every credential. */
  readonly issuerUri: string;
}

const DAY_MS = 86_400_000;
const ROOT_YEARS = 15;
const ISSUER_YEARS = 3;
/** A document is kept for years, and so is the certificate in it. */
const DOCUMENT_YEARS = 10;
const DOCUMENT_NEEDED_MS = 5 * 365 * DAY_MS;
/** An issuer outlives whatever it signs, and is replaced a month before it could not. */
const NEEDED_MS = (CREDENTIAL_VALIDITY_DAYS + 30) * DAY_MS;
export const ROOT_KEY = 'issuer-root';
const SUBJECT = {
  root: 'CN=Akar IKD Jatidiri, C=ID',
  issuer: 'CN=Penerbit IKD Jatidiri, C=ID',
  document: 'CN=Dokumen Kependudukan Jatidiri, C=ID',
} as const;

/** Makes root and signers at the first start, and a new signer when the one there is cannot go on. Returns how many. */
export async function keepAuthority(deps: AuthorityDeps): Promise<number> {
  return deps.database.write(async (sql) => {
    await lockAuthority(sql);
    const root = await findCurrent(sql, 'root');
    if (root && !hasKeyOf(deps, root)) throw new Error(foreignRoot);
    const [issuer, document] = [await findCurrent(sql, 'issuer'), await findCurrent(sql, 'document')];
    const missing = [
      ...(issuer && canGoOn(deps, issuer, NEEDED_MS) ? [] : ['issuer' as const]),
      ...(document && canGoOn(deps, document, DOCUMENT_NEEDED_MS) ? [] : ['document' as const]),
    ];
    if (missing.length === 0) return 0;
    const over = root ?? (await makeRoot(deps, sql));
    for (const role of missing) await makeSigner(deps, sql, role, over);
    return missing.length;
  });
}

const foreignRoot =
  `The key ${ROOT_KEY} in DATA_DIR is not the one that this database's root certificate was made with. ` +
  'Restore DATA_DIR/keys from the backup that belongs to the database (docs/OPERATE.md).';

/** A new key and certificate for whatever is signed from now on. What is out stays good: see `listTrusted`. */
export async function rotateIssuer(deps: AuthorityDeps): Promise<StoredCertificate> {
  await keepAuthority(deps);
  return deps.database.write(async (sql) => {
    await lockAuthority(sql);
    return makeSigner(deps, sql, 'issuer', (await findCurrent(sql, 'root'))!);
  });
}

function canGoOn(deps: AuthorityDeps, signer: StoredCertificate, neededMs: number): boolean {
  const lastsLongEnough = signer.notAfter.getTime() - deps.now().getTime() >= neededMs;
  return lastsLongEnough && signer.uri === deps.issuerUri && hasKeyOf(deps, signer);
}

const hasKeyOf = ({ keys }: AuthorityDeps, { keyName, der }: StoredCertificate): boolean =>
  isKeyOf(keys.signingKey(keyName), der);

async function makeRoot(deps: AuthorityDeps, sql: Sql): Promise<StoredCertificate> {
  const { crypto, keys } = await keyedCrypto(deps.keys.signingKey(ROOT_KEY));
  const terms = termsOf(deps, 'root', ROOT_YEARS);
  const der = await createRoot(terms, keys, crypto);
  return keep(deps, sql, { keyName: ROOT_KEY, role: 'root', der, uri: deps.issuerUri, ...terms });
}

async function makeSigner(
  deps: AuthorityDeps,
  sql: Sql,
  role: 'issuer' | 'document',
  root: StoredCertificate,
): Promise<StoredCertificate> {
  const keyName = `${role}-${(await countMade(sql, role)) + 1}`;
  const publicKey = (await publicKeyOf(deps.keys.signingKey(keyName))) as CryptoKey;
  const { crypto, keys } = await keyedCrypto(deps.keys.signingKey(ROOT_KEY));
  const terms = termsOf(deps, role, role === 'issuer' ? ISSUER_YEARS : DOCUMENT_YEARS);
  const certify = role === 'issuer' ? createIssuer : createDocumentSigner;
  const der = await certify(
    { ...terms, publicKey, uri: deps.issuerUri },
    { der: root.der, privateKey: keys.privateKey },
    crypto,
  );
  await retireCurrent(sql, role, deps.now());
  return keep(deps, sql, { keyName, role, der, uri: deps.issuerUri, ...terms });
}

const termsOf = (deps: AuthorityDeps, role: StoredCertificate['role'], years: number) => ({
  subject: SUBJECT[role],
  ...freshTerms(deps, years),
});

async function keep(
  deps: Tracing,
  sql: Sql,
  { keyName, role, der, uri, notBefore, notAfter }: StoredCertificate,
): Promise<StoredCertificate> {
  const certificate = { keyName, role, der, uri, notBefore, notAfter };
  await insertCertificate(sql, certificate);
  await append(deps, sql, {
    kind: 'issuance/certified',
    subject: null,
    actor: { kind: 'system', task: 'issuance.authority' },
    details: { key: keyName, role, sha256: toHex(await sha256(der)), notAfter: notAfter.toISOString() },
  });
  return certificate;
}
