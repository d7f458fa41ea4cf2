import type { KitState } from '@jatidiri/core/field/kitRules.ts';
import type { KitId } from '@jatidiri/core/field/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { SessionState } from '@jatidiri/core/outreach/model.ts';
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

const SEEN = statement(
  'field.kitSeen',
  `update field_contact set seen_at = $2, last_written = greatest(last_written, $3) where kit = $1
   returning last_written as last`,
);

/** A kit was heard of; answers the highest number that it has ever said it wrote. */
export async function rememberContact(sql: Sql, kit: KitId, at: Date, lastWritten: number): Promise<number> {
  const [row] = await sql.query<{ last: number }>(SEEN, [kit, at, lastWritten]);
  return row!.last;
}

/** A kit with what a list shows beside it. */
export interface ListedKit {
  readonly kit: Kit;
  readonly session: {
    readonly place: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly state: SessionState;
  };
  readonly seenAt: Date;
  readonly lastWritten: number;
  readonly carried: number;
  readonly cards: number;
}

interface ListedRow extends KitRow {
  place: string;
  from: IsoDate;
  to: IsoDate;
  session_state: SessionState;
  seen_at: Date;
  last_written: number;
  carried: number;
  cards: number;
}

const LISTED = `select field_kit.id, session, field_kit.office, label, field_kit.state, lost_at, prepared_at,
    place, first_day as "from", last_day as "to", outreach_session.state as session_state, seen_at, last_written,
    (select count(*) from field_carried where kit = field_kit.id and read_at is not null)::int as carried,
    (select count(*) from provisional_place where kit = field_kit.id)::int as cards
  from field_kit join outreach_session on outreach_session.id = session join field_contact on kit = field_kit.id`;
const OF_OFFICE = statement(
  'field.kitsOfOffice',
  `${LISTED} where field_kit.office = $1 order by prepared_at desc, field_kit.id limit 100`,
);
const LISTED_ONE = statement('field.listedKit', `${LISTED} where field_kit.id = $1`);

/** The newest first. */
export async function kitsOf(sql: Sql, office: string): Promise<ListedKit[]> {
  return (await sql.query<ListedRow>(OF_OFFICE, [office])).map(toListed);
}

export async function listedKit(sql: Sql, id: KitId): Promise<ListedKit> {
  const [row] = await sql.query<ListedRow>(LISTED_ONE, [id]);
  return toListed(row!);
}

function toListed(row: ListedRow): ListedKit {
  const { place, from, to, session_state: state, seen_at: seenAt, last_written: lastWritten } = row;
  const { carried, cards } = row;
  return { kit: toKit(row), session: { place, from, to, state }, seenAt, lastWritten, carried, cards };
}

function toKit({ id, session, office, label, state, lost_at, prepared_at: preparedAt }: KitRow): Kit {
  const common = { id, session, office, label, preparedAt };
  if (state !== 'revoked') return { ...common, state };
  if (!lost_at) throw new Error('a revoked kit without the time of its loss');
  return { ...common, state, lostAt: lost_at };
}
