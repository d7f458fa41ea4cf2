import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface EarlierRow {
  readonly id: string;
  readonly resident: string;
  readonly domicile: string;
  readonly office: string;
  readonly device: string;
  readonly activatedAt: Date;
}

const INSERT = statement(
  'activation.insertEarlier',
  `insert into activation (id, resident_id, state, device_thumbprint, device_x, device_y, phone, domicile, selfie,
     officer, office, started_at, expires_at, attested_at, activated_at, confirmed_by, activated_entry)
   select id, resident, 'active', device, '', '', '', domicile, '', '', office, at, at, at, at, 'desk', $7
   from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
     as earlier (id, resident, domicile, office, device, at)
   on conflict do nothing`,
);

export async function insertEarlier(sql: Sql, rows: readonly EarlierRow[], entry: EntryId): Promise<void> {
  await sql.query(INSERT, [
    rows.map((row) => row.id),
    rows.map((row) => row.resident),
    rows.map((row) => row.domicile),
    rows.map((row) => row.office),
    rows.map((row) => row.device),
    rows.map((row) => row.activatedAt),
    entry,
  ]);
}
