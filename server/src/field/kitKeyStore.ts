import type { KitId } from '@jatidiri/core/field/model.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** One officer's key on one kit. */
export interface KitKey {
  readonly thumbprint: string;
  readonly kit: KitId;
  readonly officer: string;
  readonly jwk: PublicJwk;
  /** Of its session, DER. */
  readonly certificate: Bytes;
}

const SELECTED = 'select thumbprint, kit, officer, jwk, certificate from field_kit_key';
const BY_THUMBPRINT = statement('field.kitKey', `${SELECTED} where thumbprint = $1`);
const OF_OFFICER = statement('field.kitKeyOf', `${SELECTED} where kit = $1 and officer = $2`);
const INSERT = statement(
  'field.insertKitKey',
  `insert into field_kit_key (thumbprint, opened_by, kit, officer, jwk, certificate) values ($1, $2, $3, $4, $5, $6)`,
);
const OFFICERS = statement(
  'field.officersOfKits',
  `select kit, officer.id, officer.name from field_kit_key join officer on officer.id = field_kit_key.officer
   where kit = any($1) order by officer.name`,
);

export async function findKitKey(sql: Sql, thumbprint: string): Promise<KitKey | undefined> {
  return one(await sql.query<KitKey>(BY_THUMBPRINT, [thumbprint]));
}

export async function kitKeyOf(sql: Sql, kit: KitId, officer: string): Promise<KitKey | undefined> {
  return one(await sql.query<KitKey>(OF_OFFICER, [kit, officer]));
}

export async function insertKitKey(sql: Sql, key: KitKey, entry: EntryId): Promise<void> {
  const { thumbprint, kit, officer, jwk, certificate } = key;
  await sql.query(INSERT, [thumbprint, entry, kit, officer, jwk, Buffer.from(certificate)]);
}

/** Who may use these kits, by kit. */
export async function officersOfKits(
  sql: Sql,
  kits: readonly KitId[],
): Promise<ReadonlyMap<KitId, { id: string; name: string }[]>> {
  const rows = await sql.query<{ kit: KitId; id: string; name: string }>(OFFICERS, [kits]);
  return Map.groupBy(rows, ({ kit }) => kit);
}

function one([row]: KitKey[]): KitKey | undefined {
  return row && { ...row, certificate: new Uint8Array(row.certificate) };
}
