import type { Photocopy, PhotocopyClaim, PhotocopyId } from '@jatidiri/core/document/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** A photocopy as it is kept. */
export interface KeptPhotocopy extends Photocopy {
  readonly resident: ResidentId;
  readonly reference: string;
  /** Null once it is good no longer. */
  readonly sealed: Uint8Array | null;
  /** The ledger entry that opened the version of the record that it was made of. */
  readonly recordVersion: EntryId;
}

interface Row {
  id: PhotocopyId;
  resident_id: ResidentId;
  reference: string;
  sealed: Buffer | null;
  recipient: string;
  purpose: string;
  claims: PhotocopyClaim[];
  until: IsoDate;
  made_at: Date;
  withdrawn_at: Date | null;
  record_version: EntryId;
}

const NAMES = `id, opened_by, resident_id, reference, sealed, recipient, purpose, claims, until, made_at, withdrawn_at,
  record_version`;
const SELECTED = `select ${NAMES} from photocopy`;
const LOCK = statement('document.lock', `${SELECTED} where id = $1 for update`);
const BY_REFERENCE = statement('document.byReference', `${SELECTED} where reference = $1 for update`);
const OF_RESIDENT = statement(
  'document.ofResident',
  `${SELECTED} where resident_id = $1 order by made_at desc, id limit 200`,
);
const MADE_SINCE = statement(
  'document.madeSince',
  'select count(*)::int as n from photocopy where resident_id = $1 and made_at >= $2',
);
/** What the content was is nobody's any more: history keeps that there was one, not the sealed bytes. */
const PUT = statement(
  'document.put',
  `with closed as (
     insert into photocopy_history (${NAMES}, closed_by)
     select ${NAMES.replace('sealed', 'null')}, $2 from photocopy where id = $1
   )
   insert into photocopy (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (id) do update set opened_by = excluded.opened_by, reference = excluded.reference, sealed = excluded.sealed,
     withdrawn_at = excluded.withdrawn_at, record_version = excluded.record_version`,
);
const FORGET = statement(
  'document.forget',
  'update photocopy set sealed = null where sealed is not null and until < $1 returning id',
);

export async function lockPhotocopy(sql: Sql, id: string): Promise<KeptPhotocopy | undefined> {
  const [row] = await sql.query<Row>(LOCK, [id]);
  return row && toPhotocopy(row);
}

export async function lockByReference(sql: Sql, reference: string): Promise<KeptPhotocopy | undefined> {
  const [row] = await sql.query<Row>(BY_REFERENCE, [reference]);
  return row && toPhotocopy(row);
}

/** The newest first. */
export const photocopiesOf = async (sql: Sql, resident: ResidentId): Promise<KeptPhotocopy[]> =>
  (await sql.query<Row>(OF_RESIDENT, [resident])).map(toPhotocopy);

export async function countMadeSince(sql: Sql, resident: ResidentId, since: Date): Promise<number> {
  const [row] = await sql.query<{ n: number }>(MADE_SINCE, [resident, since]);
  return row!.n;
}

export async function putPhotocopy(sql: Sql, copy: KeptPhotocopy, entry: EntryId): Promise<void> {
  const { id, resident, reference, sealed, recipient, purpose, claims, until, madeAt, withdrawnAt } = copy;
  await sql.query(PUT, [
    id,
    entry,
    resident,
    reference,
    sealed && Buffer.from(sealed),
    recipient,
    purpose,
    claims,
    until,
    madeAt,
    withdrawnAt,
    copy.recordVersion,
  ]);
}

/** Deletes the content of what is good no longer; answers how many. */
export async function forgetExpired(sql: Sql, today: IsoDate): Promise<number> {
  return (await sql.query(FORGET, [today])).length;
}

function toPhotocopy(row: Row): KeptPhotocopy {
  const { id, reference, sealed, recipient, purpose, claims, until } = row;
  return {
    id,
    resident: row.resident_id,
    reference,
    sealed,
    recipient,
    purpose,
    claims,
    until,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
    recordVersion: row.record_version,
  };
}
