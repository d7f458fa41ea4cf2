import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface StoredCertificate {
  readonly keyName: string;
  readonly role: 'root' | 'issuer' | 'document';
  readonly der: Bytes;
  /** The address that the certificate names, and that credentials carry as `iss`. */
  readonly uri: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const COLUMNS =
  'key_name as "keyName", role, der, uri, not_before as "notBefore", not_after as "notAfter"' as const;

const LOCK = statement(
  'issuance.lockAuthority',
  `select pg_advisory_xact_lock(hashtext('issuance.authority'))`,
);
const CURRENT = statement(
  'issuance.current',
  `select ${COLUMNS} from issuer_certificate where role = $1 and retired_at is null`,
);
const TRUSTED = statement(
  'issuance.trusted',
  `select ${COLUMNS} from issuer_certificate
   where (retired_at is null or retired_at > $1) and not_after > $2 order by role desc, not_before, key_name`,
);
const COUNT = statement(
  'issuance.countCertificates',
  'select count(*) as made from issuer_certificate where role = $1',
);
const INSERT = statement(
  'issuance.insertCertificate',
  `insert into issuer_certificate (key_name, role, der, uri, not_before, not_after) values ($1, $2, $3, $4, $5, $6)`,
);
const RETIRE = statement(
  'issuance.retire',
  'update issuer_certificate set retired_at = $2 where role = $1 and retired_at is null',
);

/** Until the transaction ends, nobody else makes or retires certificates. */
export async function lockAuthority(sql: Sql): Promise<void> {
  await sql.query(LOCK);
}

/** The root, or who signs credentials or documents today. */
export async function findCurrent(
  sql: Sql,
  role: StoredCertificate['role'],
): Promise<StoredCertificate | undefined> {
  const [row] = await sql.query<StoredCertificate & { der: Buffer }>(CURRENT, [role]);
  return row && { ...row, der: new Uint8Array(row.der) };
}

/** Every certificate whose signatures still count, the root first: retired after `retiredAfter`, not expired `now`. */
export async function listTrusted(sql: Sql, retiredAfter: Date, now: Date): Promise<StoredCertificate[]> {
  const rows = await sql.query<StoredCertificate & { der: Buffer }>(TRUSTED, [retiredAfter, now]);
  return rows.map((row) => ({ ...row, der: new Uint8Array(row.der) }));
}

export async function countMade(sql: Sql, role: StoredCertificate['role']): Promise<number> {
  const [row] = await sql.query<{ made: number }>(COUNT, [role]);
  return row!.made;
}

export async function insertCertificate(sql: Sql, certificate: StoredCertificate): Promise<void> {
  const { keyName, role, der, uri, notBefore, notAfter } = certificate;
  await sql.query(INSERT, [keyName, role, Buffer.from(der), uri, notBefore, notAfter]);
}

export async function retireCurrent(sql: Sql, role: StoredCertificate['role'], at: Date): Promise<void> {
  await sql.query(RETIRE, [role, at]);
}
