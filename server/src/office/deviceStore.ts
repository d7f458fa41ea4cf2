import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** The key with which a desk signs decisions, by its RFC 7638 thumbprint. */
export interface DeviceKey {
  readonly jwk: PublicJwk;
  /** Whose decisions it signs. */
  readonly officer: string;
  readonly revokedAt: Date | null;
}

const FIND = statement(
  'office.findDevice',
  'select jwk, officer, revoked_at as "revokedAt" from officer_device where thumbprint = $1',
);
const INSERT = statement(
  'office.insertDevice',
  `insert into officer_device (thumbprint, opened_by, officer, jwk, registered_at) values ($1, $2, $3, $4, $5)`,
);
const REVOKE = statement(
  'office.revokeDevices',
  `update officer_device set revoked_at = $2, closed_by = $3 where officer = $1 and revoked_at is null`,
);

export async function findDeviceKey(sql: Sql, thumbprint: string): Promise<DeviceKey | undefined> {
  const [row] = await sql.query<DeviceKey>(FIND, [thumbprint]);
  return row;
}

/** The key of this name, when it is one with which this officer signs now. */
export async function findSigningKey(
  sql: Sql,
  { id }: Pick<Officer, 'id'>,
  thumbprint: string | undefined,
): Promise<PublicJwk | undefined> {
  const key = thumbprint ? await findDeviceKey(sql, thumbprint) : undefined;
  return key && !key.revokedAt && key.officer === id ? key.jwk : undefined;
}

export async function insertDevice(
  sql: Sql,
  device: { thumbprint: string; jwk: PublicJwk; officer: string; at: Date },
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [device.thumbprint, entry, device.officer, device.jwk, device.at]);
}

export async function revokeDevices(sql: Sql, officer: string, at: Date, entry: EntryId): Promise<void> {
  await sql.query(REVOKE, [officer, at, entry]);
}
