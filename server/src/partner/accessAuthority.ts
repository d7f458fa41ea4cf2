import {
  createAccessCertificate,
  createRoot,
  organisationSubject,
} from '@jatidiri/core/chain/createCertificate.ts';
import { toHex } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { freshTerms, isKeyOf } from '../platform/keys/certificates.ts';
import { keyedCrypto, publicKeyOf, sha256 } from '../platform/keys/keyedCrypto.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import {
  type AccessCertificate,
  findCurrentAccess,
  insertAccess,
  lockAccessAuthority,
  retireAccess,
} from './accessCertificateStore.ts';

export interface AccessAuthorityDeps extends Tracing {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly random: (size: number) => Uint8Array;
}

/** What a certificate says: the verified name, and the hosts that requests come from. */
export interface CertifiedAccess {
  readonly name: string;
  readonly dnsNames: readonly string[];
}

const ROOT_KEY = 'partner-root';
const ROOT_SUBJECT = 'CN=Akar Mitra Jatidiri, C=ID';
const ROOT_YEARS = 15;
const ACCESS_YEARS = 1;
const RENEWED_BEFORE_MS = 30 * 86_400_000;

/** Makes the partners' root at the first start. Returns how many were made. */
export async function keepPartnerRoot(deps: AccessAuthorityDeps): Promise<number> {
  return deps.database.write(async (sql) => {
    await lockAccessAuthority(sql);
    const root = await findCurrentAccess(sql, 'root', null);
    if (root && !isKeyOf(deps.keys.signingKey(ROOT_KEY), root.der)) throw new Error(foreignRoot);
    if (root) return 0;
    const { crypto, keys } = await keyedCrypto(deps.keys.signingKey(ROOT_KEY));
    const terms = freshTerms(deps, ROOT_YEARS);
    const der = await createRoot({ subject: ROOT_SUBJECT, ...terms }, keys, crypto);
    const access = { name: 'Jatidiri', dnsNames: [] };
    await keep(deps, sql, { role: 'root', partner: null, keyName: ROOT_KEY, der, ...access, ...terms });
    return 1;
  });
}

const foreignRoot =
  `The key ${ROOT_KEY} in DATA_DIR is not the one that this database's root certificate was made with. ` +
  'Restore DATA_DIR/keys from the backup that belongs to the database (docs/OPERATE.md).';

/** The certificate of a key that we hold; a new one when there is none, when it soon ends, or says something else. */
export async function obtainHeldAccess(
  deps: AccessAuthorityDeps,
  role: 'installation' | 'hosted',
  { partner, keyName, ...access }: CertifiedAccess & { partner: PartnerId | null; keyName: string },
): Promise<AccessCertificate> {
  const key = deps.keys.signingKey(keyName);
  const isGood = (current: AccessCertificate) =>
    current.notAfter.getTime() - deps.now().getTime() >= RENEWED_BEFORE_MS &&
    isKeyOf(key, current.der) &&
    current.name === access.name &&
    current.dnsNames.join() === access.dnsNames.join();

  const known = await findCurrentAccess(deps.database.read, role, partner);
  if (known && isGood(known)) return known;
  return deps.database.write(async (sql) => {
    await lockAccessAuthority(sql);
    const current = await findCurrentAccess(sql, role, partner);
    if (current && isGood(current)) return current;
    if (current) await retireAccess(sql, current.sha256, deps.now());
    return certifyAccess(deps, sql, key.publicJwk, { role, partner, keyName, ...access });
  });
}

/** A certificate under the partners' root, in the caller's transaction. */
export async function certifyAccess(
  deps: AccessAuthorityDeps,
  sql: Sql,
  publicJwk: PublicJwk,
  certified: Pick<AccessCertificate, 'role' | 'partner' | 'keyName' | 'name' | 'dnsNames'>,
): Promise<AccessCertificate> {
  const root = await findCurrentAccess(sql, 'root', null);
  if (!root) throw new Error('the partners’ root has not been made');
  const { crypto, keys } = await keyedCrypto(deps.keys.signingKey(ROOT_KEY));
  const terms = freshTerms(deps, ACCESS_YEARS);
  const der = await createAccessCertificate(
    {
      ...terms,
      subject: organisationSubject(certified.name),
      dnsNames: certified.dnsNames,
      publicKey: (await publicKeyOf({ publicJwk })) as CryptoKey,
    },
    { der: root.der, privateKey: keys.privateKey },
    crypto,
  );
  return keep(deps, sql, { ...certified, der, ...terms });
}

async function keep(
  deps: Tracing,
  sql: Sql,
  made: Omit<AccessCertificate, 'sha256'>,
): Promise<AccessCertificate> {
  const { role, partner, keyName, der, name, dnsNames, notBefore, notAfter } = made;
  const digest = await sha256(der);
  const certificate = { sha256: digest, role, partner, keyName, der, name, dnsNames, notBefore, notAfter };
  await insertAccess(sql, certificate);
  await append(deps, sql, {
    kind: 'partner/certified',
    subject: null,
    actor: { kind: 'system', task: 'partner.access' },
    details: { role, partner, sha256: toHex(digest), notAfter: notAfter.toISOString() },
  });
  return certificate;
}
