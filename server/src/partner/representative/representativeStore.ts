import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

/** Who acts for a legal entity. */
export interface Representative {
  readonly id: string;
  /** Null until the application is sent. */
  readonly partner: PartnerId | null;
  readonly name: Personal;
  readonly email: Personal;
}

interface Row {
  id: string;
  partner: PartnerId | null;
  name: string;
  email: string;
}

interface Session {
  readonly representative: Representative;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

const COLUMNS = 'representative.id, representative.partner, representative.name, representative.email';
const BY_ID = statement('partner.representative', `select ${COLUMNS} from representative where id = $1`);
const LOCK = statement(
  'partner.lockRepresentative',
  `select ${COLUMNS} from representative where id = $1 for update`,
);
const OF_PARTNER = statement(
  'partner.representatives',
  `select ${COLUMNS} from representative where partner = $1 order by name, id`,
);
const INSERT = statement(
  'partner.insertRepresentative',
  'insert into representative (id, opened_by, partner, name, email) values ($1, $2, $3, $4, $5)',
);
const JOIN = statement('partner.joinRepresentative', 'update representative set partner = $2 where id = $1');
const SESSION = statement(
  'partner.session',
  `select ${COLUMNS}, started_at as "startedAt", last_seen_at as "lastSeenAt"
   from representative_session join representative on representative.id = representative_session.representative
   where token_digest = $1`,
);
const INSERT_SESSION = statement(
  'partner.insertSession',
  'insert into representative_session (token_digest, representative, started_at, last_seen_at) values ($1, $2, $3, $3)',
);
const TOUCH_SESSION = statement(
  'partner.touchSession',
  'update representative_session set last_seen_at = $2 where token_digest = $1',
);
const END_SESSION = statement(
  'partner.endSession',
  'delete from representative_session where token_digest = $1',
);
const SWEEP_SESSIONS = statement(
  'partner.sweepSessions',
  'delete from representative_session where last_seen_at < $1',
);

export async function findRepresentative(sql: Sql, id: string): Promise<Representative | undefined> {
  return (await sql.query<Row>(BY_ID, [id])).map(toRepresentative)[0];
}

export async function lockRepresentative(sql: Sql, id: string): Promise<Representative | undefined> {
  return (await sql.query<Row>(LOCK, [id])).map(toRepresentative)[0];
}

export async function listRepresentatives(sql: Sql, partner: PartnerId): Promise<Representative[]> {
  return (await sql.query<Row>(OF_PARTNER, [partner])).map(toRepresentative);
}

export async function insertRepresentative(
  sql: Sql,
  { id, partner, name, email }: Representative,
  entry: EntryId,
): Promise<void> {
  await sql.query(INSERT, [id, entry, partner, name.reveal(), email.reveal()]);
}

/** From nobody's to this partner's; a representative never changes partners. */
export async function joinPartner(sql: Sql, id: string, partner: PartnerId): Promise<void> {
  await sql.query(JOIN, [id, partner]);
}

export async function findSession(sql: Sql, tokenDigest: Uint8Array): Promise<Session | undefined> {
  const [row] = await sql.query<Row & Session>(SESSION, [tokenDigest]);
  return (
    row && {
      representative: toRepresentative(row),
      startedAt: row.startedAt,
      lastSeenAt: row.lastSeenAt,
    }
  );
}

export async function insertSession(
  sql: Sql,
  tokenDigest: Uint8Array,
  representative: string,
  at: Date,
): Promise<void> {
  await sql.query(INSERT_SESSION, [tokenDigest, representative, at]);
}

export async function touchSession(sql: Sql, tokenDigest: Uint8Array, at: Date): Promise<void> {
  await sql.query(TOUCH_SESSION, [tokenDigest, at]);
}

export async function endSession(sql: Sql, tokenDigest: Uint8Array): Promise<void> {
  await sql.query(END_SESSION, [tokenDigest]);
}

/** Nobody was seen in these since `before`. */
export async function sweepSessions(sql: Sql, before: Date): Promise<void> {
  await sql.query(SWEEP_SESSIONS, [before]);
}

function toRepresentative({ id, partner, name, email }: Row): Representative {
  return { id, partner, name: new Personal(name), email: new Personal(email) };
}
