import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const FORGET = statement(
  'login.forgetCodes',
  'delete from login_code where resident_id = $1 or expires_at <= $2',
);
const INSERT = statement(
  'login.insertCode',
  `insert into login_code (code_digest, opened_by, resident_id, expires_at) values ($1, $2, $3, $4)
   on conflict do nothing returning code_digest`,
);
const TAKE = statement(
  'login.takeCode',
  'delete from login_code where code_digest = $1 and expires_at > $2 returning resident_id as resident',
);

/** A resident has one code at a time. */
export async function forgetCodes(sql: Sql, resident: ResidentId, now: Date): Promise<void> {
  await sql.query(FORGET, [resident, now]);
}

/** False when somebody else has this very code just now. */
export async function insertCode(
  sql: Sql,
  digest: Buffer,
  { resident, expiresAt }: { resident: ResidentId; expiresAt: Date },
  entry: EntryId,
): Promise<boolean> {
  return (await sql.query(INSERT, [digest, entry, resident, expiresAt])).length > 0;
}

/** Whose code it is; it is used up then. */
export async function takeCode(sql: Sql, digest: Buffer, now: Date): Promise<ResidentId | undefined> {
  return (await sql.query<{ resident: ResidentId }>(TAKE, [digest, now]))[0]?.resident;
}
