import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/**
 * `root` signs the others; `installation` is the counter page's and the test doors'; `hosted` signs requests that we
 * make on a partner's behalf; `own` is for a key that only the partner has.
 */
export type AccessRole = 'root' | 'installation' | 'hosted' | 'own';

export interface AccessCertificate {
  readonly sha256: Bytes;
  readonly role: AccessRole;
  readonly partner: PartnerId | null;
  /** In the key store; null for a partner's own key. */
  readonly keyName: string | null;
  readonly der: Bytes;
  readonly name: string;
  readonly dnsNames: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

type Row = AccessCertificate & { readonly sha256: Buffer; readonly der: Buffer };

const COLUMNS = `sha256, role, partner, key_name as "keyName", der, name, dns_names as "dnsNames",
  not_before as "notBefore", not_after as "notAfter"`;
const LOCK = statement(
  'partner.lockAccessAuthority',
  `select pg_advisory_xact_lock(hashtext('partner.accessAuthority'))`,
);
const CURRENT = statement(
  'partner.currentAccess',
  `select ${COLUMNS} from access_certificate
   where role = $1 and partner is not distinct from $2 and retired_at is null`,
);
const OWN = statement(
  'partner.ownAccess',
  `select ${COLUMNS} from access_certificate
   where role = 'own' and partner = $1 and retired_at is null and not_after > $2 order by not_before desc, sha256`,
);
const ROOTS = statement(
  'partner.accessRoots',
  `select ${COLUMNS} from access_certificate where role = 'root' and not_after > $1 order by not_before`,
);
// A hosted certificate that was merely renewed stays good for the requests that are out.
const REVOKED = statement(
  'partner.revokedAccess',
  `select sha256 from access_certificate join partner on partner.id = access_certificate.partner
   where not_after > $1 and (state in ('suspended', 'ended') or (role = 'own' and retired_at is not null))
   order by sha256`,
);
const INSERT = statement(
  'partner.insertAccess',
  `insert into access_certificate (sha256, role, partner, key_name, der, name, dns_names, not_before, not_after)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const RETIRE = statement(
  'partner.retireAccess',
  'update access_certificate set retired_at = $2 where sha256 = $1 and retired_at is null',
);

/** Until the transaction ends, nobody else makes or retires access certificates. */
export async function lockAccessAuthority(sql: Sql): Promise<void> {
  await sql.query(LOCK);
}

export async function findCurrentAccess(
  sql: Sql,
  role: Exclude<AccessRole, 'own'>,
  partner: PartnerId | null,
): Promise<AccessCertificate | undefined> {
  return (await read(sql.query<Row>(CURRENT, [role, partner])))[0];
}

export const listOwnAccess = (sql: Sql, partner: PartnerId, now: Date): Promise<AccessCertificate[]> =>
  read(sql.query<Row>(OWN, [partner, now]));

export const listAccessRoots = (sql: Sql, now: Date): Promise<AccessCertificate[]> =>
  read(sql.query<Row>(ROOTS, [now]));

/** Of certificates that would still be valid by their dates. */
export async function listRevokedAccess(sql: Sql, now: Date): Promise<Uint8Array[]> {
  return (await sql.query<{ sha256: Buffer }>(REVOKED, [now])).map(({ sha256 }) => sha256);
}

export async function insertAccess(sql: Sql, certificate: AccessCertificate): Promise<void> {
  const { sha256, role, partner, keyName, der, name, dnsNames, notBefore, notAfter } = certificate;
  await sql.query(INSERT, [
    Buffer.from(sha256),
    role,
    partner,
    keyName,
    Buffer.from(der),
    name,
    dnsNames,
    notBefore,
    notAfter,
  ]);
}

export async function retireAccess(sql: Sql, sha256: Uint8Array, at: Date): Promise<void> {
  await sql.query(RETIRE, [Buffer.from(sha256), at]);
}

async function read(rows: Promise<Row[]>): Promise<AccessCertificate[]> {
  return (await rows).map((row) => ({
    ...row,
    der: new Uint8Array(row.der),
    sha256: new Uint8Array(row.sha256),
  }));
}
