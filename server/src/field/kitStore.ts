import type { KitState } from '@jatidiri/core/field/kitRules.ts';
import type { KitId } from '@jatidiri/core/field/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** A kit as the office keeps it. */
export type Kit = KitState & {
  readonly id: KitId;
  readonly session: string;
  readonly office: string;
  readonly label: string;
  readonly preparedAt: Date;
};

interface KitRow {
  id: KitId;
  session: string;
  office: string;
  label: string;
  state: KitState['state'];
  lost_at: Date | null;
  prepared_at: Date;
}

const NAMES = 'id, opened_by, session, office, label, state, lost_at, prepared_at';
const SELECTED = 'select id, session, office, label, state, lost_at, prepared_at from field_kit';
const BY_ID = statement('field.kit', `${SELECTED} where id = $1`);
const LOCK = statement('field.lockKit', `${SELECTED} where id = $1 for update`);

export async function findKit(sql: Sql, id: string): Promise<Kit | undefined> {
  const [row] = await sql.query<KitRow>(BY_ID, [id]);
  return row && toKit(row);
}

/** Held until the transaction ends: what one kit brings is taken one after the other. */
export async function lockKit(sql: Sql, id: string): Promise<Kit | undefined> {
  const [row] = await sql.query<KitRow>(LOCK, [id]);
  return row && toKit(row);
}

const INSERT = statement(
  'field.insertKit',
  `insert into field_kit (${NAMES}) values ($1, $2, $3, $4, $5, 'prepared', null, $6)`,
);
const INSERT_CONTACT = statement(
  'field.insertContact',
  'insert into field_contact (kit, seen_at, last_written) values ($1, $2, 0)',
);

export async function insertKit(
  sql: Sql,
  { id, session, office, label, preparedAt }: Omit<Kit, keyof KitState>,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [id, entry, session, office, label, preparedAt]);
  await sql.query(INSERT_CONTACT, [id, preparedAt]);
}

const PUT_STATE = statement(
  'field.putKitState',
  `with closed as (
     insert into field_kit_history (${NAMES}, closed_by) select ${NAMES}, $2 from field_kit where id = $1
   )
   update field_kit set opened_by = $2, state = $3, lost_at = $4 where id = $1`,
);

/** Closes the version that stood and opens the next. */
export async function putKitState(sql: Sql, id: KitId, next: KitState, entry: EntryId): Promise<void> {
  await sql.query(PUT_STATE, [id, entry, next.state, next.state === 'revoked' ? next.lostAt : null]);
}

function toKit({ id, session, office, label, state, lost_at, prepared_at: preparedAt }: KitRow): Kit {
  const common = { id, session, office, label, preparedAt };
  if (state !== 'revoked') return { ...common, state };
  if (!lost_at) throw new Error('a revoked kit without the time of its loss');
  return { ...common, state, lostAt: lost_at };
}
