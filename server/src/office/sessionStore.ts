import { type Sql, statement } from '../platform/db/database.ts';
import { type KeptOfficer, OFFICER_COLUMNS, type OfficerRow, toOfficer } from './officerStore.ts';

export interface Session {
  readonly officer: KeptOfficer;
  readonly deviceKey: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

const FIND = statement(
  'office.findSession',
  `select ${OFFICER_COLUMNS}, officer_session.device, officer_session.started_at, officer_session.last_seen_at
   from officer_session join officer on officer.id = officer_session.officer join office on office.id = officer.office
   where token_digest = $1`,
);
const INSERT = statement(
  'office.insertSession',
  'insert into officer_session (token_digest, officer, device, started_at, last_seen_at) values ($1, $2, $3, $4, $4)',
);
const TOUCH = statement(
  'office.touchSession',
  'update officer_session set last_seen_at = $2 where token_digest = $1',
);
const END = statement('office.endSession', 'delete from officer_session where token_digest = $1');
const END_OF_OFFICER = statement('office.endSessions', 'delete from officer_session where officer = $1');
const SWEEP = statement('office.sweepSessions', 'delete from officer_session where last_seen_at < $1');

export async function findSession(sql: Sql, tokenDigest: Uint8Array): Promise<Session | undefined> {
  const [row] = await sql.query<OfficerRow & { device: string; started_at: Date; last_seen_at: Date }>(FIND, [
    tokenDigest,
  ]);
  return (
    row && {
      officer: toOfficer(row),
      deviceKey: row.device,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
    }
  );
}

export async function insertSession(
  sql: Sql,
  session: { tokenDigest: Uint8Array; officer: string; deviceKey: string; at: Date },
): Promise<void> {
  await sql.query(INSERT, [session.tokenDigest, session.officer, session.deviceKey, session.at]);
}

export async function touchSession(sql: Sql, tokenDigest: Uint8Array, at: Date): Promise<void> {
  await sql.query(TOUCH, [tokenDigest, at]);
}

export async function endSession(sql: Sql, tokenDigest: Uint8Array): Promise<void> {
  await sql.query(END, [tokenDigest]);
}

export async function endSessionsOf(sql: Sql, officer: string): Promise<void> {
  await sql.query(END_OF_OFFICER, [officer]);
}

/** Nobody was seen in these since `before`. */
export async function sweepSessions(sql: Sql, before: Date): Promise<void> {
  await sql.query(SWEEP, [before]);
}
