import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { type ResidentRow, SELECTED, toResident } from './columns.ts';

const WAJIB_IN = statement(
  'registry.wajibKtpIn',
  `select id from resident
   where domicile = $1 and life = 'present' and wajib_from <= $2 and (wajib_until is null or wajib_until > $2)
   order by id limit $3`,
);

/** Who lives in a kelurahan and must hold a KTP on that day; at most `limit` of them. */
export async function adultsIn(
  sql: Sql,
  kelurahan: WilayahCode,
  on: IsoDate,
  limit: number,
): Promise<ResidentId[]> {
  const rows = await sql.query<{ id: ResidentId }>(WAJIB_IN, [kelurahan, on, limit]);
  return rows.map(({ id }) => id);
}

/** A record with the name of its version, by which one can tell later whether it has changed. */
export interface CarriedRecord {
  readonly resident: Resident;
  readonly version: EntryId;
}

const RECORDS = statement(
  'registry.carriedRecords',
  `select ${SELECTED}, opened_by from resident where id = any($1) order by id`,
);

/** The current records of many, without a trace in the ledger: the caller's own entries say what they were read for. */
export async function carriedRecords(sql: Sql, ids: readonly ResidentId[]): Promise<CarriedRecord[]> {
  const rows = await sql.query<ResidentRow & { opened_by: EntryId }>(RECORDS, [ids]);
  return rows.map((row) => ({ resident: toResident(row), version: row.opened_by }));
}
